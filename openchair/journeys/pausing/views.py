from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.circles.actions import undo_pause
from openchair.circles.doors import seated
from openchair.circles.models import HoldingPause, Seat
from openchair.circles.pauses import pauses_to_look_at, until_in_words
from openchair.house.doors import ears
from openchair.journeys.pausing import actions
from openchair.journeys.pausing.forms import ReasonForm
from openchair.journeys.pausing.queries import (
    others_by_name,
    that_could_be_hidden,
    why_not_now,
)
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people.forms import first_errors
from openchair.people.visit import Visit


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def pause(request: Visit, seat: Seat) -> HttpResponse:
    """For whoever looks after this table. To everyone else the page says who can do it."""
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        return _page(request, seat, first_errors(form).get("words", ""))
    why = form.cleaned_data["words"]
    try:
        actions.pause(request.user, seat, request.POST, reason=why, at=timezone.now())
    except Refusal as refusal:
        return _page(request, seat, refusal.sentence)
    return redirect("circle", seat.circle_id)


def _page(request: Visit, seat: Seat, problem: str = "") -> HttpResponse:
    viewer, said = request.user, request.POST or request.GET
    others = others_by_name(viewer, seat)
    page: dict[str, Any] = {
        "circle": seat.circle,
        "seat": seat,
        "why_not": why_not_now(seat, at=timezone.now()),
        "others": others,
        "words": that_could_be_hidden(viewer, seat, said, others),
        "who": said.get("who", ""),
        "about": said.get("about", ""),
        "reason": request.POST.get("words", ""),
        "problem": problem,
    }
    return render(request, "journeys/pausing/pause.html", page, status=422 if problem else 200)


@ears
@require_safe
def pauses(request: Visit) -> HttpResponse:
    """What a listener reads: why, and until when. Nothing of the table, and no name."""
    rows = pauses_to_look_at(request.user, at=timezone.now())
    page = {"pauses": [(row, until_in_words(row)) for row in rows]}
    return render(request, "journeys/pausing/pauses.html", page)


@ears
@require_POST
@once_only
def undo(request: Visit, pause_id: UUID) -> HttpResponse:
    viewer = request.user
    rows = HoldingPause.objects.for_viewer(viewer).exclude(account=viewer.pk)
    undo_pause(viewer, get_object_or_404(rows, pk=pause_id), at=timezone.now())
    return redirect("pauses")
