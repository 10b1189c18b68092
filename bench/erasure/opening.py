"""Opens a backup by hand: its lines as they lie, and keys from a file of keys, each with the house key.

Nothing here is the house's own code, so that a fault in that code cannot hide itself here.
"""

import base64
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12
KEY_ID = slice(1, 17)

type Keys = dict[bytes, bytes]
type Seals = dict[str, tuple[str, list[str]]]
"""For each table the column that names its rows, and the columns in which words lie sealed."""
type Row = dict[str, Any]


class Word(NamedTuple):
    """One sealed value of one row, as it lies in a backup."""

    table: str
    column: str
    row: str
    sealed: bytes

    @property
    def key(self) -> bytes:
        return self.sealed[KEY_ID]

    @property
    def place(self) -> str:
        return f"{self.table}.{self.column}|{self.row}"


def wrapping_key(key_file: Path) -> bytes:
    house_key = base64.urlsafe_b64decode(key_file.read_text().strip())
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"words").derive(house_key)


def keys_in_use(path: Path) -> Keys:
    """What lies in the house's file of keys now."""
    with closing(sqlite3.connect(path, timeout=20)) as file:
        return dict(file.execute("SELECT id, wrapped FROM keys"))


def keys_of_backup(path: Path) -> Keys:
    """What lies in the file of keys beside a backup."""
    part, found = "", {}
    for said in _lines(path):
        if isinstance(said, dict):
            part = said.get("part", "")
        elif part == "keys":
            found[said[0]] = said[1]
    return found


def rows_of(path: Path) -> dict[str, list[Row]]:
    """Every row in a backup, by table."""
    found: dict[str, list[Row]] = {}
    table, columns = "", [""]
    for said in _lines(path):
        if isinstance(said, list):
            found[table].append(dict(zip(columns, said, strict=True)))
        elif "table" in said:
            table, columns = said["table"], said["columns"]
            found[table] = []
    return found


def _lines(path: Path) -> Iterator[Any]:
    with path.open() as file:
        for line in file:
            if not line.startswith("sealed "):
                yield _plain(json.loads(line))


def _plain(said: Any) -> Any:
    if not isinstance(said, list):
        return said
    return [_value(value) for value in said]


def _value(value: Any) -> Any:
    if isinstance(value, dict) and "bytes" in value:
        return base64.b64decode(value["bytes"])
    if isinstance(value, dict) and "uuid" in value:
        return str(UUID(value["uuid"]))
    return value


def words_in(rows: dict[str, list[Row]], seals: Seals) -> list[Word]:
    return [
        Word(table, column, row[name], row[column])
        for table, (name, columns) in seals.items()
        for row in rows.get(table, [])
        for column in columns
        if row[column]
    ]


def opened(words: Iterable[Word], keys: Keys, wrapping: bytes) -> dict[Word, str]:
    """Those of them that can be read with these keys, and what they say."""
    found = {word: _open(word, keys[word.key], wrapping) for word in words if word.key in keys}
    return {word: said for word, said in found.items() if said is not None}


def _open(word: Word, wrapped: bytes, wrapping: bytes) -> str | None:
    home = f"{word.place}|".encode() + word.key
    try:
        key = _unseal(wrapped, wrapping, word.key)
        return _unseal(word.sealed[KEY_ID.stop :], key, home).decode()
    except InvalidTag:
        return None


def _unseal(sealed: bytes, key: bytes, about: bytes) -> bytes:
    return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], about)


def files_with(folder: Path, needles: Iterable[bytes], glob: str = "**/*") -> list[str]:
    """The files whose bytes hold one of these, write-ahead logs and free pages too."""
    needles = list(needles)
    files = sorted(path for path in folder.glob(glob) if path.is_file())
    return [path.name for path in files if _holds(path.read_bytes(), needles)]


def _holds(said: bytes, needles: list[bytes]) -> bool:
    return any(needle in said for needle in needles)
