"""Sitting down, resting, leaving with the door open, and coming back as one went."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from openchair.circles import policy
from openchair.circles.actions.beside import nobody_beside
from openchair.circles.actions.holding import (
    hold_the_table,
    is_kept_apart,
    look_again,
    read_anew,
    seat_of,
    taken_places,
)
from openchair.circles.actions.keeping_apart import is_never_seated_with
from openchair.circles.agreement import STARTER
from openchair.circles.models import (
    WAITING,
    Beside,
    Circle,
    Distance,
    Invitation,
    InvitationState,
    KeeperState,
    KeeperTerm,
    Naming,
    NamingState,
    OpenChair,
    Seat,
    SeatState,
)
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account

DOOR_OPEN = timedelta(days=90)
VISIT = timedelta(days=21)
GOING_ON = timedelta(days=7)
"""For so long a table reads that a visitor has gone on; then it knows their name no more."""
STATE = ["state", "standing", "resting_word"]


@transaction.atomic(savepoint=False)
def take_seat(
    account: Account,
    circle_id: UUID,
    *,
    at: datetime,
    state: SeatState = SeatState.SEATED,
    agreed_to: str = "",
) -> Seat:
    """A place at the table, new or taken up again. Whether there is room is asked by those who call.

    Whoever was paused when they went is paused still, until that pause is over (I-22). `agreed_to` is
    what they read and said yes to just now; without it what they said yes to before stands, or the
    four lines.
    """
    actor = account
    hold_the_table(circle_id)
    seat = seat_of(actor, circle_id)
    if seat is None:
        seat = Seat(circle_id=circle_id, account=account, position=_next_position(circle_id))
        agreed_to = agreed_to or STARTER
    if agreed_to:
        seat.agreed_to, seat.agreed_at = agreed_to, at
    seat.state, seat.standing, seat.arrived_at, seat.door_open_until = state, "", at, None
    seat.visiting_until = at + VISIT if state == SeatState.VISITING else None
    if seat.is_pause_on(at) and state != SeatState.PAUSED:
        seat.state, seat.standing = SeatState.PAUSED, state
    with acting_for_the_house("taking a seat"):
        seat.save()
        OpenChair.objects.filter(circle=circle_id, kept_for=account).delete()
    look_again(circle_id, at=at)
    return Seat.objects.for_viewer(actor).get(pk=seat.pk)


def _next_position(circle_id: UUID) -> int:
    with acting_for_the_house("counting chairs"):
        last = Seat.objects.filter(circle=circle_id).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


@transaction.atomic
def rest(actor: Account, seat: Seat, *, word: str) -> Seat:
    """A blanket over the chair. The seat stays theirs; nobody is told but by the drawing."""
    hold_the_table(seat.circle_id)
    read_anew(actor, seat)
    if reason := policy.why_not_rest(seat):
        raise Refusal(reason)
    seat.standing = seat.sits_as
    seat.state, seat.resting_word = SeatState.RESTING, clean(word).strip()
    seat.save(update_fields=STATE)
    return seat


@transaction.atomic
def be_back(actor: Account, seat: Seat) -> Seat:
    """As they sat before: whoever visited visits."""
    hold_the_table(seat.circle_id)
    read_anew(actor, seat)
    if reason := policy.why_not_rest(seat):
        raise Refusal(reason)
    if not seat.is_resting:
        return seat
    seat.state, seat.standing, seat.resting_word = seat.sits_as, "", ""
    seat.save(update_fields=STATE)
    return seat


@transaction.atomic
def sit_down(actor: Account, seat: Seat, *, at: datetime) -> Seat:
    """The visitor's own yes: from now on they sit here. For six weeks someone walks beside them."""
    hold_the_table(seat.circle_id)
    read_anew(actor, seat)
    if seat.is_inside and not seat.is_visitor:
        return seat
    if reason := policy.why_not_sit_down(seat):
        raise Refusal(reason)
    seat.state, seat.standing, seat.visiting_until = SeatState.ARRIVING, "", None
    seat.save(update_fields=["state", "standing", "visiting_until"])
    look_again(seat.circle_id, at=at)
    return seat


@transaction.atomic
def shorten_visit(actor: Account, visitor: Seat, *, at: datetime) -> Seat:
    """Someone who sits here says: you need not visit any longer. The yes stays the visitor's own."""
    if reason := policy.why_not_shorten_visit(seat_of(actor, visitor.circle_id), visitor):
        raise Refusal(reason)
    with acting_for_the_house("taking a seat"):
        Seat.objects.filter(pk=visitor.pk, visiting_until__gt=at).update(visiting_until=at)
    visitor.visiting_until = at
    return visitor


@transaction.atomic
def leave(actor: Account, seat: Seat, *, at: datetime) -> Seat:
    """Leave with the door open: for ninety days one press brings them back. No reason is asked.

    Letters of theirs that still wait are taken back: nobody comes to sit beside an empty chair. Whom
    they named is no longer asked about, and what they looked after is put down. A visitor's door is
    open for a week (AS-06).
    """
    hold_the_table(seat.circle_id)
    read_anew(actor, seat)
    if seat.state == SeatState.LEFT:
        return seat
    if reason := policy.why_not_leave(seat):
        raise Refusal(reason)
    put_all_down(actor, seat.circle_id, at=at)
    if seat.state == SeatState.PAUSED and seat.paused_until is None:
        seat.paused_until = at + DOOR_OPEN
    seat.door_open_until = at + (GOING_ON if seat.is_visitor else DOOR_OPEN)
    seat.standing, seat.state, seat.resting_word = seat.sits_as, SeatState.LEFT, ""
    seat.save(update_fields=[*STATE, "paused_until", "door_open_until"])
    look_again(seat.circle_id, at=at)
    return seat


@transaction.atomic
def go_on(actor: Account, visitor: Seat, *, at: datetime) -> Seat:
    """Not for me. A visitor alone says so; whoever sits here leaves with their words settled. Twice is once."""
    read_anew(actor, visitor)
    if reason := policy.why_not_go_on(visitor):
        raise Refusal(reason)
    return leave(actor, visitor, at=at)


def put_all_down(actor: Account, circle_id: UUID, *, at: datetime) -> None:
    """Nothing at this table waits for someone who is no longer there."""
    letters = Invitation.objects.for_viewer(actor).filter(circle=circle_id, inviter=actor)
    open_still = letters.filter(state__in=(*WAITING, InvitationState.DRAFTED))
    open_still.update(state=InvitationState.WITHDRAWN)
    named = Naming.objects.for_viewer(actor).filter(circle=circle_id, by=actor)
    named.filter(state=NamingState.ASKING).update(state=NamingState.WITHDRAWN, settled_at=at)
    terms = KeeperTerm.objects.for_viewer(actor).filter(circle=circle_id, account=actor)
    terms.filter(put_down_at=None).update(put_down_at=at, state=KeeperState.RESTED)
    nobody_beside(actor.pk, circle_id)


@transaction.atomic
def come_back(actor: Account, seat: Seat, *, at: datetime) -> Seat:
    """As they went: a visitor visits, and a pause that is not over goes on.

    Blocks and lists that were written meanwhile stand in the way, in the words of a full table (I-6).
    """
    circle = hold_the_table(seat.circle_id)
    read_anew(actor, seat)
    if seat.is_inside:
        return seat
    seat.circle = circle
    taken = taken_places(circle, at=at, but_for=seat.account_id)
    apart = is_kept_apart(seat.account_id, circle.pk) or is_never_seated_with(
        seat.account_id, circle.pk
    )
    if reason := policy.why_not_come_back(seat, taken, at, apart=apart):
        raise Refusal(reason)
    return take_seat(actor, circle.pk, at=at, state=seat.sits_as)


def ends_of(circle: Circle) -> None:
    """A table that has come to its end keeps nobody's chair (I-1: circle closing)."""
    with acting_for_the_house("closing doors"):
        OpenChair.objects.filter(circle=circle.pk).delete()
        Beside.objects.filter(circle=circle.pk).delete()
        Distance.objects.filter(circle=circle.pk).delete()
        Seat.objects.filter(circle=circle.pk).update(state=SeatState.GONE)
