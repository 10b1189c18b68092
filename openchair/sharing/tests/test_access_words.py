"""Each reason why not with words, alone: with it there is a sentence, without it there is none."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser

from openchair.circles.models import Circle, CircleKind, CircleState, Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.text import WORDS_LIMIT
from openchair.people.models import Account
from openchair.sharing import policy
from openchair.sharing.models import (
    Answer,
    AnswerKind,
    Audience,
    Need,
    Retelling,
    RetellingState,
    Share,
    ShortAnswer,
)

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
AMA, BERT = Account(), Account()


def a_share(**more: Any) -> Share:
    return Share(**{"author_id": AMA.pk, "need": Need.READ} | more)


def a_seat(state: SeatState, table: CircleState = CircleState.GATHERING) -> Seat:
    return Seat(state=state, circle=Circle(state=table))


def test_who_sits_there_may_speak_unless_paused() -> None:
    for state in (SeatState.VISITING, SeatState.ARRIVING, SeatState.SEATED, SeatState.RESTING):
        assert policy.why_not_say(a_seat(state), "words") is None
    assert "not at this table" in str(policy.why_not_say(None, "words"))
    assert "not at this table" in str(policy.why_not_say(a_seat(SeatState.LEFT), "words"))
    assert "paused" in str(policy.why_not_say(a_seat(SeatState.PAUSED), "words"))
    assert "no words" in str(policy.why_not_say(a_seat(SeatState.SEATED), " \n"))


def test_at_a_table_that_has_ended_nobody_speaks() -> None:
    for state in (CircleState.CLOSING, CircleState.RESTING, CircleState.UNKEPT):
        assert policy.why_not_say(a_seat(SeatState.SEATED, state), "words") is None
    ended = a_seat(SeatState.SEATED, CircleState.CLOSED)
    assert "come to its end" in str(policy.why_not_say(ended, "words"))


def test_there_are_words_and_not_too_many() -> None:
    assert policy.why_not_words("one") is None
    assert "no words" in str(policy.why_not_words(" \n "))
    assert policy.why_not_words("x" * (WORDS_LIMIT + 1))


def test_one_sees_what_stands_and_is_another_s() -> None:
    assert policy.why_not_witness(BERT, a_share(), None) is None
    assert "own words" in str(policy.why_not_witness(AMA, a_share(), None))
    assert "taken back" in str(policy.why_not_witness(BERT, a_share(taken_back_at=NOW), None))
    assert policy.why_not_witness(BERT, a_share(), a_seat(SeatState.SEATED)) is None
    paused = a_seat(SeatState.PAUSED)
    assert "paused" in str(policy.why_not_witness(BERT, a_share(), paused))


def test_short_answers_follow_the_need() -> None:
    assert policy.why_not_witness(BERT, a_share(), None, ShortAnswer.SEE) is None
    assert "other answers" in str(policy.why_not_witness(BERT, a_share(), None, ShortAnswer.GLAD))


def test_what_was_not_asked_for_waits_for_a_yes() -> None:
    for kind, waits in ((AnswerKind.WORDS, False), (AnswerKind.IDEA, True)):
        assert policy.why_not_answer(BERT, a_share(), kind) is None
        assert policy.waits_for_a_yes(BERT, a_share(), kind) == waits
        assert not policy.waits_for_a_yes(AMA, a_share(), kind)
    assert "other answers" in str(policy.why_not_answer(BERT, a_share(), AnswerKind.ME_TOO))
    closed = a_share(answers_closed_at=NOW)
    assert "closed" in str(policy.why_not_answer(BERT, closed))
    assert "waits here" in policy.waits_already()
    assert "few people" in policy.not_as_own()


def test_the_writer_alone_puts_away_and_closes() -> None:
    of_bert, of_ama = Answer(author_id=BERT.pk), Answer(author_id=AMA.pk)
    assert policy.why_not_put_away(AMA, a_share(), of_bert) is None
    assert "Only the one" in str(policy.why_not_put_away(BERT, a_share(), of_bert))
    assert "take them back" in str(policy.why_not_put_away(AMA, a_share(), of_ama))
    assert policy.why_not_close_answers(AMA, a_share()) is None
    assert "Only the one" in str(policy.why_not_close_answers(BERT, a_share()))


def test_what_is_open_follows_the_need() -> None:
    for need in (Need.READ, Need.COMPANY, Need.ME_TOO, Need.IDEAS):
        assert policy.why_not_answer(BERT, a_share(need=need)) is None
    assert "nothing" in str(policy.why_not_answer(BERT, a_share(need=Need.NOTHING)))
    assert "taken back" in str(policy.why_not_answer(BERT, a_share(taken_back_at=NOW)))


def test_the_writer_alone_takes_words_back() -> None:
    assert policy.why_not_take_back(AMA, AMA.pk) is None
    assert "Only the one" in str(policy.why_not_take_back(BERT, AMA.pk))
    assert "Only the one" in str(policy.why_not_take_back(BERT, None))


@pytest.mark.django_db
def test_words_whose_writer_was_forgotten_are_not_the_visitor_s() -> None:
    with acting_for_the_house("laying rows for a test"):
        circle = Circle.objects.create(kind=CircleKind.GRIEF, cloth="plum", founded_at=NOW)
        Share.objects.create(
            circle=circle, author=None, need=Need.READ, audience=Audience.CIRCLE, said_at=NOW
        )
    viewer = AnonymousUser()
    assert not Share.objects.for_viewer(viewer).exists()


def test_some_by_name_are_chosen_and_sit_there() -> None:
    key, seat = AMA.pk, a_seat(SeatState.SEATED)
    assert policy.why_not_to(Audience.CIRCLE, [], []) is None
    assert policy.why_not_to(Audience.CHOSEN, [seat], [key]) is None
    assert "at least one" in str(policy.why_not_to(Audience.CHOSEN, [], []))
    assert "does not sit here" in str(policy.why_not_to(Audience.CHOSEN, [], [key]))


def test_the_writer_alone_changes_words_that_stand() -> None:
    assert policy.why_not_change(AMA, a_share()) is None
    assert "Only the one" in str(policy.why_not_change(BERT, a_share()))
    assert "taken back" in str(policy.why_not_change(AMA, a_share(taken_back_at=NOW)))


def test_whoever_wrote_an_answer_lets_it_go_along() -> None:
    of_bert = Answer(author_id=BERT.pk)
    assert policy.why_not_carry(BERT, of_bert) is None
    assert "Only the one" in str(policy.why_not_carry(AMA, of_bert))
    assert "more people" in policy.more_may_read_now()


def why_not_point(author: UUID | None, passage: str, *, asked_before: bool = False) -> str:
    words = "He said that he was tired, and  left."
    said = policy.why_not_point(AMA, author, words, passage, asked_before=asked_before)
    return said or ""


def test_a_passage_stands_in_someone_else_s_words_and_is_asked_about_once() -> None:
    assert not why_not_point(BERT.pk, "he was tired")
    assert "as it stands there" in why_not_point(BERT.pk, "  ")
    assert "your own words" in why_not_point(AMA.pk, "he was tired")
    assert "your own words" in why_not_point(None, "he was tired")
    assert "do not stand there" in why_not_point(BERT.pk, "she was tired")
    assert "asked once" in why_not_point(BERT.pk, "he was tired", asked_before=True)


def a_passage(state: RetellingState, words: str = "tired") -> Retelling:
    return Retelling(state=state, asker_id=AMA.pk, writer_id=BERT.pk, words=words)


def test_its_writer_settles_it_first_and_the_listener_after_a_no() -> None:
    harriet, asked, refused = Account(), RetellingState.ASKED, RetellingState.REFUSED
    assert policy.why_not_settle(BERT, a_passage(asked)) is None
    assert "not yours" in str(policy.why_not_settle(harriet, a_passage(asked)))
    assert "has been decided" in str(policy.why_not_settle(harriet, a_passage(asked, "")))
    assert policy.why_not_settle(harriet, a_passage(refused)) is None
    for party in (AMA, BERT):
        assert "someone else listens" in str(policy.why_not_settle(party, a_passage(refused)))
