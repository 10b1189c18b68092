"""Everything six people may do with words at one table, in any order, as a machine for Hypothesis."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from openchair.circles import actions as circles
from openchair.circles.models import CircleKind
from openchair.journeys.company.actions import say
from openchair.journeys.tests.machine.acts import ACTS, FEW, REPLY, WHICH, WHO, act
from openchair.journeys.tests.machine.life import PEOPLE, Life, count_transitions
from openchair.journeys.tests.machine.meeting import Meeting
from openchair.journeys.tests.machine.oracle import Said, Under, stands_at_once
from openchair.journeys.tests.machine.surfaces import TURNS, must_hold
from openchair.sharing import actions, erasing
from openchair.sharing.models import (
    AnswerKind,
    Audience,
    Need,
    OfferReply,
    Share,
    ShareKind,
    ShortAnswer,
)


class WordsMachine(Meeting):
    """Each program runs in a transaction of its own, which is undone at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.life = Life()
        self._transaction = transaction.atomic()
        self._transaction.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self._transaction.__exit__(None, None, None)

    @initialize(
        seats=st.sampled_from([2, 4, 4, 5]),
        kind=st.sampled_from([CircleKind.GRIEF, CircleKind.FAITH, CircleKind.PAIR]),
        keeper=st.booleans(),
        turn=st.integers(0, len(TURNS) * PEOPLE),
    )
    def a_table(self, seats: int, kind: CircleKind, keeper: bool, turn: int) -> None:
        """`turn`: with whom and which surface the reading begins."""
        life = self.life
        life.step = turn
        life.begin(2 if kind == CircleKind.PAIR else seats, kind)
        if keeper and kind != CircleKind.PAIR:
            life.done(circles.look_after, life.people[0], life.circle, at=life.at)
        life.at += timedelta(minutes=20)

    @rule(data=st.data())
    def something_happens(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(list(ACTS)))
        drawn = {word: data.draw(one) for word, one in ACTS[name].items()}
        self.life.at += timedelta(seconds=1)
        with self.life.now():
            getattr(self, name.split()[0])(**drawn)

    @act(
        often=3,
        who=WHO,
        kind=st.sampled_from(ShareKind),
        need=st.one_of(st.none(), st.sampled_from(Need)),
        audience=st.sampled_from([*Audience, Audience.CHOSEN, Audience.CIRCLE]),
        to=FEW,
        warned=st.booleans(),
    )
    def says(
        self,
        who: int,
        kind: ShareKind,
        need: Need | None,
        audience: Audience,
        to: set[int],
        warned: bool,
    ) -> None:
        life, who = self.life, self.here(who)
        seat, text = life.seat(who), life.new_text()
        warning = life.new_text() if warned else ""
        if seat is None:
            return
        said: dict[str, Any] = {"words": text, "warning": warning, "kind": kind, "need": need}
        said |= {"audience": audience, "readers": self._accounts(to - {who})}
        if life.done(say, life.people[who], seat, at=life.at, **said):
            rows = Share.objects.for_viewer(life.people[who]).filter(author=life.people[who])
            self._note_said(who, rows.order_by("-said_at")[0], text, warning, to)

    def _accounts(self, to: set[int]) -> list[Any]:
        return [self.life.people[one].pk for one in to]

    def _note_said(self, who: int, row: Share, text: str, warning: str, to: set[int]) -> None:
        life = self.life
        life.oracle.said[row.pk] = Said(
            pk=row.pk,
            writer=who,
            text=text.split(maxsplit=1)[1],
            warning=warning.rsplit(maxsplit=1)[-1] if warning else "",
            kind=row.kind,
            need=row.need,
            audience=row.audience,
            readers=to - {who} if row.audience == Audience.CHOSEN else set(),
            said_at=life.at,
            since=life.at,
        )

    @act(often=4, which=WHICH, by=WHO, kind=st.sampled_from(AnswerKind), own=st.booleans())
    def answers(self, which: int, by: int, kind: AnswerKind, own: bool) -> None:
        if said := self.words(which):
            self._answers(said, said.writer if own and by == 0 else self.reader(by, said), kind)

    @act(
        often=3,
        which=WHICH,
        by=WHO,
        kind=st.sampled_from([AnswerKind.IDEA, AnswerKind.QUESTION]),
        replied=st.lists(REPLY, max_size=2),
    )
    def offers(self, which: int, by: int, kind: AnswerKind, replied: list[OfferReply]) -> None:
        """What waits for a yes, and how it is answered, where it is at once."""
        if said := self.words(which):
            self._answers(said, self.reader(by, said), kind)
            count_transitions(self.life)
            for reply in replied:
                self.replies(which=0, reply=reply)
                count_transitions(self.life)

    def _answers(self, said: Said, by: int, kind: AnswerKind) -> None:
        life, text = self.life, self.life.new_text()
        share = life.share(by, said)
        if share is None:
            return
        named = {"words": text, "kind": kind, "open_to": share.open_to, "at": life.at}
        row = life.done(actions.answer, life.people[by], share, **named)
        if row:
            held = by != said.writer and not stands_at_once(said.need, said.kind, kind)
            heard = life.oracle.audience(said)
            new = Under(row.pk, by, text.split()[1], said, held, heard, offered=held)
            life.oracle.under[row.pk] = new

    @act(often=2, which=WHICH, reply=REPLY)
    def replies(self, which: int, reply: OfferReply) -> None:
        life, under = self.life, self.offered(which)
        offer = life.offer(under.share.writer, under) if under else None
        if under and offer:
            actions.reply_to_offer(life.people[under.share.writer], offer, reply)
            under.held = under.held and reply != OfferReply.YES

    @act(which=WHICH, by=WHO, short=st.sampled_from(ShortAnswer), back=st.booleans())
    def sees(self, which: int, by: int, short: ShortAnswer, back: bool) -> None:
        life, said = self.life, self.words(which)
        share = life.share(by, said) if said else None
        if share and back:
            life.done(actions.take_back_witness, life.people[by], share)
        elif share:
            life.done(actions.witness, life.people[by], share, short=short, at=life.at)

    @act(
        often=4,
        which=WHICH,
        by=st.one_of(st.none(), st.none(), st.none(), WHO),
        audience=st.one_of(st.none(), st.sampled_from(Audience)),
        to=FEW,
        otherwise=st.booleans(),
        need=st.sampled_from(Need),
    )
    def changes(
        self,
        which: int,
        by: int | None,
        audience: Audience | None,
        to: set[int],
        otherwise: bool,
        need: Need,
    ) -> None:
        life, said = self.life, self.words(which)
        who = by if by is not None or said is None else said.writer
        share = life.share(who, said) if said and who is not None else None
        seat = life.seat(who) if who is not None else None
        if said is None or who is None or share is None or seat is None:
            return
        if audience is None:  # said otherwise alone
            audience, to, otherwise = Audience(said.audience), said.readers, True
        words = life.new_text() if otherwise else share.words
        named: dict[str, Any] = {"words": words, "warning": share.warning, "need": need}
        named |= {"audience": audience, "readers": self._accounts(to - {who})}
        if life.done(actions.change, life.people[who], seat, share, at=life.at, **named):
            assert who == said.writer, "Someone changed the words of another."
            self._note_change(said, audience, to - {who}, words.split()[1], need)

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

    @act(often=3, which=WHICH, by=st.one_of(st.none(), st.none(), WHO))
    def lets_it_go_along(self, which: int, by: int | None) -> None:
        life, under = self.life, self.under(which)
        who = by if by is not None or under is None else under.writer
        row = life.answer(who, under) if under and who is not None else None
        if under is None or who is None or row is None:
            return
        if life.done(actions.carry, life.people[who], row, at=life.at):
            assert who == under.writer, "Someone let the answer of another go along."
            under.heard |= life.oracle.audience(under.share)

    @act(often=3, which=WHICH)
    def puts_it_away(self, which: int) -> None:
        life, under = self.life, self.under(which)
        who = under.share.writer if under else 0
        row = life.answer(who, under) if under else None
        share = life.share(who, under.share) if under else None
        if under and row and share:
            away = life.done(actions.put_away, life.people[who], row, share, at=life.at)
            under.away = under.away or bool(away)

    @act(which=WHICH, closed=st.booleans())
    def closes_answers(self, which: int, closed: bool) -> None:
        life, said = self.life, self.words(which)
        share = life.share(said.writer, said) if said else None
        if said and share:
            account = life.people[said.writer]
            life.done(actions.close_answers, account, share, closed=closed, at=life.at)

    @act(which=WHICH, by=st.one_of(st.none(), st.none(), WHO), erase=st.booleans())
    def takes_words_back(self, which: int, by: int | None, erase: bool) -> None:
        life, said = self.life, self.words(which)
        who = by if by is not None or said is None else said.writer
        share = life.share(who, said) if said and who is not None else None
        if said is None or who is None or share is None:
            return
        act = erasing.erase_words if erase else actions.take_back
        if life.done(act, life.people[who], share, at=life.at):
            assert who == said.writer, "Someone took back the words of another."
            life.oracle.erase(said) if erase else life.oracle.take_back(said)

    @act(which=WHICH)
    def erases_what_was_taken_back(self, which: int) -> None:
        life = self.life
        gone = [one for one in life.oracle.said.values() if not one.standing]
        said = gone[-1 - which % len(gone)] if gone else None
        share = life.share(said.writer, said) if said else None
        if (
            said
            and share
            and life.done(erasing.erase_words, life.people[said.writer], share, at=life.at)
        ):
            life.oracle.erase(said)

    @act(often=3, which=WHICH, by=st.one_of(st.none(), st.none(), WHO), erase=st.booleans())
    def takes_an_answer_back(self, which: int, by: int | None, erase: bool) -> None:
        life, under = self.life, self.under(which)
        who = by if by is not None or under is None else under.writer
        row = life.answer(who, under) if under and who is not None else None
        if under is None or who is None or row is None:
            return
        act = erasing.erase_answer if erase else actions.take_back_answer
        if life.done(act, life.people[who], row, at=life.at):
            assert who == under.writer, "Someone took back the answer of another."
            under.standing = False

    @act(which=WHICH)
    def keeps_it_when_asked(self, which: int) -> None:
        life, under = self.life, self.under(which)
        row = life.answer(under.writer, under) if under else None
        if under and row and row.asked_at:
            life.done(erasing.keep_answer, life.people[under.writer], row, at=life.at)

    @invariant()
    def what_must_hold(self) -> None:
        life = self.life
        if not life.people:
            return
        count_transitions(life)
        life.step += 1
        must_hold(life, life.step)
