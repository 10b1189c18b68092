"""What the rooms of company add to a table's page."""

from datetime import datetime
from typing import Any

from openchair.circles.distances import distant
from openchair.circles.models import Seat
from openchair.delivery.night import Hours
from openchair.people.models import Account, Person
from openchair.presence.actions import see_lamp
from openchair.presence.hours import is_night_for
from openchair.presence.lying import lies_at
from openchair.presence.named import named_at
from openchair.presence.policy import why_not_ask
from openchair.presence.queries import (
    NO_COMPANY,
    AtTheTable,
    company_at,
    leave_word_in_words,
    said_yes_in_words,
)
from openchair.presence.told import told_at
from openchair.presence.waits import told_about
from openchair.sharing.policy import why_not_speak


def with_company(viewer: Account, seat: Seat, person: Person, *, at: datetime) -> dict[str, Any]:
    """Who asks or may be asked, who is worried, and how people are. Whoever has nothing left sees no
    lamp: it waits for someone who can answer it."""
    lies = lies_at(seat)
    there = company_at(viewer, seat.circle_id) if lies.company else NO_COMPANY
    word, others = told_at(viewer, seat) if lies.how else (None, [])
    waits = told_about(viewer) if lies.waiting else []
    low = word is not None and word.is_nothing_left
    return {
        "own_call": there.own_call,
        "lamp": there.lamp and not low and see_lamp(viewer, seat, at=at),
        "may_say": why_not_speak(seat) is None,
        "low": low,
        "told": [(row, row.account_id in distant(seat)) for row in others],
        "lying": {row.share_id: row.pk for row in waits},
        **_whom_to_ask(seat, person, at, some_are_named=lies.named),
        **_worry(seat, there),
    }


def _whom_to_ask(
    seat: Seat, person: Person, at: datetime, *, some_are_named: bool
) -> dict[str, Any]:
    """Also named in the panel that may open while one writes."""
    may_ask = bool(seat.around[1:]) and why_not_ask(seat) is None
    asks = may_ask and person.crisis_panel and some_are_named
    nights = Hours(person.night_from, person.night_until, person.zone)
    return {
        "may_ask": may_ask,
        "named": named_at(seat, at=at) if asks else (),
        "night": is_night_for(nights, at),
        "said_yes_in_words": said_yes_in_words,
        "leave_word_in_words": leave_word_in_words,
    }


def _worry(seat: Seat, there: AtTheTable) -> dict[str, Any]:
    return {
        "worry": there.worry,
        "worry_by": there.worry_by,
        "worry_is_distant": there.worry_by in distant(seat),
    }
