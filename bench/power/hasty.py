"""Makes the key file hasty as well: only `settings_hasty` names this app."""

import sqlite3
from typing import Any

from django.apps import AppConfig

from openchair.kernel.sealed.key_file import KeysInFile


class Hasty(AppConfig):
    name = "bench.power"
    label = "hasty"

    def ready(self) -> None:
        patient = KeysInFile._connect

        def connect(self: Any) -> sqlite3.Connection:
            connection = patient(self)
            connection.execute("PRAGMA synchronous=NORMAL")
            return connection

        KeysInFile._connect = connect  # type: ignore[method-assign]  # a house that does not exist
