"""What the rooms of company add to a table's page."""

from datetime import datetime
from typing import Any

from openchair.circles.distances import distant
from openchair.circles.models import Seat
from openchair.people.models import Account
from openchair.presence.actions import see_lamp
from openchair.presence.policy import why_not_ask
from openchair.presence.queries import company_at
from openchair.presence.told import told_at
from openchair.sharing.policy import why_not_speak


def with_company(viewer: Account, seat: Seat, *, at: datetime) -> dict[str, Any]:
    """Who asks or may be asked, and how people are. Whoever has nothing left sees no lamp: it waits
    for someone who can answer it."""
    own, lamp = company_at(viewer, seat.circle_id)
    word, others = told_at(viewer, seat)
    low = word is not None and word.is_nothing_left
    return {
        "own_call": own,
        "lamp": lamp and not low and see_lamp(viewer, seat, at=at),
        "may_ask": bool(seat.around[1:]) and why_not_ask(seat) is None,
        "may_say": why_not_speak(seat) is None,
        "low": low,
        "told": [(row, row.account_id in distant(seat)) for row in others],
    }
