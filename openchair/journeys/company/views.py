from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from openchair.circles.distances import distant
from openchair.circles.doors import led_to_an_open_door, seated
from openchair.circles.models import Seat
from openchair.delivery.night import Hours
from openchair.journeys.company.actions import say
from openchair.kernel.once import once_only
from openchair.people.models import Account, Person
from openchair.people.visit import Visit
from openchair.presence.actions import see_lamp
from openchair.presence.hours import is_night_for
from openchair.presence.named import named_at
from openchair.presence.policy import why_not_ask
from openchair.presence.queries import company_at, leave_word_in_words, said_yes_in_words
from openchair.sharing.views.table import circle


@led_to_an_open_door
@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def table(request: Visit, seat: Seat) -> HttpResponse:
    """The table's page, as `sharing` lays it, with what asks for company, and who is worried."""
    return circle(
        request, seat, say=say, more=lambda viewer, seat: with_company(viewer, seat, request.person)
    )


def with_company(viewer: Account, seat: Seat, person: Person) -> dict[str, Any]:
    there, now = company_at(viewer, seat.circle_id), timezone.now()
    may_ask = bool(seat.around[1:]) and why_not_ask(seat) is None
    nights = Hours(person.night_from, person.night_until, person.zone)
    return {
        "own_call": there.own_call,
        "lamp": there.lamp and see_lamp(viewer, seat, at=now),
        "may_ask": may_ask,
        "named": named_at(seat, at=now) if may_ask and person.crisis_panel else (),
        "night": is_night_for(nights, now),
        "said_yes_in_words": said_yes_in_words,
        "leave_word_in_words": leave_word_in_words,
        "worry": there.worry,
        "worry_by": there.worry_by,
        "worry_is_distant": there.worry_by in distant(seat),
    }
