"""One random key for each sealed value, kept apart from the words."""

import time
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from django.conf import settings

from openchair.kernel.sealed.key_file import KeysInFile


class KeyStore(Protocol):
    def add(self, keys: Mapping[bytes, bytes]) -> None:
        """Keep these keys by their ids, for good when this returns."""

    def read(self, ids: Iterable[bytes]) -> dict[bytes, bytes]:
        """The keys there are among these ids."""

    def destroy(self, ids: Iterable[bytes]) -> bool:
        """Remove these keys. False: removed, but bytes may still lie in a log, so ask again.

        Their ids are remembered, so that no older copy of the keys brings them back.
        """

    def drop(self, ids: Iterable[bytes]) -> bool:
        """The same for keys that have no words here, without remembering them."""

    def made_before(self, moment: datetime) -> set[bytes]:
        """The ids of all keys made before that moment."""

    def forget_destroyed(self, before: datetime) -> None:
        """Remember no longer what was destroyed before that moment."""

    def close(self) -> None:
        """Hold no file open: the next use opens it again."""


class KeysInMemory:
    """Keys that live as long as the process: for tests, where a commit for each word is dear."""

    def __init__(self) -> None:
        self._keys: dict[bytes, tuple[bytes, float]] = {}

    def add(self, keys: Mapping[bytes, bytes]) -> None:
        self._keys |= {id: (key, time.time()) for id, key in keys.items()}

    def read(self, ids: Iterable[bytes]) -> dict[bytes, bytes]:
        return {id: self._keys[id][0] for id in ids if id in self._keys}

    def destroy(self, ids: Iterable[bytes]) -> bool:
        for id in ids:
            self._keys.pop(id, None)
        return True

    def drop(self, ids: Iterable[bytes]) -> bool:
        return self.destroy(ids)

    def made_before(self, moment: datetime) -> set[bytes]:
        return {id for id, (_key, made) in self._keys.items() if made < moment.timestamp()}

    def forget_destroyed(self, before: datetime) -> None:
        """Nothing is remembered here."""

    def close(self) -> None:
        """There is no file."""


store: KeyStore = KeysInFile(settings.OPENCHAIR.key_store, settings.OPENCHAIR.house_key)
