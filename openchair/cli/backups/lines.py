"""A file of lines that is sealed as a whole: a changed, cut or lengthened one is noticed.

The first line says what the file is, the last one holds a keyed hash of all before it. The key comes
from the house key, so nobody without it can make a backup that a house would take in.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from io import BufferedReader
from pathlib import Path
from typing import Any

from openchair.cli.troubles import Trouble
from openchair.cli.words import _
from openchair.config import KeyLost

FORM = 1
PIECE = 1 << 20
SEAL = b"sealed "
TRAILER = len(SEAL) + 64 + 1  # one line: the word, a hash in hex, the end of the line


@dataclass(frozen=True)
class Head:
    """What a backup says of itself in its first line."""

    holds: str
    """`rows` or `keys`."""
    made_at: str
    house: str
    """A mark of the house key; it opens nothing."""
    program: str
    why: str = ""
    migrations: list[list[str]] = field(default_factory=list)
    """The shape of the tables: app and name of each migration that was applied."""
    form: int = FORM

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)


class Damaged(Trouble):
    """What lies in this file is not what was written."""


class SealedLines:
    """Writes lines. Only `finish` makes it a backup: until then, nothing would take it in."""

    def __init__(self, path: Path, key: bytes, head: Head) -> None:
        self._file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self._hash = hmac.new(key, digestmod=hashlib.sha256)
        self.write(json.dumps(asdict(head)))

    def write(self, line: str) -> None:
        said = line.encode() + b"\n"
        self._hash.update(said)
        self._file.write(said)

    def finish(self) -> None:
        """On the disk for good when this returns."""
        self._file.write(SEAL + self._hash.hexdigest().encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self.close()

    def close(self) -> None:
        self._file.close()


def mark_of(key: bytes) -> str:
    return hashlib.sha256(b"mark" + key).hexdigest()[:16]


@contextmanager
def opened(path: Path, key: bytes, holds: str) -> Iterator[tuple[Head, Iterator[str]]]:
    """Its head and its lines, after the seal of the whole file was found unbroken.

    Raises Damaged, KeyLost for the backup of a house with another key, and Trouble for a newer form.
    """
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise Trouble(_("There is no backup at %(file)s.") % {"file": path}) from None
    with file:
        head = _head(file, path, holds)
        if head.house != mark_of(key):
            raise KeyLost(_of_another_house(path))
        end = _unbroken(file, path, key)
        yield head, _lines(file, end)


def _head(file: BufferedReader, path: Path, holds: str) -> Head:
    said = _first_line(file)
    if not isinstance(said, dict) or said.get("holds") != holds:
        raise Damaged(damaged(path))
    if isinstance(said.get("form"), int) and said["form"] > FORM:
        raise Trouble(newer(path, str(said.get("program"))))
    if set(said) != set(Head.__annotations__):
        raise Damaged(damaged(path))
    return Head(**said)


def _first_line(file: BufferedReader) -> Any:
    try:
        return json.loads(file.readline(PIECE))
    except ValueError:
        return None


def _unbroken(file: BufferedReader, path: Path, key: bytes) -> int:
    """Where the lines end."""
    end = path.stat().st_size - TRAILER
    file.seek(0)
    found, left = hmac.new(key, digestmod=hashlib.sha256), max(end, 0)
    while left and (piece := file.read(min(PIECE, left))):
        found.update(piece)
        left -= len(piece)
    trailer = SEAL + found.hexdigest().encode() + b"\n"
    if end <= 0 or not hmac.compare_digest(file.read(), trailer):
        raise Damaged(damaged(path))
    return end


def _lines(file: BufferedReader, end: int) -> Iterator[str]:
    """After the head."""
    file.seek(0)
    file.readline()
    while file.tell() < end:
        yield file.readline().decode()


def newer(path: Path, program: str) -> str:
    return _(
        "%(file)s was made by a newer Openchair (%(program)s) than this one, which cannot read it.\n"
        "Fetch that version of the program first. Nothing was changed."
    ) % {"file": path, "program": program}


def damaged(path: Path) -> str:
    return _(
        "%(file)s is not whole: something in it was changed or is missing, or it is no backup.\n"
        "Take another one. Nothing was changed."
    ) % {"file": path}


def _of_another_house(path: Path) -> str:
    return _(
        "%(file)s was made in a house with another house key, or your key file holds another one.\n"
        "Write the key from the printed key sheet of that house into the key file, as one line, and\n"
        "try again. Nothing was changed."
    ) % {"file": path}
