"""Some distance from someone at this table."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from openchair.circles import actions
from openchair.circles.distances import others_at
from openchair.circles.doors import seated
from openchair.circles.models import Seat
from openchair.kernel.once import once_only
from openchair.people.visit import Visit


@seated
@require_safe
def distance(request: Visit, seat: Seat) -> HttpResponse:
    others = others_at(request.user, seat)
    page = {
        "circle": seat.circle,
        "company": [one for one in others if not one.is_distant],
        "distant": [one for one in others if one.is_distant],
    }
    return render(request, "circles/distance.html", page)


@seated
@require_POST
@once_only
def keep_distance(request: Visit, seat: Seat, account_id: UUID) -> HttpResponse:
    other = next((one for one in seat.around if one.account_id == account_id), None)
    if other is None:
        raise Http404
    actions.keep_distance(request.user, seat, other, at=timezone.now())
    return redirect("distance", seat.circle_id)


@seated
@require_POST
@once_only
def no_more_distance(request: Visit, seat: Seat, account_id: UUID) -> HttpResponse:
    """Ending what never was tells nothing."""
    actions.no_more_distance(request.user, seat, account_id)
    return redirect("distance", seat.circle_id)
