"""Words that are hard to have there: closed for oneself, or hidden for all; and a listener's look at it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.circles.models import Circle
from openchair.house.doors import ears
from openchair.house.models import Duty
from openchair.house.queries import holders
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people.doors import signed_in
from openchair.people.visit import Visit
from openchair.sharing import closing, hiding
from openchair.sharing.hidden import hidden_to_look_at, others_words
from openchair.sharing.models import Answer, Hidden, HideNote, Share
from openchair.sharing.views.table import back_to


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def close_words(request: Visit, share_id: UUID) -> HttpResponse:
    """For the reader alone. Nobody is told."""
    share = _read(request, share_id)
    if request.method != "POST":
        return render(request, "sharing/close-words.html", _page(request, share))
    closing.close_for_oneself(request.user, share, _answer(request, share), at=timezone.now())
    return back_to(request, share)


@signed_in
@require_POST
@once_only
def open_words(request: Visit, share_id: UUID) -> HttpResponse:
    share = _read(request, share_id)
    closing.leave_open(request.user, share, _answer(request, share))
    return back_to(request, share)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def hide_words(request: Visit, share_id: UUID) -> HttpResponse:
    """For whoever looks after this table. To everyone else the page says who can do it."""
    share = _read(request, share_id)
    if request.method != "POST":
        return render(request, "sharing/hide-words.html", _page(request, share))
    answer, note = _answer(request, share), request.POST.get("note", "")
    hiding.hide(request.user, share, answer, note=note, at=timezone.now())
    return back_to(request, share)


@signed_in
@require_POST
@once_only
def undo_hiding(request: Visit, hidden_id: UUID) -> HttpResponse:
    """By whoever hid it, or a listener; each is led back to where they came from."""
    viewer = request.user
    row = get_object_or_404(Hidden.objects.for_viewer(viewer), pk=hidden_id)
    hiding.undo_hiding(viewer, row, at=timezone.now())
    if row.by_id == viewer.pk:
        return redirect("circle", row.circle_id)
    return redirect("hidden-words")


@ears
@require_safe
def hidden_words(request: Visit) -> HttpResponse:
    """What a listener reads: which note went with it, and when. Nothing of the words, and no name."""
    return render(request, "sharing/hidden-words.html", {"rows": hidden_to_look_at(request.user)})


def _read(request: Visit, share_id: UUID) -> Share:
    """At a table that the reader still knows: whoever was asked to leave reads their own words alone."""
    viewer = request.user
    share = get_object_or_404(Share.objects.for_viewer(viewer), pk=share_id)
    get_object_or_404(Circle.objects.for_viewer(viewer), pk=share.circle_id)
    return share


def _answer(request: Visit, share: Share) -> Answer | None:
    """One that the reader reads under it, where that is meant. Raises Refusal where it is gone: what
    was meant for an answer never falls on the words above it."""
    viewer, about = request.user, request.POST.get("about", "")
    if about in ("", str(share.pk)):
        return None
    found = Answer.objects.for_viewer(viewer).filter(share=share.pk, taken_back_at=None)
    answer = next((row for row in found if str(row.pk) == about), None)
    if answer is None:
        raise Refusal(_("These words do not stand there any more."))
    return answer


def _page(request: Visit, share: Share) -> dict[str, Any]:
    viewer = request.user
    return {
        "share": share,
        "circle": get_object_or_404(Circle.objects.for_viewer(viewer), pk=share.circle_id),
        "words": others_words(viewer, share),
        "why_not_hide": hiding.why_not_here(viewer, share, at=timezone.now()),
        "notes": HideNote,
        "has_listener": bool(holders(Duty.EAR)),
    }
