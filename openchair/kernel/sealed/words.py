"""Words as they lie on disk, and words as they are read."""

from typing import Self

from cryptography.exceptions import InvalidTag

from openchair.kernel.sealed.envelope import seal, unseal

VERSION = b"\x01"
KEY_ID = 16


class Blob(bytes):
    """Sealed words: version (1 byte), key id (16), envelope. Blank words are no bytes at all."""

    @classmethod
    def of(cls, words: str, home: bytes, key_id: bytes, key: bytes) -> Self:
        return cls(VERSION + key_id + seal(words.encode(), key, home + key_id))

    @property
    def key_id(self) -> bytes:
        return bytes(self[1 : 1 + KEY_ID])

    def open(self, home: bytes, key: bytes) -> str:
        """The words. Raises InvalidTag if these bytes were sealed for another place or altered."""
        if not self.startswith(VERSION):
            raise InvalidTag
        return unseal(self[1 + KEY_ID :], key, home + self.key_id).decode()


class Opened(str):
    """Words that remember the blob they lie in, so that saving them untouched seals nothing anew.

    `home` is table, column and row. `read` says that the blob was read from the database.
    """

    blob: Blob
    home: bytes
    read: bool

    @classmethod
    def from_blob(cls, words: str, blob: Blob, home: bytes, *, read: bool) -> Self:
        opened = cls(words)
        opened.blob, opened.home, opened.read = blob, home, read
        return opened
