"""Making room: chairs, people named, letters that are out; and what one leaves to be said ahead."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from openchair.circles import actions, policy
from openchair.circles.doors import seated
from openchair.circles.forms import AheadForm
from openchair.circles.models import Seat
from openchair.circles.queries_of_room import left_ahead, room_at
from openchair.kernel.once import once_only
from openchair.people.visit import Visit


@seated
@require_safe
def make_room(request: Visit, seat: Seat) -> HttpResponse:
    viewer, circle, now = request.user, seat.circle, timezone.now()
    page = {
        "circle": circle,
        "at": now,
        "room": room_at(viewer, circle, at=now),
        "why_no_chair": actions.why_not_set_out(seat, circle, at=now),
        "why_no_naming": actions.why_not_name(viewer, circle, at=now),
        "is_visitor": seat.is_visitor,
    }
    return render(request, "circles/make-room.html", page)


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def answer_ahead(request: Visit, seat: Seat) -> HttpResponse:
    """Ready unless I say; and what holds while I rest."""
    form = AheadForm(request.POST or None)
    if form.is_valid():
        actions.leave_standing_answer(request.user, seat, **_left(form))
        return redirect("make-room", seat.circle_id)
    page = {
        "circle": seat.circle,
        "left": left_ahead(request.user, seat.circle_id),
        "why_not": policy.why_not_change_table(seat),
    }
    return render(request, "circles/answer-ahead.html", page, status=422 if form.errors else 200)


def _left(form: AheadForm) -> dict[str, Any]:
    said = form.cleaned_data
    return {"ready": bool(said["ready"]), "while_resting": said["while_resting"]}
