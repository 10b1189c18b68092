""" "I'm worried about you": saying it, and what the writer answers."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.circles.models import Circle
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.visit import Visit
from openchair.presence import worries, worrying
from openchair.presence.models import Worry, WorryReply
from openchair.presence.views.staying import numbers
from openchair.sharing.models import Share


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def worried(request: Visit, share_id: UUID) -> HttpResponse:
    """Under words of another. Once it is said, the page is the guide."""
    viewer = request.user
    share = get_object_or_404(Share.objects.for_viewer(viewer), pk=share_id)
    if request.method == "POST":
        also = _named(request, worries.whom_one_may_name(viewer, share))
        worrying.worry(viewer, share, also=also, at=timezone.now())
        return redirect("worried", share_id)
    return render(request, "presence/worried.html", _page(request, share))


def _page(request: Visit, share: Share) -> dict[str, Any]:
    viewer = request.user
    table = Circle.objects.for_viewer(viewer).filter(pk=share.circle_id).first()
    page = {"circle": table, "share": share, "mine": worries.mine_under(viewer, share)} | numbers()
    if page["mine"]:
        return page
    return page | {
        "why_not": worrying.why_not_worry(viewer, share),
        "name": worries.writer_of(viewer, share),
        "others": worries.whom_one_may_name(viewer, share),
    }


def _named(request: Visit, others: dict[UUID, str]) -> UUID | None:
    with suppress(ValueError):
        said = UUID(request.POST.get("also", ""))
        return said if said in others else None
    return None


@signed_in
@require_POST
@once_only
def worried_no_more(request: Visit, share_id: UUID) -> HttpResponse:
    viewer = request.user
    share = get_object_or_404(Share.objects.for_viewer(viewer), pk=share_id)
    worrying.take_back(viewer, share, at=timezone.now())
    return redirect("words", share_id)


@signed_in
@require_safe
def worry(request: Visit, worry_id: UUID) -> HttpResponse:
    """For the writer, and for whoever is asked to look in. Whoever is worried has a page of their own."""
    viewer = request.user
    row = get_object_or_404(Worry.objects.for_viewer(viewer), pk=worry_id)
    if row.by_id == viewer.pk:
        return redirect("worried", row.share_id)
    table = get_object_or_404(Circle.objects.for_viewer(viewer), pk=row.circle_id)
    page = {"told": worries.told_of(viewer, row), "share": worries.may_read(viewer, row)}
    return render(request, "presence/worry.html", page | {"circle": table})


@signed_in
@require_POST
@once_only
def reply(request: Visit, worry_id: UUID) -> HttpResponse:
    """Yes, no, or call me. Anything else is no answer."""
    viewer, said = request.user, request.POST.get("answer", "")
    held = Worry.objects.for_viewer(viewer).select_for_update()
    row = get_object_or_404(held, pk=worry_id)
    if said in {WorryReply.YES, WorryReply.NO, WorryReply.CALL_ME}:
        worrying.reply(viewer, row, WorryReply(said), at=timezone.now())
    return redirect("worry", worry_id)
