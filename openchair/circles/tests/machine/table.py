"""Nine people and one table: what they do, told by numbers, and what is seen of it from outside."""

import contextlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from openchair.circles import actions
from openchair.circles.actions.inviting import write_letter
from openchair.circles.cloths import Cloth
from openchair.circles.models import (
    INSIDE,
    Circle,
    CircleKind,
    HoldingPause,
    Invitation,
    KeeperTerm,
    Naming,
    NamingState,
    OpenChair,
    QuestionState,
    Seat,
    SeatState,
    TableQuestion,
)
from openchair.house import actions as house
from openchair.house.models import Duty
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people import actions as people
from openchair.people.models import Account, Block, Person

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
PEOPLE = 9
TESTS = "tests"

REACHED: Counter[tuple[str, str, str]] = Counter()
"""Every transition any program went through: of what, from, to."""

type Seen = dict[Any, tuple[str, str]]


@dataclass
class Life:
    """One table, and what was seen of it after the last step."""

    at: datetime = NOON
    people: list[Account] = field(default_factory=list)
    circle: Circle = field(default_factory=Circle)
    listener: Account = field(default_factory=Account)
    before: Seen = field(default_factory=dict)
    apart_inside: set[frozenset[UUID]] = field(default_factory=set)
    """Who sat together already on the day of the block: the house moves nobody."""

    def begin(self, seats: int, kind: CircleKind) -> None:
        for number in range(PEOPLE):
            account = Account.objects.create(email=f"p{number}@example.org")
            self._called(account, f"P{number}")
            self.people.append(account)
        self.listener = Account.objects.create(email="listener@example.org")
        house.give_duty(self.listener, Duty.EAR, since=NOON.date(), shown_as="L")
        self.circle = actions.gather(
            self.people[0], name="t", purpose="p", kind=kind, cloth=Cloth.PLUM, at=self.at
        )
        most = 2 if kind == CircleKind.PAIR else seats
        for account in self.people[1 : min(seats, most)]:
            actions.take_seat(account, self.circle.pk, at=self.at)
        self.before = self.seen()

    def _called(self, account: Account, name: str) -> None:
        Person.objects.for_viewer(account).create(account=account, name=name, adult_said_at=NOON)

    def seat(self, who: int) -> Seat | None:
        actor = self.people[who]
        return Seat.objects.for_viewer(actor).filter(account=actor, circle=self.circle.pk).first()

    def pick(self, number: int, *states: str) -> int | None:
        """One of those whose seat is in one of these states; "" is who has none, or has it no more."""
        with acting_for_the_house(TESTS):
            seats = dict(Seat.objects.filter(circle=self.circle.pk).values_list("account", "state"))
        fit = [n for n, one in enumerate(self.people) if seats.get(one.pk, "") in states]
        return fit[number % len(fit)] if fit else None

    def try_(self, act: Any, *said: Any, **named: Any) -> None:
        """What is refused is refused; anything else that is raised is a fault."""
        with contextlib.suppress(Refusal):
            act(*said, **named)

    def seen(self) -> Seen:
        with acting_for_the_house(TESTS):
            table = Circle.objects.get(pk=self.circle.pk)
            seats = Seat.objects.filter(circle=table.pk)
            letters = Invitation.objects.filter(circle=table.pk)
            return (
                {table.pk: ("circle", table.state)}
                | {seat.pk: ("seat", seat.state) for seat in seats}
                | {letter.pk: ("letter", letter.state) for letter in letters}
            )

    def block(self, by: int, of: int) -> None:
        one, other = self.people[by], self.people[of]
        if one == other:
            return
        people.block(one, other, at=self.at)
        inside = {self.people[n].pk for n in (by, of) if (s := self.seat(n)) and s.is_inside}
        if len(inside) == 2:
            self.apart_inside.add(frozenset(inside))

    def letters(self) -> list[Invitation]:
        with acting_for_the_house(TESTS):
            return list(Invitation.objects.filter(circle=self.circle.pk).order_by("written_at"))

    def naming(self, who: int) -> Naming | None:
        actor = self.people[who]
        rows = Naming.objects.for_viewer(actor).filter(circle=self.circle.pk)
        return rows.filter(state=NamingState.ASKING).order_by("asked_at").last()

    def question(self, who: int) -> TableQuestion | None:
        actor = self.people[who]
        rows = TableQuestion.objects.for_viewer(actor).filter(circle=self.circle.pk)
        return rows.filter(state=QuestionState.ASKING).first()

    def chair(self, who: int) -> OpenChair | None:
        actor = self.people[who]
        return OpenChair.objects.for_viewer(actor).filter(circle=self.circle.pk).first()

    def term_of(self, who: int) -> KeeperTerm | None:
        actor = self.people[who]
        return KeeperTerm.objects.for_viewer(actor).filter(account=actor, put_down_at=None).first()

    def pause(self) -> HoldingPause | None:
        rows = HoldingPause.objects.for_viewer(self.listener)
        return rows.filter(undone_at=None).first()

    def write_as_if_asked(self, who: int) -> None:
        """A letter after a check that went well, so that programs need not wait for one each time."""
        seat = self.seat(who)
        if seat and seat.is_inside and not seat.is_visitor:
            taken = actions.holding.taken_places(self.circle, at=self.at)
            with acting_for_the_house(TESTS):
                table = Circle.objects.get(pk=self.circle.pk)
            if taken < table.seats_most and not table.is_ending:
                write_letter(self.people[who], self.circle, invitee="", words="w", at=self.at)

    def pass_time(self, much: timedelta) -> None:
        self.at += much
        for appointment in (
            actions.look_at_openings,
            actions.settle_namings,
            actions.end_pauses,
            actions.let_newcomers_settle,
            actions.end_terms,
            actions.ask_for_help,
            actions.end_tables,
            actions.close_doors,
        ):
            appointment(self.at)


def count_transitions(life: Life) -> tuple[Seen, Seen]:
    """Notes what changed since the last step, and gives what was and what is."""
    before, after = life.before, life.seen()
    for pk, (what, state) in after.items():
        was = before.get(pk, (what, ""))[1]
        if was != state:
            REACHED[what, was, state] += 1
    life.before = after
    return before, after


def came_in(before: Seen, after: Seen) -> list[Any]:
    return [
        pk
        for pk, (what, state) in after.items()
        if what == "seat" and state in INSIDE and before.get(pk, ("", ""))[1] not in INSIDE
    ]


def went(before: Seen, after: Seen) -> list[Any]:
    """Seats that are gone since the last step, and were not left before by their person's own act."""
    return [
        pk
        for pk, (what, state) in after.items()
        if what == "seat"
        and state == SeatState.GONE
        and before.get(pk, ("", ""))[1] not in {SeatState.LEFT, SeatState.GONE}
    ]


def is_blocked(one: UUID, other: UUID) -> bool:
    return (
        Block.objects.filter(by=one, of=other).exists()
        or Block.objects.filter(by=other, of=one).exists()
    )
