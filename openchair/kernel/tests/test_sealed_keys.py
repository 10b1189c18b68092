"""The keys' own file: what it keeps, what it forgets, and whose it is."""

import secrets
import sqlite3
import stat
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from openchair.config import KeyLost
from openchair.kernel.sealed import KeysInMemory, WrongHouseKey
from openchair.kernel.sealed.key_file import KeysInFile

HOUSE_KEY = b"k" * 32


def some(count: int = 3) -> dict[bytes, bytes]:
    return {secrets.token_bytes(16): secrets.token_bytes(32) for _ in range(count)}


def bytes_around(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))


def wrapped(path: Path) -> dict[bytes, bytes]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT id, wrapped FROM keys"))


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest) -> KeysInFile | KeysInMemory:
    name = "in_file" if request.param == "file" else "in_memory"
    store: KeysInFile | KeysInMemory = request.getfixturevalue(name)
    return store


@pytest.fixture
def opened_again(in_file: KeysInFile) -> Iterator[KeysInFile]:
    """As another process would open the same file."""
    store = KeysInFile(in_file.path, HOUSE_KEY)
    yield store
    store.close()


def test_keys_are_kept_until_destroyed(store: KeysInFile) -> None:
    keys = some()
    first, *others = keys
    store.add(keys)
    assert store.read([*keys, b"unknown"]) == keys
    assert store.destroy([first, b"unknown"])
    assert store.read(keys) == {id: keys[id] for id in others}
    assert store.read([]) == {}


def test_keys_are_known_by_their_age(store: KeysInFile) -> None:
    keys = some()
    store.add(keys)
    now = datetime.fromtimestamp(time.time(), UTC)
    assert store.made_before(now + timedelta(minutes=1)) == set(keys)
    assert store.made_before(now - timedelta(minutes=1)) == set()


def test_many_keys_are_read_at_once(in_file: KeysInFile) -> None:
    keys = some(25_000)
    in_file.add(keys)
    assert in_file.read(keys) == keys


def test_the_file_is_for_its_owner_only_and_outlives_the_process(
    in_file: KeysInFile, opened_again: KeysInFile
) -> None:
    keys = some()
    in_file.add(keys)
    modes = {stat.S_IMODE(p.stat().st_mode) for p in in_file.path.parent.glob("keys*")}
    assert modes == {0o600}
    in_file.close()
    assert opened_again.read(keys) == keys
    assert in_file.read(keys) == keys


def test_no_key_lies_in_the_file_unwrapped(in_file: KeysInFile) -> None:
    keys = some()
    in_file.add(keys)
    lying = bytes_around(in_file.path)
    assert all(id in lying and key not in lying for id, key in keys.items())


def test_another_house_key_is_noticed_at_once(in_file: KeysInFile) -> None:
    in_file.add(some())
    other = KeysInFile(in_file.path, b"o" * 32)
    for _ in range(2):
        with pytest.raises(WrongHouseKey, match="Put the right key file back") as raised:
            other.read([])
    assert isinstance(raised.value, KeyLost)
    assert "keys.sqlite3" in str(raised.value)


def test_a_destroyed_key_leaves_no_byte_behind(in_file: KeysInFile) -> None:
    keys = some(300)
    for id, key in keys.items():
        in_file.add({id: key})
    before = wrapped(in_file.path)
    assert all(bytes_around(in_file.path).count(before[id]) > 0 for id in keys)
    gone = [id for number, id in enumerate(keys) if number % 3]
    assert in_file.destroy(gone)
    lying = bytes_around(in_file.path)
    assert not any(before[id] in lying or before[id][12:28] in lying for id in gone)
    assert all(before[id] in lying for id in keys.keys() - gone)


def test_while_someone_reads_a_destroyed_key_may_still_lie_there(in_file: KeysInFile) -> None:
    keys = some()
    in_file.add(keys)
    in_file.patience_for_truncating = 50
    gone = wrapped(in_file.path)
    reader = sqlite3.connect(in_file.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM keys").fetchone()
    assert not in_file.destroy(keys)
    assert any(key in bytes_around(in_file.path) for key in gone.values())
    assert in_file.read(keys) == {}
    reader.close()
    assert in_file.destroy(keys)
    assert not any(key in bytes_around(in_file.path) for key in gone.values())


def test_what_fails_changes_nothing_and_the_file_stays_usable(in_file: KeysInFile) -> None:
    keys = some(1)
    in_file.add(keys)
    with pytest.raises(sqlite3.IntegrityError):
        in_file.add(some(2) | keys)
    assert len(wrapped(in_file.path)) == 1
    assert in_file.destroy(keys)


def test_many_threads_and_two_openings_share_one_file(
    in_file: KeysInFile, opened_again: KeysInFile
) -> None:
    both = [in_file, opened_again]

    def work(number: int) -> bool:
        keys = some(2)
        store = both[number % 2]
        store.add(keys)
        same = store.read(keys) == keys
        store.destroy(list(keys)[:1])
        return same and len(both[0].read(keys)) == 1

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(work, range(80)))


def test_a_destroyed_key_stays_destroyed_when_an_older_copy_comes_back(
    in_file: KeysInFile,
) -> None:
    keys = some()
    first, second, third = keys
    in_file.add(keys)
    lying, gone = in_file.lying()
    assert ({id for id, *_ in lying}, gone) == (set(keys), [])
    in_file.destroy([first])
    in_file.drop([second])
    in_file.take_in(lying, [(third, 0)])
    assert in_file.read(keys) == {second: keys[second]}


def test_what_was_destroyed_is_remembered_for_a_time(store: KeysInFile) -> None:
    keys = some()
    store.add(keys)
    store.drop(list(keys)[:1])
    assert len(store.read(keys)) == 2
    store.destroy(list(keys)[1:2])
    store.forget_destroyed(datetime.now(UTC) + timedelta(hours=1))
    if isinstance(store, KeysInFile):
        assert store.lying()[1] == []
    assert len(store.read(keys)) == 1
