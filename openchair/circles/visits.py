"""A visit as the visitor reads of it: until when, and whether anything stands in the way of sitting down."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from openchair.circles import policy
from openchair.circles.models import Seat, SeatState

ENDS_SOON = timedelta(days=3)


@dataclass(frozen=True)
class Visit:
    is_over: bool
    why_not_sit_down: str | None


def visit_of(seat: Seat, at: datetime) -> Visit | None:
    if not seat.is_visitor:
        return None
    until = seat.visiting_until
    return Visit(until is None or until <= at, policy.why_not_sit_down(seat))


def ending_soon(seats: Iterable[Seat], at: datetime) -> list[Seat]:
    """The reader's own visits that end within three days. Whoever rests is left in peace."""
    return [seat for seat in seats if seat.state == SeatState.VISITING and _ends_soon(seat, at)]


def _ends_soon(seat: Seat, at: datetime) -> bool:
    until = seat.visiting_until
    return until is not None and at < until <= at + ENDS_SOON
