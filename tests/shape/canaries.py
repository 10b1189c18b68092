"""Looks for words wherever a house could have let them lie: in files, in databases, and within
compressed and encoded parts of them.

A canary is a made-up word, drawn anew in each run, that stands on a page for whoever may read it.
Found anywhere else, it shows that somebody's words lie about unsealed.
"""

import base64
import re
import secrets
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from django.db import connection

from openchair.kernel.guard import acting_for_the_house

LETTERS = "bcdfghjklmnpqrstvwxz"
DEPTH = 3  # a page within a stream within a session
MOST = 1 << 23  # bytes that one stream is unpacked to
RUN_OF_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}")
START_OF_ZLIB = re.compile(rb"[\x08\x18\x28\x38\x48\x58\x68\x78]")
START_OF_GZIP = re.compile(rb"\x1f\x8b\x08")
START_OF_ZIPPED = re.compile(rb"PK\x03\x04.{22}(..)(..)", re.DOTALL)
SOFT_LINE_END = re.compile(rb"=\r?\n")


def draw_canary() -> str:
    """A word that nobody has ever used."""
    return "".join(secrets.choice(LETTERS) for _ in range(16))


def find_canary(folder: Path, needle: str) -> list[str]:
    """Every file in or below `folder`, and every table in it or in PostgreSQL, that holds `needle`."""
    return in_files(folder, needle) + in_postgresql(needle)


def in_files(folder: Path, needle: str) -> list[str]:
    return _holding(everything_below(folder), needle)


def in_postgresql(needle: str) -> list[str]:
    rows = rows_in_postgresql() if connection.vendor == "postgresql" else iter(())
    return _holding(rows, needle)


def _holding(lying: Iterator[tuple[str, bytes]], needle: str) -> list[str]:
    forms = spellings(needle)
    return sorted({where for where, held in lying if holds(held, forms)})


def everything_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """What lies there: where, and its bytes."""
    for path in folder.rglob("*"):
        where = str(path.relative_to(folder))
        yield f"name of {where}", where.encode()
        if path.is_file():
            held = path.read_bytes()
            yield where, held
            if held.startswith(b"SQLite format 3\0"):
                yield from rows_in_sqlite(path, where)


def rows_in_sqlite(path: Path, where: str) -> Iterator[tuple[str, bytes]]:
    """Row by row, because a long value lies scattered over the pages of the file."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
        tables = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in opened.execute(f'SELECT * FROM "{table}"'):
                yield f"{where}, table {table}", as_bytes(row)


def rows_in_postgresql() -> Iterator[tuple[str, bytes]]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return (
        (f"PostgreSQL, table {table}", as_bytes(row)) for table in tables for row in rows(table)
    )


def rows(table: str) -> list[tuple[object, ...]]:
    with acting_for_the_house("looking for canaries"), connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        return list(cursor.fetchall())


def as_bytes(row: Iterable[object]) -> bytes:
    """A row's values, apart from one another."""
    return b"\0\0\0".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for value in row
    )


def spellings(needle: str) -> set[bytes]:
    """As text, in UTF-16, in hexadecimal, and in base64 at each of the three places it can start."""
    return {
        needle.encode(),
        needle.encode("utf-16-le"),
        needle.encode("utf-16-be"),
        needle.encode().hex().encode(),
        *(in_base64(needle.encode(), before) for before in range(3)),
    }


def in_base64(plain: bytes, before: int) -> bytes:
    """The letters that stand for `plain` alone, where `before` other bytes stand in its first group."""
    letters = base64.b64encode(b"\0" * before + plain)
    ends = len(letters) if (before + len(plain)) % 3 == 0 else (before + len(plain)) // 3 * 4
    return letters[-(-before * 4 // 3) : ends]


def holds(held: bytes, forms: set[bytes], depth: int = DEPTH) -> bool:
    """Whether one of these forms lies in these bytes, in any case, plain or packed."""
    joined = SOFT_LINE_END.sub(b"", held).translate(None, b"\r\n")
    if any(form in lying for lying in (held, held.lower(), joined) for form in forms):
        return True
    return depth > 0 and any(holds(part, forms, depth - 1) for part in unpacked(held, joined))


def unpacked(held: bytes, joined: bytes) -> Iterator[bytes]:
    """Whatever could be a compressed stream or base64, wherever it could start."""
    for start in START_OF_ZLIB.finditer(held):
        if int.from_bytes(held[start.start() : start.start() + 2]) % 31 == 0:
            yield inflated(held, start.start(), zlib.MAX_WBITS)
    for start in START_OF_GZIP.finditer(held):
        yield inflated(held, start.start(), zlib.MAX_WBITS | 16)
    for start in START_OF_ZIPPED.finditer(held):
        skipped = sum(int.from_bytes(length, "little") for length in start.groups())
        yield inflated(held, start.end() + skipped, -zlib.MAX_WBITS)
    yield inflated(held, 0, -zlib.MAX_WBITS)
    for run in RUN_OF_BASE64.findall(joined):
        yield from decoded(run)


def inflated(held: bytes, start: int, window: int) -> bytes:
    """As much as unpacks, also of a stream that is broken off."""
    stream = zlib.decompressobj(window)
    out = bytearray()
    try:
        for at in range(start, len(held)):
            out += stream.decompress(held[at : at + 1])  # byte by byte: an error loses one piece
            if stream.eof or len(out) > MOST:
                break
    except zlib.error:
        pass
    return bytes(out)


def decoded(run: bytes) -> Iterator[bytes]:
    """At each of the four letters where base64 could begin."""
    letters = run.translate(bytes.maketrans(b"-_", b"+/"))
    for at in range(4):
        whole = (len(letters) - at) // 4 * 4
        yield base64.b64decode(letters[at : at + whole])
