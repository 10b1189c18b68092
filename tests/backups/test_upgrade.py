"""A house of an earlier version comes forward, with a way back. See tests/upgrade/v0_1_0."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.backups.folder import Folder, Rows, empty_folder, in_file, on_server

NOT_OF_PEOPLE = {"auth_permission", "django_content_type", "people_session"}
FIRST = Path(__file__).resolve().parents[1] / "upgrade" / "v0_1_0"


@pytest.fixture
def first(tmp_path: Path) -> Folder:
    """A house of the first schema, as it lay in its folder."""
    home, key = tmp_path / "first" / "home", tmp_path / "first" / "key"
    home.mkdir(parents=True, mode=0o700)
    shutil.copy(FIRST / "house.key", key)
    key.chmod(0o400)
    for name, said in ("house", "sqlite.sql"), ("keys", "sqlite-keys.sql"):
        with closing(sqlite3.connect(home / f"{name}.sqlite3")) as file:
            file.executescript((FIRST / said).read_text())
    return Folder(home, key)


def peoples(folder: Folder) -> Rows:
    """Without Django's own list of kinds of rows, and without sessions, which a restore ends."""
    rows = in_file(folder.home / "house.sqlite3")
    return {name: found for name, found in rows.items() if name not in NOT_OF_PEOPLE}


def looks_sound(folder: Folder) -> bool:
    said = folder.says("check").words
    return "cannot be opened" not in said and "older than the program" not in said


def test_it_comes_forward_and_goes_back(first: Folder) -> None:
    before = in_file(first.home / "house.sqlite3")
    said = first.says("upgrade")
    assert said.code == 0, said.words
    assert looks_sound(first)
    after = in_file(first.home / "house.sqlite3")
    assert set(after) > set(before)
    assert len(after["sharing_share"]) == len(before["sharing_share"])
    said = first.says("upgrade", "--back")
    assert said.code == 0, said.words
    assert in_file(first.home / "house.sqlite3") == before
    assert "older than the program" in first.says("check").words
    assert first.says("upgrade").code == 0
    assert looks_sound(first)


def test_what_has_come_forward_stays_as_it_is(first: Folder) -> None:
    first.says("upgrade")
    before = in_file(first.home / "house.sqlite3")
    said = first.says("upgrade")
    assert said.code == 0
    assert "has the shape of this version already" in said.words
    assert in_file(first.home / "house.sqlite3") == before


def test_there_is_no_way_back_without_a_backup(folder: Folder) -> None:
    said = folder.says("upgrade", "--back")
    assert said.code == 1
    assert "No backup from before an upgrade" in said.words


def test_an_older_backup_is_taken_and_comes_forward(first: Folder, tmp_path: Path) -> None:
    assert first.says("backup").code == 0
    there = empty_folder(tmp_path / "there", first.key)
    said = there.says("restore", first.newest())
    assert said.code == 0, said.words
    assert looks_sound(there)
    first.says("upgrade")
    assert peoples(there) == peoples(first)


def test_a_house_on_postgresql_comes_forward(first: Folder, server: str) -> None:
    (first.home / "house.sqlite3").unlink()
    with psycopg.connect(server) as connection:
        connection.execute((FIRST / "postgresql.sql").read_text().encode())
    with closing(sqlite3.connect(first.home / "keys.sqlite3")) as file:
        file.executescript("DROP TABLE keys; DROP TABLE house;")
        file.executescript((FIRST / "postgresql-keys.sql").read_text())
    first.lives_at(server)
    before = on_server(server)
    said = first.says("upgrade")
    assert said.code == 0, said.words
    assert looks_sound(first)
    said = first.says("upgrade", "--back")
    assert said.code == 0, said.words
    assert on_server(server) == before


@pytest.mark.parametrize(
    ("said", "instead"),
    [('"form": 1', '"form": 2'), ('"0002_what_was_erased"', '"0999_from_tomorrow"')],
)
def test_a_newer_backup_is_refused(folder: Folder, said: str, instead: str) -> None:
    """Sealed as a newer program of this very house would have sealed it."""
    assert folder.says("backup").code == 0
    rows = folder.newest()
    done = folder.runs("tests.backups.newer", rows, said, instead)
    assert done.code == 0, done.words
    before = in_file(folder.home / "house.sqlite3")
    told = folder.says("restore", rows, "--over-the-house-that-is-here")
    assert told.code == 1
    assert "was made by a newer Openchair" in told.words
    assert in_file(folder.home / "house.sqlite3") == before


def test_a_newer_house_is_left_alone(folder: Folder) -> None:
    with closing(sqlite3.connect(folder.home / "house.sqlite3")) as file, file:
        file.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('people', '0999_later', '2030-01-01')"
        )
    before = in_file(folder.home / "house.sqlite3")
    for words in (["upgrade"], ["backup"]):
        said = folder.says(*words)
        assert said.code == 1
        assert "newer Openchair" in said.words
    assert in_file(folder.home / "house.sqlite3") == before
