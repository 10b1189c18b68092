from collections.abc import Mapping
from datetime import datetime

from openchair.circles import actions as circles
from openchair.circles.models import HoldingPause, Seat
from openchair.journeys.pausing.queries import about_whom
from openchair.people.models import Account


def pause(
    actor: Account, seat: Seat, said: Mapping[str, str], *, reason: str, at: datetime
) -> HoldingPause:
    """The writer of the words that are hidden with it, or whoever was chosen. Raises Refusal."""
    other, words = about_whom(actor, seat, said)
    return circles.pause_for_a_day(actor, seat, other, reason=reason, words=words, at=at)
