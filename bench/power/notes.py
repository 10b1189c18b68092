"""What `watching.c` wrote down: everything done to the files of a house, in one order."""

import os
import struct
from dataclasses import dataclass
from pathlib import Path

HEADER = struct.Struct("=IIQQQ")
CREATED, WRITTEN, CUT_TO, SYNCED, UNLINKED, RENAMED, ANSWERED, LAID = "CWTSURAL"


@dataclass(frozen=True, slots=True)
class Note:
    """`at` is an offset, a new length, or the port of whoever was answered. `file` is its inode."""

    kind: str
    path: str
    file: int
    at: int
    bytes: bytes


def read(journal: Path) -> list[Note]:
    """Without the memory that SQLite's connections share: it looks like a file, and is none."""
    whole = journal.read_bytes()
    notes, here = [], 0
    while here < len(whole):
        kind, path, file, at, many = HEADER.unpack_from(whole, here)
        start = here + HEADER.size + path
        here = start + many
        name = whole[start - path : start].decode()
        if not name.removesuffix(" (deleted)").endswith("-shm"):
            notes.append(Note(chr(kind), name, file, at, whole[start:here]))
    return notes


def add(journal: Path, kind: str) -> None:
    """A note of our own, between those of the house."""
    opened = os.open(journal, os.O_WRONLY | os.O_APPEND)
    os.write(opened, HEADER.pack(ord(kind), 0, 0, 0, 0))
    os.close(opened)
