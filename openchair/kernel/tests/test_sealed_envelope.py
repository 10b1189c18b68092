"""The envelope holds what was put in, and opens only where it belongs."""

import json
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from openchair.kernel.sealed.envelope import seal, unseal
from openchair.kernel.sealed.words import Blob
from openchair.kernel.tests.conftest import Write

KEYS = st.binary(min_size=32, max_size=32)
IDS = st.binary(min_size=16, max_size=16)


@given(st.binary(), KEYS, st.binary())
def test_what_is_sealed_comes_back(plain: bytes, key: bytes, aad: bytes) -> None:
    assert unseal(seal(plain, key, aad), key, aad) == plain


@given(st.binary(), KEYS, st.binary(), st.data())
def test_any_altered_bit_is_noticed(
    plain: bytes, key: bytes, aad: bytes, data: st.DataObject
) -> None:
    sealed = bytearray(seal(plain, key, aad))
    at = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[at // 8] ^= 1 << at % 8
    with pytest.raises(InvalidTag):
        unseal(bytes(sealed), key, aad)


@given(st.binary(), KEYS, KEYS, st.binary(), st.binary())
def test_another_key_or_place_opens_nothing(
    plain: bytes, key: bytes, other: bytes, aad: bytes, elsewhere: bytes
) -> None:
    sealed = seal(plain, key, aad)
    for wrong in {(other, aad), (key, elsewhere)} - {(key, aad)}:
        with pytest.raises(InvalidTag):
            unseal(sealed, *wrong)


@given(st.binary(max_size=40), KEYS)
def test_too_short_or_made_up_bytes_open_nothing(made_up: bytes, key: bytes) -> None:
    with pytest.raises(InvalidTag):
        unseal(made_up, key, b"")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.binary(), IDS, KEYS)
def test_words_come_back_from_their_blob(words: str, home: bytes, id: bytes, key: bytes) -> None:
    blob = Blob.of(words, home, id, key)
    assert blob.key_id == id
    assert blob.open(home, key) == words


def test_hostile_strings_come_back_unchanged(
    write: Write, in_memory: None, shared_data: Path
) -> None:
    strings = json.loads((shared_data / "hostile/blns/blns.json").read_text())
    assert len(strings) > 400
    assert [write(words).words for words in strings] == strings
