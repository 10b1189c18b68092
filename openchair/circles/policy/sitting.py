"""Why not sit, rest, leave, come back, or change what is the table's own?"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from openchair.circles.models import Circle, Seat, SeatState


def why_not_change_table(seat: Seat | None) -> str | None:
    """Chairs and letters are the table's own; a visitor finds out whether it fits (5.2)."""
    if seat is None or not seat.is_inside:
        return _("Only people who sit at this table can do this.")
    if seat.is_visitor:
        return _("You are visiting this table. Someone who sits here can do this with you.")
    return None


def why_not_change_card(seat: Seat, keepers: Collection[UUID]) -> str | None:
    """`keepers` look after the table now. Where nobody does yet, whoever sits there may (5.1, Circle)."""
    if sentence := why_not_change_table(seat):
        return sentence
    if seat.circle.is_pair:
        return _("A table for two keeps to itself.")
    if keepers and seat.account_id not in keepers:
        return _("Someone who looks after this table can change its card with you.")
    return None


def why_not_rest(seat: Seat) -> str | None:
    if not seat.is_inside:
        return _("You are not at this table now, so there is nothing to rest from.")
    if seat.state == SeatState.PAUSED:
        return _(
            "Your place here is paused for now. You were told why, and nobody asks you for anything."
        )
    return None


def why_not_sit_down(seat: Seat) -> str | None:
    """A visit ends with a seat only by the visitor's own yes (spec/model.md, Seat)."""
    if not seat.is_inside:
        return _("You are not at this table now.")
    if seat.state == SeatState.PAUSED:
        return _("Your place here is paused for now. You can say yes to it when the pause is over.")
    return None


def why_not_shorten_visit(seat: Seat | None, visitor: Seat) -> str | None:
    if sentence := why_not_change_table(seat):
        return sentence
    if visitor.state != SeatState.VISITING:
        return _("They sit here already, or have gone on.")
    return None


def why_not_go_on(seat: Seat) -> str | None:
    """One press ends a visit. A seat is left on its own page, where one says what becomes of one's words."""
    if seat.is_inside and not seat.is_visitor:
        return _("You sit here already. You can leave this table on its own page.")
    return None


def why_not_leave(seat: Seat) -> str | None:
    if not seat.is_inside:
        return _("You have left this table already.")
    return None


def why_not_come_back(seat: Seat, taken: int, at: datetime, *, apart: bool = False) -> str | None:
    """`apart`: a block stands between them and someone there. The same words as for a full table (I-6)."""
    if seat.is_inside:
        return _("You are at this table already.")
    if not seat.is_door_open(at) or seat.circle.is_ending:
        return _("The door has closed. Someone at the table can invite you again.")
    if apart or is_full(seat.circle, taken):
        return _(
            "Every chair at this table is taken just now. Someone there can tell you when one is free."
        )
    return None


def is_full(circle: Circle, taken: int) -> bool:
    return taken >= circle.seats_most
