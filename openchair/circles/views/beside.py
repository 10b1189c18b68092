"""Someone beside a newcomer."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from openchair.circles import actions
from openchair.circles.doors import seated
from openchair.circles.models import Seat
from openchair.kernel.once import once_only
from openchair.people.visit import Visit


@seated
@require_POST
@once_only
def walk_beside(request: Visit, seat: Seat, account_id: UUID) -> HttpResponse:
    newcomer = next((one for one in seat.around if one.account_id == account_id), None)
    if newcomer is None:
        raise Http404
    actions.walk_beside(request.user, seat, newcomer, at=timezone.now())
    return redirect("circle", seat.circle_id)


@seated
@require_POST
@once_only
def walk_no_more(request: Visit, seat: Seat, account_id: UUID) -> HttpResponse:
    """Ending what never was tells nothing."""
    actions.walk_no_more(request.user, seat, account_id)
    return redirect("circle", seat.circle_id)
