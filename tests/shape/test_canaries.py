"""Words stand on pages and lie nowhere else; and the search for them finds what there is."""

import base64
import gzip
import io
import json
import quopri
import random
import sqlite3
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core import signing
from django.db import connection

from tests.shape.canaries import draw_canary, find_canary, in_files

AROUND = "the soup is on and there is a chair. " * 30

type Hide = Callable[[bytes], bytes]


def zipped(plain: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("words.txt", plain)
    return held.getvalue()


def raw(plain: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(plain) + packer.flush()


def in_session(plain: bytes) -> bytes:
    return signing.dumps({"held": plain.decode()}, compress=True).encode()


def in_short_session(plain: bytes) -> bytes:
    return signing.dumps({"held": plain.decode()[-40:]}).encode()


HIDING: dict[str, Hide] = {
    "plainly": bytes,
    "in capitals": lambda plain: plain.upper().replace(b"=", b""),
    "in UTF-16": lambda plain: plain.decode().encode("utf-16-le"),
    "in UTF-16 the other way round": lambda plain: plain.decode().encode("utf-16-be"),
    "in hexadecimal": lambda plain: plain.hex().encode(),
    "in base64": base64.b64encode,
    "in base64, one on": lambda plain: base64.b64encode(b"1" + plain),
    "in base64, two on": lambda plain: base64.b64encode(b"22" + plain),
    "in base64 for addresses": lambda plain: base64.urlsafe_b64encode(b"\xff\xfe" + plain),
    "in base64 with line ends": base64.encodebytes,
    "in a letter's quoted lines": quopri.encodestring,
    "in JSON": lambda plain: json.dumps({"words": plain.decode()}).encode(),
    "in zlib": zlib.compress,
    "in zlib with a small window": lambda plain: zlib.compress(plain, wbits=9),
    "in zlib stored": lambda plain: zlib.compress(plain, 0),
    "in zlib broken off": lambda plain: zlib.compress(plain * 9)[:-8],
    "in gzip": gzip.compress,
    "in a zip": zipped,
    "in a session": in_session,
    "in a short session": in_short_session,
    "in gzip in base64": lambda plain: base64.b64encode(b"2" + gzip.compress(plain)),
    "in UTF-16 in zlib in base64": lambda plain: base64.b64encode(
        zlib.compress(plain.decode().encode("utf-16-le"))
    ),
}


def noise(length: int) -> bytes:
    return random.Random(length).randbytes(length)


@pytest.mark.parametrize("how", HIDING)
@pytest.mark.parametrize("before", [0, 1, 4095])
def test_the_search_finds_what_is_hidden(tmp_path: Path, how: str, before: int) -> None:
    canary = draw_canary()
    hidden = HIDING[how](f"{AROUND}{canary} and {AROUND[:7]}".encode())
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "some.file").write_bytes(noise(before) + hidden + noise(50))
    assert in_files(tmp_path, canary) == ["deep/er/some.file"]
    assert in_files(tmp_path, draw_canary()) == []


def test_the_search_finds_a_file_that_is_one_raw_stream(tmp_path: Path) -> None:
    canary = draw_canary()
    (tmp_path / "raw").write_bytes(raw(f"{AROUND}{canary}".encode()))
    assert in_files(tmp_path, canary) == ["raw"]


def test_the_search_reads_names_of_files(tmp_path: Path) -> None:
    canary = draw_canary()
    (tmp_path / canary).mkdir()
    assert in_files(tmp_path, canary) == [f"name of {canary}"]


def test_the_search_finds_nothing_in_noise(tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(noise(1 << 18))
    assert in_files(tmp_path, draw_canary()) == []


@pytest.mark.parametrize("kept", [True, False])
def test_the_search_reads_a_database_and_its_log(tmp_path: Path, kept: bool) -> None:
    canary = draw_canary()
    with closing(sqlite3.connect(tmp_path / "house", isolation_level=None)) as house:
        house.execute("PRAGMA journal_mode=WAL")
        house.execute("CREATE TABLE said (words TEXT, packed BLOB)")
        house.execute("INSERT INTO said VALUES (?, ?)", ("x" * 9000, zlib.compress(noise(9000))))
        house.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        long = f"{'y' * 4000}{canary}"
        house.execute("INSERT INTO said VALUES (?, ?)", (long if kept else canary, noise(5000)))
        if not kept:
            house.execute("DELETE FROM said WHERE length(words) < 9000")
        found = in_files(tmp_path, canary)
    assert "house-wal" in found
    assert ("house, table said" in found) is kept


def test_the_search_finds_a_stream_that_lies_scattered(tmp_path: Path) -> None:
    canary = draw_canary()
    scattered = zlib.compress(noise(20_000).hex().encode() + canary.encode())
    with closing(sqlite3.connect(tmp_path / "house", isolation_level=None)) as house:
        house.execute("CREATE TABLE said (packed BLOB)")
        house.execute("INSERT INTO said VALUES (?)", (scattered,))
    assert "house, table said" in in_files(tmp_path, canary)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL keeps its rows elsewhere")
def test_the_search_reads_postgresql(tmp_path: Path, django_user_model: Any) -> None:
    canary = draw_canary()
    django_user_model.objects.create(email=f"{canary}@example.org")
    assert find_canary(tmp_path, canary) == ["PostgreSQL, table people_account"]
