"""Why not close, hide or undo: each sentence, and each yes."""

from datetime import UTC, datetime
from uuid import uuid4

from openchair.people.models import Account
from openchair.sharing import policy
from openchair.sharing.models import Answer, Hidden, Share

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
WRITER, KEEPER, LISTENER = (Account(id=uuid4()) for _each in range(3))


def test_others_words_are_closed_for_oneself_while_they_stand() -> None:
    for said in (Share(author_id=WRITER.pk), Answer(author_id=WRITER.pk)):
        assert policy.why_not_close_for_oneself(KEEPER, said) is None
        assert "your own words" in str(policy.why_not_close_for_oneself(WRITER, said))
        said.taken_back_at = NOW
        assert "taken back" in str(policy.why_not_close_for_oneself(KEEPER, said))


def test_words_are_hidden_with_one_of_the_notes() -> None:
    said = Share(author_id=WRITER.pk)
    for note in ("how", "together", "urging"):
        assert policy.why_not_hide(KEEPER, said, note) is None
    assert "Choose what they read" in str(policy.why_not_hide(KEEPER, said, ""))
    assert "your own words" in str(policy.why_not_hide(WRITER, said, "how"))
    assert "let them stand" in policy.was_let_stand()


def test_whoever_hid_it_and_who_listens_undo_it() -> None:
    row = Hidden(account_id=WRITER.pk, by_id=KEEPER.pk)
    assert policy.why_not_undo_hiding(KEEPER, row, listens=False) is None
    assert policy.why_not_undo_hiding(LISTENER, row, listens=True) is None
    assert "someone independent" in str(policy.why_not_undo_hiding(LISTENER, row, listens=False))
    assert "someone independent" in str(policy.why_not_undo_hiding(WRITER, row, listens=True))
