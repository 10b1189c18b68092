"""One laid house for all tests of backups; each test has a copy of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backups.folder import Folder, a_database
from tests.second_database import NoServer


@pytest.fixture(scope="session")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    place = tmp_path_factory.mktemp("laid")
    (place / "home").mkdir(mode=0o700)
    folder = Folder(place / "home", place / "key")
    said = folder.runs("tests.backups.laying")
    assert said.code == 0, said.words
    return folder


@pytest.fixture
def folder(laid: Folder, tmp_path: Path) -> Folder:
    return laid.copied_to(tmp_path / "house")


@pytest.fixture
def server() -> Iterator[str]:
    try:
        with a_database() as address:
            yield address
    except NoServer as why:
        pytest.skip(f"PostgreSQL: {why}")
