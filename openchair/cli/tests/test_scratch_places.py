"""Where backups are put back for a trial: keys of words lie there, so nothing is left behind."""

from pathlib import Path

from openchair.cli.backups.places import scratch, throw_away_left
from openchair.kernel.sealed.key_file import KeysInFile


def left_by_a_kill(home: Path) -> Path:
    folder = home / "scratch-left"
    folder.mkdir()
    (folder / "keys.sqlite3").write_bytes(b"keys")
    return folder


def test_what_a_kill_left_is_gone_with_the_next_scratch_place(tmp_path: Path) -> None:
    left = left_by_a_kill(tmp_path)
    with scratch(tmp_path) as (_alias, folder):
        assert not left.exists()
        assert folder.exists()
    assert not list(tmp_path.glob("scratch-*"))


def test_what_a_kill_left_is_gone_with_the_next_start(tmp_path: Path) -> None:
    left = left_by_a_kill(tmp_path)
    throw_away_left(tmp_path)
    assert not left.exists()


def test_a_place_somebody_works_in_stays(tmp_path: Path) -> None:
    with scratch(tmp_path) as (_alias, folder):
        throw_away_left(tmp_path)
        assert folder.exists()


def test_keys_can_be_put_into_one(tmp_path: Path) -> None:
    with scratch(tmp_path) as (_alias, folder):
        keys = KeysInFile(folder / "keys.sqlite3", b"k" * 32)
        keys.add({b"i" * 16: b"k" * 32})
        assert keys.read([b"i" * 16])
        keys.close()
