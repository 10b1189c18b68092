from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.circles.doors import led_to_an_open_door, seated
from openchair.circles.models import Seat
from openchair.journeys.company.actions import be_here, say
from openchair.journeys.company.around import with_company
from openchair.kernel.once import once_only
from openchair.people.models import Account
from openchair.people.visit import Visit
from openchair.sharing.views.table import circle


@led_to_an_open_door
@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def table(request: Visit, seat: Seat) -> HttpResponse:
    """The table's page, as `sharing` lays it, with what asks for company, and who is worried."""

    def around(viewer: Account, seat: Seat) -> dict[str, Any]:
        return with_company(viewer, seat, request.person, at=timezone.now())

    return circle(request, seat, say=say, more=around)


@seated
@require_POST
@once_only
def here(request: Visit, seat: Seat) -> HttpResponse:
    """ "I’m here", for whoever has strength for no more."""
    be_here(request.user, seat, at=timezone.now())
    return redirect(f"{reverse('circle', args=[seat.circle_id])}?here=1")
