"""Words are plain in Python and sealed on disk, each value under a key of its own."""

import copy
import uuid
from collections.abc import Iterable
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from django.core.exceptions import FieldError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Draft
from openchair.kernel.sealed import KeysInMemory, SealedText, keys, open_all, seal_all
from openchair.kernel.sealed.words import Blob
from openchair.kernel.tests.conftest import NOW, Write, blob_of

pytestmark = pytest.mark.usefixtures("in_memory")


def lay_blob_of(draft: Draft, blob: Blob) -> None:
    with acting_for_the_house("altering what lies on disk"):
        Draft.objects.filter(pk=draft.pk).update(words=blob)


class Counted(KeysInMemory):
    """Keys that count how often they are asked."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = self.commits = 0

    def read(self, ids: Iterable[bytes]) -> dict[bytes, bytes]:
        self.looks += 1
        return super().read(ids)

    def add(self, keys: Any) -> None:
        self.commits += 1
        super().add(keys)


@pytest.fixture
def counted(in_memory: KeysInMemory) -> Counted:
    keys.store = Counted()
    return keys.store


def test_words_come_back_as_they_were_written(write: Write) -> None:
    draft = write("the soup is on \N{POT OF FOOD}")
    assert draft.words == "the soup is on \N{POT OF FOOD}"
    assert isinstance(draft.words, str)


def test_nothing_plain_lies_blob_of(write: Write) -> None:
    draft = write("the soup is on")
    blob = blob_of(draft)
    assert blob.find(b"soup") == -1
    assert len(blob) == 1 + 16 + 12 + len("the soup is on") + 16
    assert blob[:1] == b"\x01"


def test_equal_words_lie_differently(write: Write) -> None:
    assert blob_of(write("same"))[17:] != blob_of(write("same"))[17:]


def test_a_blank_is_blank_and_has_no_key(write: Write, counted: Counted) -> None:
    draft = write("")
    assert draft.words == ""
    assert blob_of(draft) == b""
    assert counted.commits == 0


def test_words_not_given_are_blank(writer: Any) -> None:
    assert Draft(account=writer, place="p", kept_at=NOW).words == ""
    assert SealedText(default="later").get_default() == ""


@pytest.mark.parametrize("value", [None, 5, b"bytes", object()])
def test_only_words_are_taken(write: Write, value: Any) -> None:
    draft = write()
    with pytest.raises(TypeError, match="holds words or a blank"):
        draft.words = value
    with pytest.raises(TypeError, match="holds words or a blank"):
        Draft(words=value)


def test_new_words_get_a_new_key(write: Write) -> None:
    draft = write("before")
    first = blob_of(draft).key_id
    draft.words = "after"
    draft.save()
    assert blob_of(draft).key_id != first
    assert Draft.objects.for_viewer(draft.account).get(pk=draft.pk).words == "after"


def test_untouched_words_are_not_sealed_anew(write: Write, counted: Counted) -> None:
    draft = write()
    before = blob_of(draft)
    draft.place = "elsewhere"
    draft.save()
    assert draft.words == "the soup is on"
    draft.place = "back"
    draft.save()
    assert blob_of(draft) == before
    assert counted.commits == 1


def test_a_created_row_can_be_saved_again(writer: Any, counted: Counted) -> None:
    mine = Draft.objects.for_viewer(writer)
    draft = mine.create(account_id=writer.pk, place="p", words="once", kept_at=NOW)
    draft.place = "q"
    draft.save()
    assert counted.commits == 1
    assert mine.get().words == "once"


def test_a_created_row_whose_key_went_is_sealed_anew(writer: Any) -> None:
    mine = Draft.objects.for_viewer(writer)
    draft = mine.create(account_id=writer.pk, place="p", words="once", kept_at=NOW)
    keys.store.destroy([blob_of(draft).key_id])
    draft.save()
    assert mine.get().words == "once"


def test_words_may_become_blank_and_words_again(write: Write) -> None:
    draft = write("something")
    draft.words = ""
    draft.save()
    assert blob_of(draft) == b""
    draft.save()
    draft.words = "something else"
    draft.save()
    draft.refresh_from_db()
    assert draft.words == "something else"


def test_words_taken_from_another_row_are_sealed_for_this_one(write: Write) -> None:
    one, other = write("borrowed"), write("own")
    other.words = one.words
    other.save()
    assert blob_of(other) != blob_of(one)
    other.refresh_from_db()
    assert other.words == "borrowed"


def test_a_copy_under_a_new_key_is_sealed_for_itself(write: Write) -> None:
    draft = write("twice")
    again = copy.copy(draft)
    assert again.words == "twice"
    again.pk, again.place, again._state.adding = uuid.uuid4(), "another", True
    again.save()
    again.refresh_from_db()
    assert again.words == "twice"


def test_an_identifier_given_as_text_is_the_same_place(writer: Any) -> None:
    pk = uuid.uuid4()
    mine = Draft.objects.for_viewer(writer)
    mine.create(id=pk.hex, account_id=writer.pk, place="p", words="here", kept_at=NOW)
    assert mine.get(pk=pk).words == "here"


def test_a_swapped_row_is_noticed(write: Write) -> None:
    one, other = write("mine"), write("yours")
    lay_blob_of(one, blob_of(other))
    with pytest.raises(InvalidTag):
        _ = Draft.objects.for_viewer(one.account).get(pk=one.pk).words


@pytest.mark.parametrize("at", [0, 20, -1])
def test_an_altered_value_is_noticed(write: Write, at: int) -> None:
    draft = write()
    altered = bytearray(blob_of(draft))
    altered[at] ^= 1
    lay_blob_of(draft, Blob(altered))
    with pytest.raises(InvalidTag):
        _ = Draft.objects.for_viewer(draft.account).get(pk=draft.pk).words


def test_nobody_can_ask_by_the_words(write: Write) -> None:
    draft = write()
    for how in ("words", "words__contains", "words__isnull", "words__length__gt"):
        with pytest.raises(FieldError):
            Draft.objects.for_viewer(draft.account).filter(**{how: "soup"})


def test_words_are_written_through_rows_only(write: Write) -> None:
    draft = write()
    mine = Draft.objects.for_viewer(draft.account)
    with pytest.raises(TypeError, match="set it on a row"):
        mine.update(words="other")
    draft.words = "other"
    with pytest.raises(TypeError, match="set it on a row"):
        mine.bulk_update([draft], ["words"])


def test_values_answer_with_what_lies_blob_of(write: Write) -> None:
    draft = write()
    lying: list[Any] = list(Draft.objects.for_viewer(draft.account).values_list("words", flat=True))
    assert lying == [blob_of(draft)]


def test_rows_of_one_query_open_with_one_look(write: Write, counted: Counted) -> None:
    for number in range(5):
        writer = write(f"number {number}").account
    drafts = list(Draft.objects.for_viewer(writer).order_by("kept_at", "place"))
    counted.looks = 0
    assert {draft.words for draft in drafts} == {f"number {number}" for number in range(5)}
    assert counted.looks == 1


def test_rows_of_several_queries_can_open_with_one_look(write: Write, counted: Counted) -> None:
    one, other, blank = write("one"), write("other"), write("")
    counted.looks = 0
    open_all(one, other, blank)
    assert (one.words, other.words, blank.words) == ("one", "other", "")
    assert counted.looks == 1


def test_many_rows_can_be_sealed_with_one_commit(writer: Any, counted: Counted) -> None:
    drafts = [Draft(account=writer, place=f"{n}", words=f"n {n}", kept_at=NOW) for n in range(5)]
    seal_all(*drafts)
    Draft.objects.for_viewer(writer).bulk_create(drafts)
    seal_all(*drafts)
    assert counted.commits == 1
    for number, draft in enumerate(drafts):
        draft.refresh_from_db()
        assert draft.words == f"n {number}"


def test_deferred_words_are_fetched(write: Write) -> None:
    draft = write()
    later = Draft.objects.for_viewer(draft.account).defer("words").get(pk=draft.pk)
    with CaptureQueriesContext(connection) as asked:
        assert later.words == "the soup is on"
    assert len(asked) == 1


def test_saving_what_one_never_read_leaves_the_words(write: Write) -> None:
    draft = write()
    later = Draft.objects.for_viewer(draft.account).only("place").get(pk=draft.pk)
    later.place = "elsewhere"
    later.save()
    draft.refresh_from_db()
    assert (draft.place, draft.words) == ("elsewhere", "the soup is on")


def test_saving_an_older_copy_does_not_bring_back_erased_words(write: Write) -> None:
    draft = write("said in anger")
    older = Draft.objects.for_viewer(draft.account).get(pk=draft.pk)
    draft.words = "said later"
    draft.save()
    older.place = "elsewhere"
    older.save()
    assert older.words == "said later"
    draft.refresh_from_db()
    assert (draft.place, draft.words) == ("elsewhere", "said later")
