"""Letters to pass on."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from openchair.circles import actions
from openchair.circles.doors import seated
from openchair.circles.models import Invitation, Seat
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.visit import Visit


@seated
@require_POST
@once_only
def invite_again(request: Visit, seat: Seat) -> HttpResponse:
    """A new letter, when the first lapsed, was declined or was taken back."""
    circle = seat.circle
    actions.invite(request.user, circle, invitee="", words=circle.purpose, at=timezone.now())
    return redirect("circle", circle.pk)


@signed_in
@require_POST
@once_only
def withdraw(request: Visit, invitation_id: UUID) -> HttpResponse:
    viewer = request.user
    letter = get_object_or_404(Invitation.objects.for_viewer(viewer), pk=invitation_id)
    actions.withdraw(viewer, letter)
    return redirect("circle", letter.circle_id)
