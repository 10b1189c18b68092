"""Why not, for erasing and for passages that tell of someone: each sentence, and each yes."""

from uuid import uuid4

from openchair.people.models import Account
from openchair.sharing import policy
from openchair.sharing.models import Answer, Retelling, RetellingState

WRITER, ASKER, LISTENER = (Account(id=uuid4()) for _each in range(3))


def a_passage(state: RetellingState, words: str = "a passage") -> Retelling:
    return Retelling(writer_id=WRITER.pk, asker_id=ASKER.pk, state=state, words=words)


def why_not_point(passage: str, *, by: Account = ASKER, asked_before: bool = False) -> str | None:
    words = "before a passage after"
    return policy.why_not_point(by, WRITER.pk, words, passage, asked_before=asked_before)


def test_everyone_erases_their_own_words_and_no_others() -> None:
    assert policy.why_not_erase(WRITER, WRITER.pk) is None
    refused = policy.why_not_erase(ASKER, WRITER.pk)
    assert refused == "Only the one who said these words can erase them."


def test_what_becomes_of_an_answer_is_its_writers_to_say() -> None:
    answer = Answer(author_id=WRITER.pk)
    assert policy.why_not_decide(WRITER, answer) is None
    assert "Only the one who wrote this" in str(policy.why_not_decide(ASKER, answer))


def test_a_passage_is_pointed_to_as_it_stands_there() -> None:
    assert why_not_point("a passage") is None
    assert "Write the passage" in str(why_not_point(" "))
    assert "your own words" in str(why_not_point("a passage", by=WRITER))
    assert "do not stand there" in str(why_not_point("another passage"))
    assert "asked once" in str(why_not_point("a passage", asked_before=True))


def test_the_writer_settles_first() -> None:
    asked = a_passage(RetellingState.ASKED)
    assert policy.why_not_settle(WRITER, asked) is None
    assert policy.why_not_settle(ASKER, asked) == "This is not yours to decide."
    assert policy.why_not_settle(LISTENER, asked) == "This is not yours to decide."


def test_after_a_no_it_is_with_someone_who_has_no_part_in_it() -> None:
    refused = a_passage(RetellingState.REFUSED)
    assert policy.why_not_settle(LISTENER, refused) is None
    for one in (WRITER, ASKER):
        assert "You are part of this" in str(policy.why_not_settle(one, refused))


def test_what_was_decided_stays_so() -> None:
    decided = a_passage(RetellingState.KEPT, words="")
    assert policy.why_not_settle(WRITER, decided) == "This has been decided."
