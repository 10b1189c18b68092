"""A backup is the house: row by row, on both databases and across them. spec: design/trust.md."""

import json
import shutil
import stat
from pathlib import Path

from tests.backups.damaging import WAYS
from tests.backups.folder import Folder, empty_folder, in_file, on_server

OVER = "--over-the-house-that-is-here"


def backed_up(folder: Folder) -> Path:
    said = folder.says("backup")
    assert said.code == 0, said.words
    return folder.newest()


def every_word_opens(folder: Folder) -> bool:
    said = folder.says("check").words
    return "cannot be opened" not in said and "have no words" not in said


def test_another_machine_has_the_same_house(folder: Folder, tmp_path: Path) -> None:
    rows = backed_up(folder)
    there = empty_folder(tmp_path / "there", folder.key)
    said = there.says("restore", rows)
    assert said.code == 0, said.words
    assert in_file(there.home / "house.sqlite3") == in_file(folder.home / "house.sqlite3")
    assert in_file(there.home / "keys.sqlite3") == in_file(folder.home / "keys.sqlite3")
    assert every_word_opens(there)


def test_a_backup_is_for_nobody_else_to_read(folder: Folder) -> None:
    rows = backed_up(folder)
    for path in (rows, rows.with_suffix(".keys")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "kettle" not in rows.read_text()


def test_from_sqlite_to_postgresql_and_back(folder: Folder, server: str) -> None:
    before = in_file(folder.home / "house.sqlite3")
    assert len(before["sharing_share"]) > 5
    said = folder.says("move", server)
    assert said.code == 0, said.words
    assert not (folder.home / "house.sqlite3").exists()
    assert on_server(server) == before
    assert every_word_opens(folder)
    said = folder.says("move", "sqlite")
    assert said.code == 0, said.words
    assert in_file(folder.home / "house.sqlite3") == before
    assert every_word_opens(folder)


def test_a_backup_of_postgresql_is_put_back_on_postgresql(folder: Folder, server: str) -> None:
    assert folder.says("move", server).code == 0
    before = on_server(server)
    rows = backed_up(folder)
    said = folder.says("restore", rows, OVER)
    assert said.code == 0, said.words
    assert on_server(server) == before
    assert every_word_opens(folder)


def test_nothing_is_written_over_by_a_move(folder: Folder, server: str, tmp_path: Path) -> None:
    other = folder.copied_to(tmp_path / "other")
    assert other.says("move", server).code == 0
    there, here = on_server(server), in_file(folder.home / "house.sqlite3")
    said = folder.says("move", server)
    assert said.code == 1
    assert "There is something in that database already." in said.words
    assert on_server(server) == there
    assert in_file(folder.home / "house.sqlite3") == here
    assert "is there already" in other.says("move", server).words


def test_a_hundred_damaged_backups_are_refused(folder: Folder) -> None:
    rows = backed_up(folder)
    before = in_file(folder.home / "house.sqlite3"), in_file(folder.home / "keys.sqlite3")
    said = folder.runs("tests.backups.damaging", rows)
    tried = json.loads(said.words.splitlines()[-1])
    assert len(tried) == WAYS
    assert [one for one in tried if one[1] not in {"Damaged", "KeyLost", "Trouble"}] == []
    assert sum(1 for _damage, kind, _words in tried if kind == "Damaged") > WAYS * 0.9
    assert (in_file(folder.home / "house.sqlite3"), in_file(folder.home / "keys.sqlite3")) == before
    assert folder.rows_files() == [rows]
    assert not (folder.home / "restored").exists()


def test_a_house_that_is_there_is_not_replaced_by_mistake(folder: Folder) -> None:
    rows = backed_up(folder)
    before = in_file(folder.home / "house.sqlite3")
    said = folder.says("restore", rows)
    assert said.code == 1
    assert OVER in said.words
    assert in_file(folder.home / "house.sqlite3") == before
    assert folder.says("restore", rows, OVER).code == 0
    assert len(folder.rows_files()) == 2


def test_a_damaged_house_is_put_aside(folder: Folder) -> None:
    rows = backed_up(folder)
    before = in_file(folder.home / "house.sqlite3")
    path = folder.home / "house.sqlite3"
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 300_000)
    said = folder.says("restore", rows, OVER)
    assert said.code == 0, said.words
    assert "is damaged and could not be backed up" in said.words
    assert in_file(path) == before
    assert every_word_opens(folder)


def test_without_the_house_key_nothing_is_begun(folder: Folder, tmp_path: Path) -> None:
    rows = backed_up(folder)
    there = empty_folder(tmp_path / "there", folder.key)
    there.key.unlink()
    said = there.says("restore", rows)
    assert said.code == 2
    assert "The house key is missing" in said.words
    assert not there.key.exists()


def test_another_house_s_key_is_told(folder: Folder, tmp_path: Path) -> None:
    rows = backed_up(folder)
    there = empty_folder(tmp_path / "there", folder.key)
    there.key.chmod(0o600)
    there.key.write_text("A" * 43 + "=\n")
    said = there.says("restore", rows)
    assert said.code == 2
    assert "another house key" in said.words
    assert not (there.home / "house.sqlite3").exists()


def test_rows_without_keys_are_refused(folder: Folder, tmp_path: Path) -> None:
    rows = Path(shutil.copy(backed_up(folder), tmp_path))
    there = empty_folder(tmp_path / "there", folder.key)
    said = there.says("restore", rows)
    assert said.code == 1
    assert "without keys no word in it can be read" in said.words


def test_what_is_not_there_is_said(folder: Folder, tmp_path: Path) -> None:
    said = folder.says("restore", tmp_path / "nothing.rows")
    assert said.code == 1
    assert "There is no backup at" in said.words


def test_only_the_newest_two_files_of_keys_are_kept(folder: Folder) -> None:
    for _time in range(3):
        backed_up(folder)
    assert len(folder.rows_files()) == 3
    assert len(list((folder.home / "backups").glob("*.keys"))) == 2
    assert folder.says("restore", folder.rows_files()[-1], OVER).code == 0


def test_backups_older_than_fourteen_days_go(folder: Folder) -> None:
    first = backed_up(folder)
    name = "house-2020-01-01T000000.000000Z"
    first.rename(first.with_name(f"{name}.rows"))
    other = first.with_name("notes-of-somebody.rows")
    begun = first.with_name(f"{name}.keys.begun")
    other.touch()
    begun.touch()
    folder.says("backup")
    assert first.with_name(f"{name}.rows") not in folder.rows_files()
    assert len(folder.rows_files()) == 2
    assert other in folder.rows_files()
    assert not begun.exists()
