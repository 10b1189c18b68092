from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from openchair.circles.doors import led_to_an_open_door, seated
from openchair.circles.models import Seat
from openchair.journeys.company.actions import say
from openchair.kernel.once import once_only
from openchair.people.models import Account
from openchair.people.visit import Visit
from openchair.presence.actions import see_lamp
from openchair.presence.policy import why_not_ask
from openchair.presence.queries import company_at
from openchair.sharing.views.table import circle


@led_to_an_open_door
@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def table(request: Visit, seat: Seat) -> HttpResponse:
    """The table's page, as `sharing` lays it, with what asks for company."""
    return circle(request, seat, say=say, more=with_company)


def with_company(viewer: Account, seat: Seat) -> dict[str, Any]:
    own, lamp = company_at(viewer, seat.circle_id)
    return {
        "own_call": own,
        "lamp": lamp and see_lamp(viewer, seat, at=timezone.now()),
        "may_ask": bool(seat.around[1:]) and why_not_ask(seat) is None,
    }
