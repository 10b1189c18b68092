"""Why not look after a table, hand it over, or pause someone in an emergency?"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from openchair.circles.models import HoldingPause, KeeperTerm, Seat, SeatState
from openchair.circles.policy.sitting import why_not_change_table

IN_A_ROW = 2
A_BREATH = timedelta(days=30)
"""Terms closer together than this count as running on."""


def why_not_look_after(
    seat: Seat | None, past: Collection[KeeperTerm], term: timedelta, at: datetime
) -> str | None:
    """`past`: this person's terms at this table. At most two running, then one of rest (Keeper term)."""
    if sentence := why_not_change_table(seat):
        return sentence
    assert seat is not None
    if seat.circle.is_pair:
        return _("This is a table for two. You look after each other.")
    if seat.state in {SeatState.RESTING, SeatState.PAUSED}:
        return _("You are resting from this table just now. That can wait until you are back.")
    if any(one.is_serving(at) for one in past):
        return _("You look after this table already.")
    if _must_rest(past, term, at):
        return _(
            "You looked after this table twice running. Now it is your turn to be looked after."
        )
    return None


def _must_rest(past: Collection[KeeperTerm], term: timedelta, at: datetime) -> bool:
    ended = sorted((one for one in past if _end(one) <= at), key=lambda one: one.began_at)
    lasted = [one for one in ended if _end(one) - one.began_at >= term / 2]
    if len(lasted) < IN_A_ROW:
        return False
    before, last = lasted[-IN_A_ROW:]
    return last.began_at - _end(before) < A_BREATH and at - _end(last) < term


def _end(term: KeeperTerm) -> datetime:
    return min(term.put_down_at or term.ends_at, term.ends_at)


def why_not_ask_keeper(seat: Seat | None, other: Seat | None) -> str | None:
    if sentence := why_not_change_table(seat):
        return sentence
    if why_not_change_table(other):
        return _("Only someone who sits at this table can look after it.")
    return None


def why_not_hand_over(term: KeeperTerm | None, at: datetime) -> str | None:
    if term is None or not term.is_serving(at):
        return _("You do not look after this table just now.")
    return None


def why_not_pause_anyone(seat: Seat | None, keepers: Collection[UUID]) -> str | None:
    """`keepers`: who looks after the table now."""
    if seat is None or seat.account_id not in keepers:
        return _("Only someone who looks after this table can do this.")
    if seat.state == SeatState.PAUSED:
        return _("Your place here is paused for now. You were told why. You can read on.")
    return None


def why_not_pause(
    seat: Seat | None, other: Seat | None, keepers: Collection[UUID], reason: str
) -> str | None:
    """`keepers`: who looks after the table now. Only for an emergency, and never without a reason."""
    if sentence := why_not_pause_anyone(seat, keepers):
        return sentence
    assert seat is not None
    if other is None:
        return _("Choose whose words it is about.")
    if not other.is_inside:
        return _("They are not at this table now.")
    if other.account_id == seat.account_id:
        return _("This is your own place. You can rest, or put down looking after the table.")
    if not reason:
        return _("Write why. They read it, and so does somebody independent.")
    return None


def why_not_undo_pause(pause: HoldingPause, *, listens: bool, at: datetime) -> str | None:
    if not listens:
        return _("Only an independent listener can do this.")
    if not pause.is_on(at):
        return _("This pause is over.")
    return None
