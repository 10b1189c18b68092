"""Looking after a table, pausing someone, and what all of them are asked together."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from openchair.circles import actions
from openchair.circles.models import INSIDE, QuestionKind
from openchair.circles.tests.machine.acts import WHO, act
from openchair.circles.tests.machine.invariants import must_hold
from openchair.circles.tests.machine.table import Life


class Together(RuleBasedStateMachine):
    life: Life

    @act(who=WHO, act=st.sampled_from(["look_after", "put_down"]))
    def looks_after_it_or_not(self, who: int, act: str) -> None:
        life = self.life
        who = life.pick(who, "seated", "arriving") or 0
        life.try_(getattr(actions, act), life.people[who], life.circle, at=life.at)

    @act(by=WHO, of=WHO, yes=st.booleans(), hand=st.booleans())
    def asks_someone_to_look_after_it(self, by: int, of: int, yes: bool, hand: bool) -> None:
        life, seat, other = self.life, self.life.seat(by), self.life.seat(of)
        if not (seat and other):
            return
        ask = actions.ask_to_look_after
        life.try_(ask, life.people[by], seat, other, handing_over=hand, at=life.at)
        term = life.term_of(of)
        if term and yes:
            life.try_(actions.look_after, life.people[of], life.circle, at=life.at)
        elif term:
            actions.rather_not(life.people[of], term)

    @act(by=WHO, of=WHO, serve=st.booleans(), newly_come=st.booleans())
    def pauses_someone(self, by: int, of: int, serve: bool, newly_come: bool) -> None:
        life = self.life
        some = ("arriving", "visiting") if newly_come else INSIDE
        by, of = life.pick(by, "seated") or 0, life.pick(of, *some) or of
        if serve:
            life.try_(actions.look_after, life.people[by], life.circle, at=life.at)
        seat, other = life.seat(by), life.seat(of)
        if seat and other:
            life.try_(actions.pause_for_a_day, life.people[by], seat, other, reason="r", at=life.at)

    @act()
    def the_listener_undoes_it(self) -> None:
        if pause := self.life.pause():
            self.life.try_(actions.undo_pause, self.life.listener, pause, at=self.life.at)

    @act(
        by=WHO,
        kind=st.sampled_from([*QuestionKind, QuestionKind.REST, QuestionKind.AGREEMENT]),
        days=st.sampled_from([0, 3, 60]),
        stay=st.sampled_from([0, 30]),
        no=st.one_of(st.none(), st.none(), WHO),
    )
    def asks_them_all(
        self, by: int, kind: QuestionKind, days: int, stay: int, no: int | None
    ) -> None:
        life = self.life
        by = life.pick(by, "seated", "arriving") or 0
        seat = life.seat(by)
        if seat is None:
            return
        end = {"days": days, "words_stay": stay} if kind == QuestionKind.CLOSE else {}
        asked: dict[str, Any] = {"kind": kind, "words": "w", "at": life.at, **end}
        life.try_(actions.ask_together, life.people[by], seat, **asked)
        for number, account in enumerate(life.people):
            if question := life.question(number):
                yes = number != no
                life.try_(actions.answer_together, account, question, yes=yes, at=life.at)

    @act(who=WHO, act=st.sampled_from(["wake", "begin"]))
    def wakes_it(self, who: int, act: str) -> None:
        life = self.life
        who = life.pick(who, "seated", "arriving") or 0
        seat = life.seat(who)
        if seat and act == "wake":
            life.try_(actions.wake, life.people[who], seat, at=life.at)
        elif seat:
            life.try_(actions.begin_gathering, life.people[who], seat)

    @act(
        by=WHO,
        first=st.sampled_from([None, QuestionKind.REST, QuestionKind.CLOSE]),
        ends=st.booleans(),
    )
    def nobody_looks_after_it_any_more(
        self, by: int, first: QuestionKind | None, ends: bool
    ) -> None:
        """While it is open, rests or comes to its end. After that they ask for an end, or wake it."""
        life = self.life
        self._as_many_as_can_be()
        must_hold(life)
        if first:
            self.asks_them_all(by, first, 60, 30, None)
            must_hold(life)
        for account in life.people:
            actions.put_down(account, life.circle, at=life.at)
        must_hold(life)
        life.pass_time(timedelta(days=45))
        must_hold(life)
        if ends:
            self.asks_them_all(by, QuestionKind.CLOSE, 60, 30, None)
        else:
            self.wakes_it(by, "wake")

    def _as_many_as_can_be(self) -> None:
        """Whoever left comes back, and whoever visits sits down: a small table needs nobody."""
        life = self.life
        for number, account in enumerate(life.people):
            for comes in (actions.come_back, actions.sit_down):
                seat = life.seat(number)
                if seat is not None:
                    life.try_(comes, account, seat, at=life.at)
