"""The acts of the machine of words that concern what is said: to whom, how otherwise, and how it goes."""

from typing import Any

from hypothesis import strategies as st

from openchair.journeys.company.actions import say
from openchair.journeys.tests.machine.acts import (
    MOSTLY_THEIRS,
    OTHERWISE,
    SAID,
    WHICH,
    Otherwise,
    act,
)
from openchair.journeys.tests.machine.answering import Answering
from openchair.journeys.tests.machine.life import count_transitions
from openchair.journeys.tests.machine.oracle import Said
from openchair.sharing import actions, erasing
from openchair.sharing.models import AnswerKind, Audience, Need, Share, ShareKind


class Saying(Answering):
    @act(often=4, **SAID)
    def says(
        self,
        who: int,
        kind: ShareKind,
        need: Need | None,
        audience: Audience,
        to: set[int],
        warned: bool,
        answered: list[tuple[int, AnswerKind]],
    ) -> None:
        life, who = self.life, self.here(who)
        seat, text = life.seat(who), life.new_text()
        warning = life.new_text() if warned else ""
        if seat is None:
            return
        said: dict[str, Any] = {"words": text, "warning": warning, "kind": kind, "need": need}
        to = {self.here(one) for one in to} - {who}
        said |= {"audience": audience, "readers": self._accounts(to)}
        if life.done(say, life.people[who], seat, at=life.at, **said):
            rows = Share.objects.for_viewer(life.people[who]).filter(author=life.people[who])
            row = rows.exclude(pk__in=list(life.oracle.said)).get()
            new = self._note_said(who, row, text, warning, to)
            count_transitions(life)
            for by, what in answered:
                self.answer(new, self.reader(by, new), what)

    def _accounts(self, to: set[int]) -> list[Any]:
        return [self.life.people[one].pk for one in to]

    def _note_said(self, who: int, row: Share, text: str, warning: str, to: set[int]) -> Said:
        life = self.life
        new = Said(
            pk=row.pk,
            writer=who,
            text=text.split(maxsplit=1)[1],
            warning=warning.rsplit(maxsplit=1)[-1] if warning else "",
            kind=row.kind,
            need=row.need,
            audience=row.audience,
            readers=to if row.audience == Audience.CHOSEN else set(),
            said_at=life.at,
            since=life.at,
        )
        life.oracle.said[row.pk] = new
        return new

    @act(
        often=5,
        which=WHICH,
        by=MOSTLY_THEIRS,
        hows=st.lists(OTHERWISE, min_size=1, max_size=3),
        then=st.sampled_from([None, None, None, "back", "erase"]),
    )
    def changes(self, which: int, by: int | None, hows: list[Otherwise], then: str | None) -> None:
        """Once, or more often one after the other; and perhaps it goes then."""
        said = self.words(which)
        for how in hows if said else []:
            if said and self._change(said, by, how):
                count_transitions(self.life)
        if said and then:
            self._goes(said, by, erase=then == "erase")

    def _change(self, said: Said, by: int | None, how: Otherwise) -> bool:
        life, (audience, to, otherwise, need) = self.life, how
        who = said.writer if by is None else by
        share, seat = life.share(who, said), life.seat(who)
        if share is None or seat is None:
            return False
        to = {self.here(one) for one in to} - {who}
        if audience is None:  # said otherwise alone
            audience, to, otherwise = Audience(said.audience), said.readers - {who}, True
        words = life.new_text() if otherwise else share.words
        named: dict[str, Any] = {"words": words, "warning": share.warning, "need": need}
        named |= {"audience": audience, "readers": self._accounts(to)}
        if not life.done(actions.change, life.people[who], seat, share, at=life.at, **named):
            return False
        assert who == said.writer, "Someone changed the words of another."
        self._note_change(said, audience, to, words.split()[1], need)
        return True

    def _note_change(
        self, said: Said, audience: Audience, to: set[int], text: str, need: Need
    ) -> None:
        oracle = self.life.oracle
        before, softened = oracle.audience(said), text != said.text
        if audience == Audience.CIRCLE != said.audience:
            said.since = self.life.at
        said.audience, said.need, said.text = audience, need, text
        said.readers = to if audience == Audience.CHOSEN else set()
        now = oracle.audience(said)
        softly = "softened" if softened else said.last
        said.last = "widened" if now - before else "narrowed" if before - now else softly
        oracle.audience_changed(said)

    @act(which=WHICH, closed=st.booleans())
    def closes_answers(self, which: int, closed: bool) -> None:
        life, said = self.life, self.words(which)
        share = life.share(said.writer, said) if said else None
        if said and share:
            account = life.people[said.writer]
            life.done(actions.close_answers, account, share, closed=closed, at=life.at)

    @act(which=WHICH, by=MOSTLY_THEIRS, erase=st.booleans())
    def takes_words_back(self, which: int, by: int | None, erase: bool) -> None:
        if said := self.words(which):
            self._goes(said, by, erase=erase)

    @act(which=WHICH)
    def erases_what_was_taken_back(self, which: int) -> None:
        gone = [one for one in self.life.oracle.said.values() if not one.standing]
        if gone:
            self._goes(gone[-1 - which % len(gone)], None, erase=True)

    def _goes(self, said: Said, by: int | None, *, erase: bool) -> None:
        life, who = self.life, said.writer if by is None else by
        share = life.share(who, said)
        goes = erasing.erase_words if erase else actions.take_back
        if share and life.done(goes, life.people[who], share, at=life.at):
            assert who == said.writer, "Someone took back the words of another."
            life.oracle.erase(said) if erase else life.oracle.take_back(said)
