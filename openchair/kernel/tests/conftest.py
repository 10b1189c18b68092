"""A writer, and places to keep the keys of what they write."""

import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Draft
from openchair.kernel.sealed import KeysInMemory, keys
from openchair.kernel.sealed.key_file import KeysInFile
from openchair.kernel.sealed.words import Blob

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)

type Write = Callable[..., Draft]


def blob_of(draft: Draft) -> Blob:
    """What lies on disk, which may be nothing."""
    with acting_for_the_house("reading what lies on disk"):
        lying: Any = Draft.objects.filter(pk=draft.pk).values_list("words", flat=True).first()
    return lying or Blob()


@pytest.fixture
def in_memory() -> Iterator[KeysInMemory]:
    before, keys.store = keys.store, KeysInMemory()
    yield keys.store
    keys.store = before


@pytest.fixture
def in_file(tmp_path: Path) -> Iterator[KeysInFile]:
    before, keys.store = keys.store, KeysInFile(tmp_path / "keys.sqlite3", b"k" * 32)
    yield keys.store
    keys.store.close()
    keys.store = before


@pytest.fixture
def writer(db: None) -> Any:
    return get_user_model().objects.create(email=f"{uuid.uuid4()}@example.org")


@pytest.fixture
def write(writer: Any) -> Write:
    """Write a draft somewhere and read it back from the database, as another request would."""

    def written(words: str = "the soup is on", place: str = "") -> Draft:
        mine = Draft.objects.for_viewer(writer)
        place = place or str(uuid.uuid4())
        draft = mine.create(account_id=writer.pk, place=place, words=words, kept_at=NOW)
        return mine.get(pk=draft.pk)

    return written
