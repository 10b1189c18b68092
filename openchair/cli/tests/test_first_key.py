"""The key of a new house: one, whole, and for its user alone."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from openchair.config import house_key


def made(key_file: Path) -> bytes:
    return house_key(key_file, new_house=True)


def test_starts_at_the_same_instant_have_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as starts:
        keys = set(starts.map(made, [tmp_path / "keys" / "house.key"] * 40))
    assert keys == {made(tmp_path / "keys" / "house.key")}


def test_a_start_cut_short_while_making_the_key_is_in_nobodys_way(tmp_path: Path) -> None:
    key_file = tmp_path / "house.key"
    key_file.with_name("house.key.new").write_text("half a k")
    key_file.with_name("house.key.new").chmod(0o400)
    key = made(key_file)
    assert made(key_file) == key
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o400
    assert [file.name for file in tmp_path.iterdir()] == ["house.key"]
