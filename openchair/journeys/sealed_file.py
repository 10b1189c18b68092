"""A file that lies sealed on the disk, written and read piece by piece.

Each piece is sealed with the file's own key, its number, and whether it is the last: pieces cannot be
changed, moved, left out or cut off unnoticed.
"""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag

from openchair.kernel.sealed.envelope import seal, unseal

PIECE = 64 * 1024
LENGTH = 4
WRITE_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


class SealedWriter(io.RawIOBase):
    """Write, then `finish`. Without that, what lies there cannot be read."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._file = os.fdopen(os.open(path, WRITE_ANEW, 0o600), "wb")
        self._key, self._waiting, self._number = key, bytearray(), 0

    def writable(self) -> bool:
        return True

    def write(self, more: Any) -> int:
        self._waiting += more
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(more)

    def finish(self) -> None:
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()
        self.close()

    def close(self) -> None:
        self._file.close()
        super().close()

    def _put(self, plain: bytes, *, last: bool) -> None:
        sealed = seal(plain, self._key, _place(self._number, last))
        self._file.write(len(sealed).to_bytes(LENGTH) + sealed)
        self._number += 1


def unsealed(path: Path, key: bytes) -> Iterator[bytes]:
    """The pieces, in order. Raises InvalidTag for bytes that are not what was written, and for a file
    that was not finished."""
    with path.open("rb") as file:
        number, sealed = 0, _next(file)
        while sealed:
            after = _next(file)
            yield unseal(sealed, key, _place(number, not after))
            number, sealed = number + 1, after
    if not number:
        raise InvalidTag


def is_finished(path: Path, key: bytes) -> bool:
    """Whether it lies there to its end: by the lengths of the pieces and by opening the last. However
    long the file is, little of it is read, so a piece that was changed on the way is not seen."""
    try:
        with path.open("rb", buffering=0) as file:
            number, last = _last(file)
            unseal(last, key, _place(number, True))
    except (OSError, InvalidTag):
        return False
    return True


def _last(file: io.FileIO) -> tuple[int, bytes]:
    """Its number, and what is there of it."""
    ends, number = os.fstat(file.fileno()).st_size, 0
    while True:
        length = int.from_bytes(file.read(LENGTH))
        after = file.tell() + length
        if after >= ends:
            return number, file.read() if after == ends else b""
        file.seek(after)
        number += 1


def _next(file: io.BufferedReader) -> bytes:
    length = int.from_bytes(file.read(LENGTH))
    if length > 2 * PIECE:
        raise InvalidTag
    return file.read(length)


def _place(number: int, last: bool) -> bytes:
    return f"{number}|{'last' if last else 'more'}".encode()
