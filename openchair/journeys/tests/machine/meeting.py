"""The acts of the machine of words that concern people: who comes, goes, and keeps from whom."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from openchair.circles import actions as circles
from openchair.circles.models import SeatState
from openchair.journeys.leaving import WordsGo, leave
from openchair.journeys.tests.machine.acts import AGES, WHO, act
from openchair.journeys.tests.machine.life import PEOPLE, Life
from openchair.journeys.tests.machine.oracle import Said, Under
from openchair.people import actions as people


class Meeting(RuleBasedStateMachine):
    life: Life

    def words(self, which: int) -> Said | None:
        standing = [one for one in self.life.oracle.said.values() if one.standing]
        return standing[-1 - which % len(standing)] if standing else None

    def read_words(self, which: int) -> Said | None:
        """That somebody else reads too, if there are any."""
        standing = [one for one in self.life.oracle.said.values() if one.standing]
        read = [one for one in standing if self._others(one)] or standing
        return read[-1 - which % len(read)] if read else None

    def under(self, which: int) -> Under | None:
        rows = list(self.life.oracle.under.values())
        return rows[-1 - which % len(rows)] if rows else None

    def offered(self, which: int) -> Under | None:
        rows = [one for one in self.life.oracle.under.values() if one.offered and one.standing]
        return rows[-1 - which % len(rows)] if rows else None

    def reader(self, number: int, said: Said) -> int:
        """One of those who read it, if anybody else does."""
        others = self._others(said)
        return others[number % len(others)] if others else number

    def _others(self, said: Said) -> list[int]:
        oracle = self.life.oracle
        return [who for who in oracle.everyone if who != said.writer and oracle.reads(who, said)]

    def here(self, number: int) -> int:
        """One of those who sit there."""
        places = self.life.oracle.places
        inside = [who for who in self.life.oracle.everyone if places[who].inside]
        return inside[number % len(inside)] if inside else number

    @act(often=2, by=WHO, of=WHO, end=st.sampled_from([False, False, True]))
    def keeps_someone_apart(self, by: int, of: int, end: bool) -> None:
        life, by, of = self.life, self.here(by), self.here((of + 1) % PEOPLE)
        if by != of and end:
            life.done(people.end_block, life.people[by], life.people[of])
            life.oracle.blocks.discard((by, of))
        elif by != of and life.done(people.block, life.people[by], life.people[of], at=life.at):
            life.oracle.blocks.add((by, of))

    @act(by=WHO, of=WHO, end=st.booleans())
    def keeps_some_distance(self, by: int, of: int, end: bool) -> None:
        """It folds what the other said, and lets it be read as before (5.8)."""
        life, seat, other = self.life, self.life.seat(by), self.life.seat(of)
        if seat and seat.is_inside and end:
            life.done(circles.no_more_distance, life.people[by], seat, life.people[of].pk)
            life.oracle.distances.discard((by, of))
        elif seat and other and seat.is_inside and by != of:
            life.done(circles.keep_distance, life.people[by], seat, other, at=life.at)
            life.oracle.distances.add((by, of))

    @act(who=WHO, words=st.sampled_from(WordsGo))
    def leaves(self, who: int, words: WordsGo) -> None:
        life, who = self.life, self.here(who)
        seat = life.seat(who)
        if (
            seat
            and seat.is_inside
            and life.done(leave, life.people[who], seat, words=words, at=life.at)
        ):
            life.oracle.leaves(who)
            if words == WordsGo.WITH_ME:
                life.oracle.take_all(who)

    @act(often=2, who=WHO, visits=st.booleans())
    def comes(self, who: int, visits: bool) -> None:
        """Through the door they left open, or by a letter; never to whom they are kept from (I-6)."""
        life, oracle = self.life, self.life.oracle
        there = [one for one in oracle.everyone if oracle.places[one].inside]
        if who in there or any(oracle.apart(who, one) for one in there):
            return
        seat = life.seat(who)
        back = seat and life.done(circles.come_back, life.people[who], seat, at=life.at)
        if back:
            life.arrived(who, visits=back.is_visitor)
        else:
            life.take_seat(who, SeatState.VISITING if visits else SeatState.ARRIVING)

    @act(who=WHO, act=st.sampled_from(["rest", "be_back", "sit_down"]))
    def sits_otherwise(self, who: int, act: str) -> None:
        life, seat = self.life, self.life.seat(who)
        if seat is None or not seat.is_inside:
            return
        said: dict[str, Any] = {"rest": {"word": ""}, "be_back": {}}.get(act, {"at": life.at})
        if not life.done(getattr(circles, act), life.people[who], seat, **said):
            return
        place = life.oracle.places[who]
        if act == "sit_down":  # whoever rests and does not visit rests on
            life.oracle.place_changed(who, visits=False, rests=place.rests and not place.visits)
        else:
            life.oracle.place_changed(who, rests=act == "rest")

    @act(often=2, much=st.sampled_from(AGES))
    def time_passes(self, much: timedelta) -> None:
        self.life.pass_time(much)
