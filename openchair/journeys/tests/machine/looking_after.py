"""The acts of the machine of words that concern the whole table: what is hidden for all or closed for
oneself (5.6), and whether those who come read what was said before (5.2)."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from openchair.circles import actions as circles
from openchair.circles.models import QuestionKind, QuestionState, TableQuestion
from openchair.journeys.tests.machine.acts import MOSTLY_THEIRS, WHICH, WHO, act
from openchair.journeys.tests.machine.oracle import Said, Under
from openchair.journeys.tests.machine.saying import Saying
from openchair.people.models import Account
from openchair.sharing import closing, hiding
from openchair.sharing.models import Hidden, HideNote

KEEPER = 0
"""Where anyone looks after the table."""


class LookingAfter(Saying):
    def _of_others(self, who: int, which: int, under: bool) -> Said | Under | None:
        """What this person reads; an answer, if that is meant and there is any, or a share."""
        oracle = self.life.oracle
        said = [s for s in oracle.said.values() if s.writer != who and oracle.reads(who, s)]
        answers = [a for a in oracle.under.values() if oracle.reads_under(who, a)]
        theirs = [a for a in answers if a.writer != who] if under else []
        rows: Sequence[Said | Under] = theirs or said
        return rows[-1 - which % len(rows)] if rows else None

    def _row(self, one: Said | Under | None, who: int) -> tuple[Any, Any]:
        """The share and the answer that are meant, as this person finds them."""
        if one is None:
            return None, None
        said = one.share if isinstance(one, Under) else one
        answer = self.life.answer(who, one) if isinstance(one, Under) else None
        found = self.life.share(who, said) if answer or one is said else None
        return found, answer

    @act(often=5, which=WHICH, by=MOSTLY_THEIRS, under=st.booleans())
    def hides_for_all(self, which: int, by: int | None, under: bool) -> None:
        life, who = self.life, KEEPER if by is None else by
        one = self._of_others(who, which, under)
        share, answer = self._row(one, who)
        said: dict[str, Any] = {"note": HideNote.HOW, "at": life.at}
        if one and share and life.done(hiding.hide, life.people[who], share, answer, **said):
            assert who == KEEPER, "Someone hid words who does not look after the table."
            one.hidden = True

    @act(which=WHICH, listener=st.booleans())
    def shows_it_again(self, which: int, listener: bool) -> None:
        life = self.life
        rows: list[Said | Under] = [*life.oracle.said.values(), *life.oracle.under.values()]
        hidden = [one for one in rows if one.hidden and one.standing]
        if hidden:
            actor = life.listener if listener else life.people[KEEPER]
            self._show_again(hidden[-1 - which % len(hidden)], actor)

    def _show_again(self, one: Said | Under, actor: Account) -> None:
        by_id = {"answer": one.pk} if isinstance(one, Under) else {"share": one.pk, "answer": None}
        row = Hidden.objects.for_viewer(actor).filter(**by_id).first()
        if row and self.life.done(hiding.undo_hiding, actor, row, at=self.life.at):
            one.hidden = False

    @act(which=WHICH, by=WHO, under=st.booleans(), again=st.booleans())
    def closes_for_themselves(self, which: int, by: int, under: bool, again: bool) -> None:
        life = self.life
        one = self._of_others(by, which, under)
        share, answer = self._row(one, by)
        if one is None or share is None:
            return
        if again:
            life.done(closing.leave_open, life.people[by], share, answer)
            life.oracle.closed.discard((by, one.pk))
        elif life.done(closing.close_for_oneself, life.people[by], share, answer, at=life.at):
            life.oracle.closed.add((by, one.pk))

    @act(often=2, by=WHO, no=MOSTLY_THEIRS)
    def all_let_the_time_before_be_read(self, by: int, no: int | None) -> None:
        """All but those who visit or rest must say yes, and one no is enough."""
        life, oracle = self.life, self.life.oracle
        by = self.here(by)
        seat, said = life.seat(by), {"kind": QuestionKind.BEFORE, "at": life.at}
        if not (seat and life.done(circles.ask_together, life.people[by], seat, **said)):
            return
        heard = {who: who != no for who in oracle.everyone if self._says(who, no)}
        heard.setdefault(by, True)
        places = [(who, oracle.places[who]) for who in oracle.everyone]
        asked = {who for who, p in places if p.inside and not p.visits and not p.rests}
        if asked <= set(heard) and all(heard.values()):
            oracle.time_before_changed(life.at)

    def _says(self, who: int, no: int | None) -> bool:
        """Whether their answer was taken."""
        life, account = self.life, self.life.people[who]
        rows = TableQuestion.objects.for_viewer(account).filter(kind=QuestionKind.BEFORE)
        asked = rows.filter(circle=life.circle.pk, state=QuestionState.ASKING).first()
        answer = {"yes": who != no, "at": life.at}
        return bool(asked and life.done(circles.answer_together, account, asked, **answer))

    @act(by=WHO)
    def lets_each_read_from_their_arrival(self, by: int) -> None:
        life, by = self.life, self.here(by)
        seat = life.seat(by)
        if seat and life.done(circles.read_from_arrival, life.people[by], seat, at=life.at):
            life.oracle.time_before_changed(None)
