"""What is done about company: saying that one may be asked, asking, coming, stepping out, ending."""

from collections.abc import Collection
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from openchair.circles.actions import read_anew
from openchair.circles.actions.holding import hold_the_table
from openchair.circles.models import Seat
from openchair.circles.queries import company
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account
from openchair.people.queries import hours_of
from openchair.presence import policy
from openchair.presence.asking import ask
from openchair.presence.hours import end_of_the_night, is_night_for
from openchair.presence.models import Asked, Call, How, Lamp, Readiness, RingLine, RingShown, When

LASTS = timedelta(hours=4)
FORGOTTEN_AFTER = timedelta(days=1)


@transaction.atomic
def say_when(actor: Account, *, when: When, how: How, named: bool = False) -> None:
    """Ask me when someone needs company: at every table, until they change it."""
    said = {"when": when, "how": how, "named": named}
    Readiness.objects.for_viewer(actor).update_or_create(account=actor, defaults=said)


@transaction.atomic
def wake_me(actor: Account, *, at: datetime) -> None:
    """For one night, this one or the next; it ends by itself in the morning. Raises Refusal."""
    hours = hours_of(actor)
    if reason := policy.why_not_wake(hours):
        raise Refusal(reason)
    until = {"wake_until": end_of_the_night(hours, at)}
    Readiness.objects.for_viewer(actor).update_or_create(account=actor, defaults=until)


@transaction.atomic
def let_me_sleep(actor: Account) -> None:
    Readiness.objects.for_viewer(actor).filter(account=actor).update(wake_until=None)


@transaction.atomic
def show_number(
    actor: Account, *, number: str, hours_from: time, hours_until: time, to: Collection[UUID]
) -> None:
    """Ring me: to those chosen of the people at one's tables, and to nobody else. Raises Refusal."""
    if reason := policy.why_not_ring(number):
        raise Refusal(reason, status=422)
    said = {"number": number, "hours_from": hours_from, "hours_until": hours_until}
    lines = RingLine.objects.for_viewer(actor)
    line, _new = lines.update_or_create(account=actor, defaults=said)
    shown = RingShown.objects.for_viewer(actor)
    chosen = set(to) & company(actor).keys()
    shown.filter(line=line.pk).exclude(to__in=chosen).delete()
    shown.bulk_create([RingShown(line=line, to_id=one) for one in chosen], ignore_conflicts=True)


@transaction.atomic
def take_number_back(actor: Account) -> None:
    RingLine.objects.for_viewer(actor).filter(account=actor).delete()


@transaction.atomic
def call(actor: Account, seat: Seat, *, at: datetime) -> Call:
    """Ask for company. While one call of theirs is open at this table, it is that one. Raises Refusal."""
    hold_the_table(seat.circle_id)
    read_anew(actor, seat)
    if reason := policy.why_not_ask(seat):
        raise Refusal(reason)
    calls = Call.objects.for_viewer(actor)
    opened = calls.filter(circle=seat.circle_id, by=actor, ended_at=None).first()
    if opened is None:
        opened = calls.create(circle_id=seat.circle_id, by=actor, asked_at=at)
        ask(opened, at=at)
    return opened


@transaction.atomic
def ask_again(actor: Account, call: Call, *, at: datetime) -> None:
    """Whoever may be asked by now and was not asked yet. Nobody is asked twice."""
    if reason := policy.why_not_ask_again(actor, call):
        raise Refusal(reason)
    ask(call, at=at)


@transaction.atomic
def wake_someone(actor: Account, call: Call, *, at: datetime) -> None:
    """Also whoever said "wake me tonight" is asked, from this press on (AS-37). Raises Refusal."""
    if reason := policy.why_not_ask_again(actor, call):
        raise Refusal(reason)
    call.wakes = True
    call.save(update_fields=["wakes"])
    ask(call, at=at)


@transaction.atomic
def come(actor: Account, call: Call, *, at: datetime) -> None:
    """I am coming; also back in, after stepping out. From now on nobody else is asked."""
    mine = _mine(actor, call)
    if not mine.is_here:
        mine.came_at, mine.left_at, mine.passed_at = at, None, None
        mine.save()
    with acting_for_the_house("asking for company"):
        Call.objects.filter(pk=call.pk).update(next_at=None)


@transaction.atomic
def not_now(actor: Account, call: Call, *, at: datetime) -> None:
    """Nobody is told. Whoever is in the room already steps out instead."""
    mine = _mine(actor, call)
    if not mine.is_here:
        mine.passed_at = mine.passed_at or at
        mine.save()


@transaction.atomic
def step_out(actor: Account, call: Call, *, at: datetime) -> None:
    """Gently, and without a reason."""
    mine = _mine(actor, call)
    if mine.is_here:
        mine.left_at = at
        mine.save()


@transaction.atomic
def put_aside(actor: Account, call: Call, *, at: datetime) -> None:
    """What is offered to those who stayed does not come again. Raises Refusal."""
    mine = Asked.objects.for_viewer(actor).filter(call=call.pk, account=actor).first()
    if (reason := policy.why_not_put_aside(mine, call)) or mine is None:
        raise Refusal(reason or policy.ended())
    mine.aside_at = mine.aside_at or at
    mine.save(update_fields=["aside_at"])


def _mine(actor: Account, call: Call) -> Asked:
    """Raises Refusal where this person was not asked, or where it has ended."""
    mine = Asked.objects.for_viewer(actor).filter(call=call.pk, account=actor).first()
    if (reason := policy.why_not_answer(mine, call)) or mine is None:
        raise Refusal(reason or policy.ended())
    return mine


@transaction.atomic
def end(actor: Account, call: Call, *, at: datetime) -> None:
    if call.is_open:
        if reason := policy.why_not_ask_again(actor, call):
            raise Refusal(reason)
        call.ended_at, call.next_at = at, None
        call.save()


@transaction.atomic
def leave_lamp(actor: Account, call: Call, *, at: datetime) -> None:
    """Whoever of the table comes first in the morning reads that a lamp was left on. Raises Refusal."""
    night = is_night_for(hours_of(actor), at)
    if reason := policy.why_not_leave_lamp(actor, call, night=night):
        raise Refusal(reason)
    lamps = Lamp.objects.for_viewer(actor)
    left = {"left_at": at}
    lamps.get_or_create(circle_id=call.circle_id, by=actor, seen_by=None, defaults=left)


def see_lamp(actor: Account, seat: Seat, *, at: datetime) -> bool:
    """Whether a lamp was left on at this table that this person is the first to see, in their day."""
    lamps = Lamp.objects.for_viewer(actor).filter(circle=seat.circle_id).exclude(by=actor)
    if seat.is_visitor or not lamps.exists() or is_night_for(hours_of(actor), at):
        return False
    lamps.filter(seen_by=None).update(seen_by=actor)
    return lamps.filter(seen_by=actor).exists()


@transaction.atomic
def go_on(at: datetime) -> None:
    """For the clock: one more is asked where nobody came; a call that lasted for hours has ended."""
    with acting_for_the_house("asking for company"):
        calls = Call.objects.select_for_update().filter(ended_at=None)
        calls.filter(asked_at__lte=at - LASTS).update(ended_at=at, next_at=None)
        for due in calls.filter(next_at__lte=at):
            ask(due, at=at)


@transaction.atomic
def forget_old(at: datetime) -> None:
    """For the clock: a day after it ended nothing is left of a call, nor of a lamp, nor of one night."""
    before = at - FORGOTTEN_AFTER
    with acting_for_the_house("forgetting company"):
        Call.objects.filter(ended_at__lte=before).delete()
        Lamp.objects.filter(left_at__lte=before).delete()
        Readiness.objects.filter(wake_until__lte=at).update(wake_until=None)
