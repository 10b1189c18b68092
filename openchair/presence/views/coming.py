"""What someone who was asked answers: coming, not now, and later stepping out gently."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.visit import Visit
from openchair.presence import actions
from openchair.presence.views.calling import call_of


@signed_in
@require_POST
@once_only
def answer(request: Visit, call_id: UUID) -> HttpResponse:
    """I'm coming; anything else is not now, and told to nobody."""
    call, now = call_of(request.user, call_id), timezone.now()
    if request.POST.get("answer") == "coming":
        actions.come(request.user, call, at=now)
        return redirect("company", call_id)
    actions.not_now(request.user, call, at=now)
    return redirect("today")


@signed_in
@require_POST
@once_only
def put_aside(request: Visit, call_id: UUID) -> HttpResponse:
    """What is offered after it to those who stayed. It does not come again."""
    actions.put_aside(request.user, call_of(request.user, call_id), at=timezone.now())
    return redirect("today")


@signed_in
@require_POST
@once_only
def step_out(request: Visit, call_id: UUID) -> HttpResponse:
    actions.step_out(request.user, call_of(request.user, call_id), at=timezone.now())
    return redirect("today")
