"""The acts of the machine of words that concern answers: what is answered, and what becomes of it."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from openchair.journeys.tests.machine.acts import (
    FATES,
    KIND,
    MOSTLY_THEIRS,
    REPLY,
    WAITING_KIND,
    WHICH,
    WHO,
    act,
)
from openchair.journeys.tests.machine.life import count_transitions
from openchair.journeys.tests.machine.meeting import Meeting
from openchair.journeys.tests.machine.oracle import Said, Under, stands_at_once
from openchair.sharing import actions, erasing
from openchair.sharing.models import AnswerKind, OfferReply, ShortAnswer


class Answering(Meeting):
    @act(often=4, which=WHICH, by=WHO, kind=KIND, own=st.booleans(), fates=FATES)
    def answers(self, which: int, by: int, kind: AnswerKind, own: bool, fates: list[str]) -> None:
        if said := self.read_words(which):
            who = said.writer if own and by == 0 else self.reader(by, said)
            if self.answer(said, who, kind):
                self._becomes(fates)

    @act(
        often=4,
        which=WHICH,
        by=WHO,
        kind=WAITING_KIND,
        along=st.booleans(),
        replied=st.lists(REPLY, min_size=1, max_size=3),
        fates=FATES,
    )
    def offers(
        self,
        which: int,
        by: int,
        kind: AnswerKind,
        along: bool,
        replied: list[OfferReply],
        fates: list[str],
    ) -> None:
        """What waits for a yes, and how it is answered, where it is at once."""
        said = self.read_words(which)
        if said is None or not self.answer(said, self.reader(by, said), kind):
            return
        if along:
            self.lets_it_go_along(0, None)
        for reply in replied:
            self.replies(which=0, reply=reply)
            count_transitions(self.life)
        self._becomes(fates)

    def _becomes(self, fates: list[str]) -> None:
        """Of what was answered just now."""
        for fate in fates:
            count_transitions(self.life)
            if fate == "along":
                self.lets_it_go_along(0, None)
            elif fate == "away":
                self.puts_it_away(0)
            else:
                self.takes_an_answer_back(0, None, fate == "erase")

    def answer(self, said: Said, by: int, kind: AnswerKind) -> bool:
        life, text = self.life, self.life.new_text()
        share = life.share(by, said)
        if share is None:
            return False
        named = {"words": text, "kind": kind, "open_to": share.open_to, "at": life.at}
        row = life.done(actions.answer, life.people[by], share, **named)
        if row:
            held = by != said.writer and not stands_at_once(said.need, said.kind, kind)
            heard = life.oracle.audience(said)
            new = Under(row.pk, by, text.split()[1], said, held, heard, life.at, offered=held)
            life.oracle.under[row.pk] = new
            count_transitions(life)
        return bool(row)

    @act(often=2, which=WHICH, reply=REPLY)
    def replies(self, which: int, reply: OfferReply) -> None:
        life, under = self.life, self.offered(which)
        offer = life.offer(under.share.writer, under) if under else None
        if under and offer:
            life.done(actions.reply_to_offer, life.people[under.share.writer], offer, reply)
            under.held = under.held and reply != OfferReply.YES

    @act(which=WHICH, by=WHO, short=st.sampled_from(ShortAnswer), back=st.booleans())
    def sees(self, which: int, by: int, short: ShortAnswer, back: bool) -> None:
        life, said = self.life, self.read_words(which)
        by = self.reader(by, said) if said else by
        share = life.share(by, said) if said else None
        if share and back:
            life.done(actions.take_back_witness, life.people[by], share)
        elif share:
            life.done(actions.witness, life.people[by], share, short=short, at=life.at)

    @act(often=2, which=WHICH, by=MOSTLY_THEIRS)
    def lets_it_go_along(self, which: int, by: int | None) -> None:
        if under := self._done_to_answer(which, by, actions.carry):
            under.heard |= self.life.oracle.audience(under.share)
            under.reached = self.life.at

    @act(often=2, which=WHICH)
    def puts_it_away(self, which: int) -> None:
        life, under = self.life, self.under(which)
        who = under.share.writer if under else 0
        row = life.answer(who, under) if under else None
        share = life.share(who, under.share) if under else None
        if under and row and share:
            away = life.done(actions.put_away, life.people[who], row, share, at=life.at)
            under.away = under.away or bool(away)

    @act(often=2, which=WHICH, by=MOSTLY_THEIRS, erase=st.booleans())
    def takes_an_answer_back(self, which: int, by: int | None, erase: bool) -> None:
        goes = erasing.erase_answer if erase else actions.take_back_answer
        if under := self._done_to_answer(which, by, goes):
            under.standing = False

    def _done_to_answer(self, which: int, by: int | None, what: Callable[..., Any]) -> Under | None:
        """The answer, where this was done to it: by whoever wrote it, and nobody else may."""
        life, under = self.life, self.under(which)
        who = by if by is not None or under is None else under.writer
        row = life.answer(who, under) if under and who is not None else None
        if under is None or who is None or row is None:
            return None
        if not life.done(what, life.people[who], row, at=life.at):
            return None
        assert who == under.writer, f"Someone else did {what.__name__} to an answer."
        return under

    @act(which=WHICH)
    def keeps_it_when_asked(self, which: int) -> None:
        life, under = self.life, self.under(which)
        row = life.answer(under.writer, under) if under else None
        if under and row and row.asked_at:
            life.done(erasing.keep_answer, life.people[under.writer], row, at=life.at)
