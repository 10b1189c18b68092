"""Six people, one table and its words: what they do, told by numbers, in the house and in the oracle."""

import contextlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import time_machine

from openchair.circles import actions as circles
from openchair.circles.cloths import Cloth
from openchair.circles.models import Circle, CircleKind, Seat, SeatState
from openchair.delivery.models import Letter
from openchair.house.models import Duty
from openchair.house.queries import holders
from openchair.journeys import leaving
from openchair.journeys.tests.machine.oracle import Oracle, Place, Said, Under, Who
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account, Person
from openchair.presence import actions as company
from openchair.presence import unanswered
from openchair.sharing import erasing
from openchair.sharing.models import Answer, Offer, OfferReply, Share
from tests.guest import Guest

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
PEOPLE = 6
TESTS = "tests"
LETTERS = "bcdfghjklmnpqrstvwxz"
COMMON = "lantern"
"""Stands in every text, so that one search by its own words could find them all."""

type Seen = dict[Any, tuple[str, str]]

REACHED: Counter[tuple[str, str, str]] = Counter()
"""Every transition any program went through: of what, from, to."""
COMPARED: Counter[str] = Counter()
"""How often each surface was read and found as the oracle says."""


def canary(number: int) -> str:
    """A made-up word, the same in each run of a program."""
    drawn = ""
    for _place in range(5):
        number, letter = divmod(number, len(LETTERS))
        drawn = LETTERS[letter] + drawn
    return f"qzx{drawn}xq"


@dataclass
class Life:
    """One table, who sits where, and what was seen of its words after the last step."""

    at: datetime = NOON
    people: list[Account] = field(default_factory=list)
    circle: Circle = field(default_factory=Circle)
    listener: Account = field(default_factory=Account)
    oracle: Oracle = field(default_factory=lambda: Oracle([]))
    before: Seen = field(default_factory=dict)
    guests: dict[Who, Guest] = field(default_factory=dict)
    drawn: int = 0
    step: int = 0
    look: tuple[str, Who] = ("", 0)
    """Which surface is read next, and by whom."""
    moved: bool = False
    """Whether anything was done since it was last looked at."""

    def begin(self, seats: int, kind: CircleKind) -> None:
        self._no_letters_lie_there()
        for number in range(PEOPLE):
            account = Account.objects.create(email=f"p{number}@example.org")
            rows = Person.objects.for_viewer(account)
            rows.create(account=account, name=f"Name{canary(number)}", adult_said_at=NOON)
            self.people.append(account)
        self.drawn, self.listener = PEOPLE, holders(Duty.EAR)[0]
        self.oracle = Oracle([Place() for _who in range(PEOPLE)])
        self.circle = circles.gather(
            self.people[0], name="t", purpose="p", kind=kind, cloth=Cloth.PLUM, at=self.at
        )
        self.oracle.place_changed(0, inside=True, arrived=self.at)
        for who in range(1, seats):
            self.take_seat(who, SeatState.SEATED)

    def _no_letters_lie_there(self) -> None:
        """What others in this house wait for would be asked about at every sending."""
        with acting_for_the_house(TESTS):
            Letter.objects.all().delete()

    def new_text(self) -> str:
        self.drawn += 1
        return f"{COMMON} {canary(self.drawn)}"

    def seat(self, who: Who) -> Seat | None:
        actor = self.people[who]
        return Seat.objects.for_viewer(actor).filter(account=actor, circle=self.circle.pk).first()

    def guest(self, who: Who) -> Guest:
        """At their browser, signed in since the clock last moved."""
        if who not in self.guests:
            self.guests[who] = Guest(self.people[who])
        return self.guests[who]

    def done(self, act: Callable[..., Any], *said: Any, **named: Any) -> Any:
        """What came of it; None where it was refused. Anything else that is raised is a fault."""
        with contextlib.suppress(Refusal):
            came = act(*said, **named) or True
            self.moved = True
            return came
        return None

    def share(self, who: Who, said: Said) -> Share | None:
        """As a page finds what is in its address."""
        return Share.objects.for_viewer(self.people[who]).filter(pk=said.pk).first()

    def answer(self, who: Who, under: Under) -> Answer | None:
        return Answer.objects.for_viewer(self.people[who]).filter(pk=under.pk).first()

    def offer(self, who: Who, under: Under) -> Offer | None:
        return Offer.objects.for_viewer(self.people[who]).filter(answer=under.pk).first()

    def take_seat(self, who: Who, state: SeatState) -> None:
        self.done(circles.take_seat, self.people[who], self.circle.pk, at=self.at, state=state)
        self.arrived(who, visits=state == SeatState.VISITING)

    def arrived(self, who: Who, *, visits: bool) -> None:
        self.oracle.place_changed(who, inside=True, visits=visits, rests=False, arrived=self.at)

    def pass_time(self, much: timedelta) -> None:
        self.at += much
        self.moved = True
        self.guests.clear()
        with self.now():
            for appointment in (
                leaving.close_doors,
                circles.let_newcomers_settle,
                unanswered.go_on,
                unanswered.forget_answered,
                company.go_on,
                company.forget_old,
                erasing.keep_unanswered,
            ):
                appointment(self.at)

    def now(self) -> Any:
        return time_machine.travel(self.at, tick=False)

    def seen(self) -> Seen:
        with acting_for_the_house(TESTS):
            answers = {row.pk: row for row in Answer.objects.all()}
            offers = {row.answer_id: row for row in Offer.objects.all()}
            shares = {row.pk: row for row in Share.objects.filter(circle=self.circle.pk)}
        return (
            {pk: ("share", self._state_of(pk, shares.get(pk))) for pk in self.oracle.said}
            | {pk: ("answer", answer_state(answers.get(pk))) for pk in self.oracle.under}
            | {("offer", pk): ("offer", offer_state(offers.get(pk))) for pk in self.offered()}
        )

    def offered(self) -> list[UUID]:
        return [pk for pk, one in self.oracle.under.items() if one.offered]

    def _state_of(self, pk: UUID, row: Share | None) -> str:
        if row is None or row.author_id is None:
            return "erased"
        if row.taken_back_at:
            return "taken back"
        return self.oracle.said[pk].last or "offered"


def answer_state(row: Answer | None) -> str:
    if row is None:
        return "erased"
    marks = {
        "taken back": row.taken_back_at,
        "put away": row.put_away_at,
        "held": row.held,
        "carried": row.carried_at,
    }
    return next((state for state, mark in marks.items() if mark), "said")


def offer_state(row: Offer | None) -> str:
    if row is None:
        return "gone"
    return OfferReply(row.reply).value or "none"


def count_transitions(life: Life) -> None:
    before, after = life.before, life.seen()
    for key, (what, state) in after.items():
        was = before.get(key, (what, ""))[1]
        if was != state:
            REACHED[what, was, state] += 1
    life.before = after
