"""Everything nine people may do to one table, in any order, as a machine for Hypothesis."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from openchair.circles import actions
from openchair.circles.models import (
    STANDING,
    CircleKind,
    SeatState,
    WhenAsked,
)
from openchair.circles.tests.machine.acts import ACTS, AGES, FITTING, HERE, WHO, act
from openchair.circles.tests.machine.invariants import must_hold
from openchair.circles.tests.machine.table import NOON, PEOPLE, Life
from openchair.circles.tests.machine.together import Together
from openchair.people import actions as people


class TableMachine(Together):
    """Each program runs in a transaction of its own, which is undone at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.life = Life(NOON)
        self._transaction = transaction.atomic()
        self._transaction.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self._transaction.__exit__(None, None, None)

    @initialize(
        seats=st.sampled_from([2, 4, 6, 7, 9, 9]),
        kind=st.sampled_from([CircleKind.GRIEF, CircleKind.PAIR, CircleKind.FRIENDS]),
        kept=st.booleans(),
        how=st.lists(st.sampled_from([*STANDING, SeatState.LEFT]), min_size=4, max_size=8),
    )
    def a_table(self, seats: int, kind: CircleKind, kept: bool, how: list[SeatState]) -> None:
        self.life.begin(seats, kind)
        self._some_sit_otherwise(how)
        if kept and seats > 2 and kind != CircleKind.PAIR:
            for who in (0, 1):
                actions.look_after(self.life.people[who], self.life.circle, at=NOON)

    def _some_sit_otherwise(self, how: list[SeatState]) -> None:
        """Newcomers, visitors, and people who left, so that programs need not bring them about."""
        life = self.life
        for number, state in enumerate(how, start=2):
            seat = life.seat(number) if number < PEOPLE else None
            if seat is not None and state == SeatState.LEFT:
                actions.leave(life.people[number], seat, at=life.at)
            elif seat is not None:
                actions.take_seat(life.people[number], life.circle.pk, at=life.at, state=state)
        life.before = life.seen()

    @rule(data=st.data())
    def something_happens(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(list(ACTS)))
        getattr(self, name)(**{word: data.draw(drawn) for word, drawn in ACTS[name].items()})

    @act(who=WHO, act=st.sampled_from(list(FITTING)))
    def changes_how_they_sit(self, who: int, act: str) -> None:
        life, one = self.life, self.life.pick(who, *FITTING[act])
        seat = None if one is None else life.seat(one)
        if one is not None and seat is not None:
            said: dict[str, Any] = {"rest": {"word": ""}, "be_back": {}}.get(act, {"at": life.at})
            life.try_(getattr(actions, act), life.people[one], seat, **said)

    @act(who=WHO, days=st.sampled_from([0, 8]))
    def leaves_and_comes_back(self, who: int, days: int) -> None:
        """As they went: newly come, or with a pause that is not over."""
        life, who = self.life, self.life.pick(who, "arriving", "paused") or who
        seat = life.seat(who)
        if seat is None or not seat.is_inside:
            return
        life.try_(actions.leave, life.people[who], seat, at=life.at)
        must_hold(life)
        if days:
            life.pass_time(timedelta(days=days))
        left = life.seat(who)
        if left:
            life.try_(actions.come_back, life.people[who], left, at=life.at)

    @act(who=WHO)
    def rests_and_is_back(self, who: int) -> None:
        """As they sat before: a visitor visits on."""
        life, who = self.life, self.life.pick(who, "visiting", "arriving") or who
        for comes, said in ((actions.rest, {"word": ""}), (actions.be_back, {})):
            seat = life.seat(who)
            if seat and seat.is_inside:
                life.try_(comes, life.people[who], seat, **said)
                must_hold(life)

    @act(by=WHO, who=WHO)
    def comes_again_long_after(self, by: int, who: int) -> None:
        """Their door has closed meanwhile; a letter of someone who sits there lets them in."""
        life = self.life
        gone = life.pick(who, "gone", "left")
        if gone is None:
            return
        life.pass_time(timedelta(days=100))
        must_hold(life)
        if (writer := life.pick(by, *HERE)) is not None:
            life.write_as_if_asked(writer)
            must_hold(life)
            for letter in life.letters()[-1:]:
                life.try_(actions.accept, life.people[gone], letter.token, at=life.at)

    @act(by=WHO, who=WHO, seen=st.booleans(), outside=st.booleans())
    def someone_comes_by_letter(self, by: int, who: int, seen: bool, outside: bool) -> None:
        life = self.life
        writer = life.pick(by, *HERE)
        taker = life.pick(who, "", "left", "gone") if outside else who
        if writer is None or taker is None:
            return
        life.write_as_if_asked(writer)
        must_hold(life)
        for letter in life.letters()[-1:]:
            if seen:
                actions.have_it(letter.token, at=life.at)
                must_hold(life)
            life.try_(actions.accept, life.people[taker], letter.token, at=life.at)

    @act(by=WHO)
    def writes_a_letter(self, by: int) -> None:
        life = self.life
        life.try_(actions.invite, life.people[by], life.circle, invitee="", words="w", at=life.at)

    @act(by=WHO, how=st.sampled_from("have decline withdraw".split()), seen=st.booleans())
    def answers_a_letter(self, by: int, how: str, seen: bool) -> None:
        life, writer = self.life, self.life.pick(by, *HERE)
        if writer is not None:
            life.write_as_if_asked(writer)
        must_hold(life)
        for letter in life.letters()[-2:]:
            if seen or how == "have":
                actions.have_it(letter.token, at=life.at)
                must_hold(life)
            if how == "decline":
                actions.decline(letter.token, at=life.at)
            elif how == "withdraw" and letter.inviter in life.people:
                actions.withdraw(letter.inviter, letter)

    @act(who=WHO)
    def takes_a_letter_back(self, who: int) -> None:
        for letter in self.life.letters():
            if letter.inviter_id == self.life.people[who].pk:
                actions.withdraw(self.life.people[who], letter)

    @act(
        by=WHO,
        name=WHO,
        says=st.lists(st.sampled_from(list(WhenAsked)), min_size=1, max_size=3),
        thinks_better=st.booleans(),
    )
    def names_someone(self, by: int, name: int, says: list[WhenAsked], thinks_better: bool) -> None:
        life = self.life
        by = life.pick(by, *HERE) or 0
        said = {"name": f"P{name}", "line": "", "words": "w", "address": f"p{name}@example.org"}
        life.try_(actions.name_someone, life.people[by], life.circle, at=life.at, **said)
        for number, account in enumerate(life.people):
            if naming := life.naming(number):
                answer = says[number % len(says)]
                life.try_(actions.answer_naming, account, naming, answer=answer, at=life.at)
        must_hold(life)
        if thinks_better:
            self.takes_a_naming_back(by)
        life.pass_time(timedelta(hours=25))

    @act(who=WHO, ready=st.booleans(), resting=st.sampled_from(["", "ready", "wait"]))
    def leaves_an_answer(self, who: int, ready: bool, resting: str) -> None:
        life, seat = self.life, self.life.seat(who)
        if seat:
            account = life.people[who]
            life.try_(
                actions.leave_standing_answer, account, seat, ready=ready, while_resting=resting
            )

    @act(who=WHO)
    def takes_a_naming_back(self, who: int) -> None:
        naming = self.life.naming(who)
        if naming and naming.by_id == self.life.people[who].pk:
            actions.withdraw_naming(self.life.people[who], naming, at=self.life.at)

    @act(by=WHO, of=WHO, end=st.booleans())
    def keeps_someone_apart(self, by: int, of: int, end: bool) -> None:
        if end:
            people.end_block(self.life.people[by], self.life.people[of])
        else:
            self.life.block(by, of)

    @act(who=WHO, left=WHO)
    def sets_out_a_chair(self, who: int, left: int) -> None:
        life, seat, other = self.life, self.life.seat(who), self.life.seat(left)
        if seat and seat.is_inside:
            if other and other.state == SeatState.LEFT:
                life.try_(actions.keep_chair, life.people[who], seat, other, at=life.at)
            life.try_(actions.set_out_chair, life.people[who], seat, words="", at=life.at)

    @act(who=WHO)
    def takes_in_a_chair(self, who: int) -> None:
        if chair := self.life.chair(who):
            self.life.try_(actions.take_in_chair, self.life.people[who], chair)

    @act(who=WHO, most=st.integers(1, 13))
    def changes_the_chairs(self, who: int, most: int) -> None:
        seat = self.life.seat(who)
        if seat:
            account, at = self.life.people[who], self.life.at
            self.life.try_(actions.shape, account, seat, seats_most=most, at=at)

    @act(much=st.sampled_from(AGES))
    def time_passes(self, much: timedelta) -> None:
        self.life.pass_time(much)

    @invariant()
    def what_must_hold(self) -> None:
        if self.life.people:
            must_hold(self.life)
