"""Saying one's own words otherwise, or to others."""

from operator import itemgetter
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.circles.actions import seat_of
from openchair.circles.models import Seat
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people.doors import signed_in
from openchair.people.queries import names_of
from openchair.people.visit import Visit
from openchair.sharing import actions, policy
from openchair.sharing.forms import ChangeForm
from openchair.sharing.models import Need, Reader, Share
from openchair.sharing.readers import may_be_chosen
from openchair.sharing.views.table import back_to


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def change_words(request: Visit, share_id: UUID) -> HttpResponse:
    share, seat = _own(request, share_id)
    if request.method != "POST":
        return _page(request, share, seat)
    form = ChangeForm(request.POST)
    if not form.is_valid():
        return _page(request, share, seat, _("Choose who reads it, and what would help."))
    try:
        actions.change(request.user, seat, share, at=timezone.now(), **form.said())
    except Refusal as refusal:
        return _page(request, share, seat, refusal.sentence)
    return back_to(request, share)


def _own(request: Visit, share_id: UUID) -> tuple[Share, Seat]:
    """Raises Refusal where the words are not the reader's to change, or not now."""
    viewer = request.user
    shares = Share.objects.for_viewer(viewer)
    shares = shares.select_for_update() if request.method == "POST" else shares
    share = get_object_or_404(shares, pk=share_id)
    seat = seat_of(viewer, share.circle_id)
    if reason := policy.why_not_change(viewer, share) or policy.why_not_say(seat, share.words):
        raise Refusal(reason)
    assert seat is not None  # or there was a reason why not
    return share, seat


def _page(request: Visit, share: Share, seat: Seat, problem: str = "") -> HttpResponse:
    said, viewer = request.POST, request.user
    rows = Reader.objects.for_viewer(viewer).filter(share=share.pk)
    typed: dict[str, Any] = {
        "words": said.get("words", share.words),
        "warning": said.get("warning", share.warning),
        "need": said.get("need", share.need),
        "audience": said.get("audience", share.audience),
        "chosen": set(said.getlist("readers") or map(str, rows.values_list("account", flat=True))),
    }
    others = [one.account_id for one in may_be_chosen(viewer, seat)]
    known = {"share": share, "circle": seat.circle, "needs": Need, "problem": problem}
    page = known | typed | {"people": sorted(names_of(viewer, others).items(), key=itemgetter(1))}
    return render(request, "sharing/change.html", page, status=422 if problem else 200)
