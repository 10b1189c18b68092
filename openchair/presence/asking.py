"""Who is asked: those who said so for this hour, at this table, in turn. Done as the house, because
who said what is told to nobody; the asker reads the names of those who were asked, and no others."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q

from openchair.circles.distances import is_distance_between
from openchair.circles.models import INSIDE, Seat, SeatState
from openchair.delivery.night import Hours
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account, Block, Person
from openchair.presence import letters
from openchair.presence.hours import (
    is_night_for,
    may_be_asked,
    may_be_woken,
    said_yes_to_nights,
)
from openchair.presence.models import Asked, Call, How, Readiness
from openchair.presence.told import without_strength

ONE_BY_ONE = timedelta(minutes=5)
"""How long one person has before the next one is asked; and after how long the truth is said."""


@dataclass(frozen=True)
class Willing:
    row: Readiness
    hours: Hours


def ask(call: Call, *, at: datetime) -> None:
    """Everyone who may be asked together; and of those who come one by one, whoever's turn it is,
    where nobody is asked with them. Nobody is asked twice in one call."""
    with acting_for_the_house("asking for company"):
        waiting = list(_willing(call, at, wakes=call.wakes))
        together = [one for one in waiting if one.row.how == How.TOGETHER]
        in_turn = [one for one in waiting if one.row.how == How.ALONE]
        _ask_each(call, together or in_turn[:1], at)
        call.next_at = at + ONE_BY_ONE
        call.save(update_fields=["next_at"])


def _willing(call: Call, at: datetime, *, wakes: bool) -> Iterable[Willing]:
    """Whoever was asked longest ago comes first; who never was, before them. Nobody is asked from whom
    the asker keeps some distance at this table, or who keeps it from the asker (5.8); nor whoever
    said that they have nothing left (AS-16)."""
    asked = set(Asked.objects.filter(call=call.pk).values_list("account", flat=True))
    return willing_at(call, asked, at, wakes=wakes)


def willing_at(
    call: Call, asked: Collection[UUID], at: datetime, *, wakes: bool = False
) -> Iterator[Willing]:
    """`asked`: who was already. `wakes`: also whoever said that they may be woken tonight."""
    there = may_meet(call)
    rows = Readiness.objects.filter(account__in=there - without_strength(there))
    rows = rows.exclude(account__in=asked)
    hours = _hours(row.account_id for row in rows)
    for row in rows.order_by(F("last_asked_at").asc(nulls_first=True), "pk"):
        distant = is_distance_between(call.circle_id, call.by_id, row.account_id)
        mine = hours[row.account_id]
        asleep = wakes and may_be_woken(row, mine, at)
        if not distant and (asleep or may_be_asked(row, mine, at)):
            yield Willing(row, mine)


def is_anyone_to_wake(call: Call, *, at: datetime) -> bool:
    """Whether "Wake someone" would ask somebody more. The asker alone reads it, and no name."""
    if call.wakes:
        return False
    with acting_for_the_house("asking for company"):
        all_of_them = list(_willing(call, at, wakes=True))
        return len(all_of_them) > len(list(_willing(call, at, wakes=False)))


def may_meet(call: Call) -> set[UUID]:
    """Who sits there and neither rests, is paused nor visits; but for the asker, and whoever either of
    the two keeps apart; nobody once the asker sits there no more."""
    here = Q(circle=call.circle_id, state__in=(SeatState.ARRIVING, SeatState.SEATED))
    apart = Block.apart("account", Account(pk=call.by_id))
    there = Seat.objects.filter(circle=call.circle_id, state__in=INSIDE, account=call.by_id)
    seats = Seat.objects.filter(here & apart).exclude(account=call.by_id)
    return set(seats.values_list("account", flat=True)) if there.exists() else set()


def _hours(accounts: Iterable[UUID]) -> dict[UUID, Hours]:
    people = Person.objects.filter(account__in=list(accounts))
    return {one.pk: Hours(one.night_from, one.night_until, one.zone) for one in people}


def _ask_each(call: Call, willing: Iterable[Willing], at: datetime) -> None:
    for one in willing:
        Asked.objects.create(call=call, account_id=one.row.account_id, asked_at=at)
        one.row.last_asked_at = at
        one.row.save(update_fields=["last_asked_at"])
        letters.call(
            one.row.account_id,
            about=call.pk,
            nights=said_yes_to_nights(one.row, at),
            now_night=is_night_for(one.hours, at),
            at=at,
        )
