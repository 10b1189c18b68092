"""The keys' own SQLite file, beside either database: PostgreSQL would keep a deleted key's bytes.

Every change is on disk before the call returns. A connection is lent to one thread at a time.
"""

import fcntl
import hmac
import os
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from openchair.config import KeyLost
from openchair.kernel.sealed.envelope import seal, unseal

PATIENCE = 20_000  # milliseconds
SCHEMA = """
PRAGMA journal_mode=WAL;
CREATE TABLE IF NOT EXISTS house (mark BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS keys (
    id BLOB PRIMARY KEY, wrapped BLOB NOT NULL, made_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS destroyed (id BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
"""

type Wrapped = tuple[bytes, bytes, int]
type Gone = tuple[bytes, int]


class WrongHouseKey(KeyLost):
    """The house key is not the one that wrapped the keys in this file."""


class KeysInFile:
    """Raises WrongHouseKey, at the first use of the file, for another house's key."""

    patience_for_truncating = 2_000  # milliseconds

    def __init__(self, path: Path, house_key: bytes) -> None:
        self.path = path
        self._wrapping_key = _derived(house_key, b"words")
        self._mark = _derived(house_key, b"mark of the house key")
        self._idle: deque[sqlite3.Connection] = deque()
        self._opening = Lock()
        self._ready = False

    def add(self, keys: Mapping[bytes, bytes]) -> None:
        rows = [(id, seal(key, self._wrapping_key, id)) for id, key in keys.items()]
        insert = "INSERT INTO keys VALUES (?, ?, strftime('%s', 'now'))"
        with self._connection() as connection, connection:
            connection.executemany(insert, rows)

    def read(self, ids: Iterable[bytes]) -> dict[bytes, bytes]:
        select = "SELECT wrapped FROM keys WHERE id = ?"
        with self._connection() as connection:
            found = {id: connection.execute(select, (id,)).fetchall() for id in ids}
        return {id: self._unwrap(id, *row) for id, rows in found.items() for row in rows}

    def destroy(self, ids: Iterable[bytes]) -> bool:
        gone = [(id,) for id in ids]
        note = "INSERT OR IGNORE INTO destroyed VALUES (?, strftime('%s', 'now'))"
        with self._connection() as connection:
            with connection:
                connection.executemany(note, gone)
                connection.executemany("DELETE FROM keys WHERE id = ?", gone)
            return self.truncate(connection)

    def drop(self, ids: Iterable[bytes]) -> bool:
        with self._connection() as connection:
            with connection:
                connection.executemany("DELETE FROM keys WHERE id = ?", [(id,) for id in ids])
            return self.truncate(connection)

    def lying(self) -> tuple[list[Wrapped], list[Gone]]:
        """All keys as they lie here, and the ids of those that were destroyed: of one moment."""
        with self._connection() as connection, connection:
            connection.execute("BEGIN")
            here = connection.execute("SELECT id, wrapped, made_at FROM keys").fetchall()
            return here, connection.execute("SELECT id, at FROM destroyed").fetchall()

    def take_in(self, lying: Iterable[Wrapped], gone: Iterable[Gone]) -> None:
        """Keys of an older copy of this file; what was destroyed here or there stays destroyed."""
        with self._connection() as connection:
            with connection:
                connection.executemany("INSERT OR IGNORE INTO destroyed VALUES (?, ?)", gone)
                connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", lying)
                connection.execute("DELETE FROM keys WHERE id IN (SELECT id FROM destroyed)")
            self.truncate(connection)

    def forget_destroyed(self, before: datetime) -> None:
        with self._connection() as connection, connection:
            connection.execute("DELETE FROM destroyed WHERE at < ?", (before.timestamp(),))

    def made_before(self, moment: datetime) -> set[bytes]:
        select = "SELECT id FROM keys WHERE made_at < ?"
        with self._connection() as connection:
            return {id for (id,) in connection.execute(select, (moment.timestamp(),)).fetchall()}

    def truncate(self, connection: sqlite3.Connection) -> bool:
        """Empty the write-ahead log, where deleted keys still lie. False while a reader is in it.

        SQLite does not wait until the disk knows that the log is empty; after a power cut it would
        lie there as before.
        """
        connection.execute(f"PRAGMA busy_timeout={self.patience_for_truncating}")
        (busy, _frames, _moved) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        connection.execute(f"PRAGMA busy_timeout={PATIENCE}")
        wait_for_the_disk(self.path.with_name(f"{self.path.name}-wal"))
        return not busy

    def close(self) -> None:
        """Close what lies idle. The next use opens the file again and proves the house key anew."""
        while self._idle:
            self._idle.pop().close()
        self._ready = False

    def _unwrap(self, id: bytes, wrapped: bytes) -> bytes:
        return unseal(wrapped, self._wrapping_key, id)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        try:
            yield connection
        finally:
            self._idle.append(connection)

    def _connect(self) -> sqlite3.Connection:
        with self._opening:
            self.path.touch(mode=0o600)
            connection = sqlite3.connect(
                self.path, isolation_level="IMMEDIATE", check_same_thread=False
            )
            connection.execute(f"PRAGMA busy_timeout={PATIENCE}")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA secure_delete=ON")
            if not self._ready:
                self._prepare(connection)
            return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        with _alone_in(self.path.parent):
            connection.executescript(SCHEMA)
        with connection:
            connection.execute(
                "INSERT INTO house SELECT ? WHERE NOT EXISTS (SELECT 1 FROM house)", (self._mark,)
            )
        (mark,) = connection.execute("SELECT mark FROM house").fetchone()
        if not hmac.compare_digest(mark, self._mark):
            connection.close()
            raise WrongHouseKey(_wrong_key(self.path))
        self._ready = True


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """One process at a time: SQLite does not wait when two turn a new file to its log at once."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def wait_for_the_disk(path: Path) -> None:
    """A file, or the names in a folder, lies there for good when this returns."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _derived(house_key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(house_key)


def _wrong_key(path: Path) -> str:
    return (
        f"The house key in {settings.OPENCHAIR.key_file} is not the one that seals this house.\n"
        f"It does not fit the keys in {path}, and no word could be opened with it.\n"
        "Put the right key file back from your copy, or write the key from your printed key sheet\n"
        "into that file as one line, and start again. Nothing in the data folder was changed."
    )
