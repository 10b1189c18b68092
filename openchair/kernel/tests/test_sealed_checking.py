"""Proving that every word has its key, and sweeping up keys that have no words."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Draft
from openchair.kernel.sealed import TooManyOrphans, check, keys, sweep
from openchair.kernel.tests.conftest import Write, blob_of

pytestmark = pytest.mark.usefixtures("in_memory")

TODAY = datetime.fromtimestamp(time.time(), UTC)
TOMORROW = TODAY + timedelta(days=1, hours=1)


def orphan(number: int = 0) -> bytes:
    id = number.to_bytes(16)
    keys.store.add({id: b"k" * 32})
    return id


def test_a_sound_house_has_nothing_to_say(write: Write) -> None:
    write("one")
    write("")
    assert check() == []


def test_words_without_a_key_are_named(write: Write) -> None:
    lost = write("lost")
    write("fine")
    keys.store.destroy([blob_of(lost).key_id])
    assert check() == [f"kernel.Draft.words of {lost.pk} cannot be opened."]


def test_swapped_words_are_named(write: Write) -> None:
    one, other = write("one"), write("other")
    with acting_for_the_house("altering what lies on disk"):
        Draft.objects.filter(pk=one.pk).update(words=blob_of(other))
    assert f"kernel.Draft.words of {one.pk} cannot be opened." in check()


def test_keys_without_words_are_named(write: Write) -> None:
    write("one")
    orphan()
    assert check() == ["1 keys have no words."]


def test_young_keys_may_still_find_their_words(write: Write) -> None:
    orphan()
    assert check(TODAY) == []
    assert check(TOMORROW) == ["1 keys have no words."]


def test_keys_without_words_are_swept_after_a_day(write: Write) -> None:
    draft = write("one")
    id = orphan()
    assert sweep(TODAY)
    assert keys.store.read([id])
    assert sweep(TOMORROW)
    assert not keys.store.read([id])
    assert draft.words == "one"
    assert check() == []


def test_sweeping_a_sound_house_does_nothing(write: Write) -> None:
    write("one")
    assert sweep(TOMORROW)
    assert check() == []


def test_the_keys_of_another_database_are_not_swept(db: None) -> None:
    ids = [orphan(number) for number in range(3)]
    with pytest.raises(TooManyOrphans, match="nothing was destroyed"):
        sweep(TOMORROW)
    assert len(keys.store.read(ids)) == 3
