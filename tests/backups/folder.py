"""A real house in a folder, with its own key and the words of the terminal, read from outside.

What lies in it is read by the databases' own drivers, never by the code that makes backups.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import psycopg
from psycopg import sql

from tests import second_database

ROOT = Path(__file__).resolve().parents[2]
APART = {"django_migrations", "sqlite_sequence"}

type Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Said:
    code: int
    words: str


@dataclass(frozen=True)
class Folder:
    home: Path
    key: Path

    def says(self, *words: object) -> Said:
        return self.runs("openchair.cli", *words)

    def runs(self, module: str, *words: object) -> Said:
        command = [sys.executable, "-P", "-m", module, *map(str, words)]
        environment = {name: said for name, said in os.environ.items() if name != "DATABASE_URL"}
        ours = {"OPENCHAIR_HOME": str(self.home), "OPENCHAIR_KEY_FILE": str(self.key)}
        done = subprocess.run(
            command, cwd=ROOT, env=environment | ours, capture_output=True, text=True, check=False
        )
        return Said(done.returncode, done.stderr + done.stdout)

    def rows_files(self) -> list[Path]:
        return sorted((self.home / "backups").glob("*.rows"), reverse=True)

    def newest(self) -> Path:
        return self.rows_files()[0]

    def lives_at(self, address: str) -> None:
        (self.home / "openchair.toml").write_text(f'database_url = "{address}"\n')

    def copied_to(self, place: Path) -> "Folder":
        place.mkdir()
        shutil.copytree(self.home, place / "home")
        shutil.copy(self.key, place / "key")
        return Folder(place / "home", place / "key")


def empty_folder(place: Path, key: Path) -> Folder:
    """Another machine, on which somebody has written the house key from paper."""
    (place / "home").mkdir(parents=True, mode=0o700)
    shutil.copy(key, place / "key")
    return Folder(place / "home", place / "key")


def in_file(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as file:
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: _sorted(file.execute(f'SELECT {_columns(file, name)} FROM "{name}"'))
            for (name,) in names
            if name not in APART
        }


def _columns(file: sqlite3.Connection, table: str) -> str:
    found = file.execute(f'SELECT name FROM pragma_table_info("{table}") ORDER BY name').fetchall()
    return ", ".join(f'"{name}"' for (name,) in found)


def on_server(address: str) -> Rows:
    with psycopg.connect(address) as server:
        tables = server.execute(
            "SELECT table_name, string_agg(quote_ident(column_name), ', ' ORDER BY column_name"
            " COLLATE \"C\") FROM information_schema.columns WHERE table_schema = 'public'"
            " GROUP BY table_name"
        ).fetchall()
        return {
            name: _sorted(server.execute(f'SELECT {columns} FROM "{name}"'.encode()))
            for name, columns in tables
            if name not in APART
        }


def _sorted(found: Any) -> list[tuple[Any, ...]]:
    return sorted((tuple(map(_plain, row)) for row in found.fetchall()), key=repr)


def _plain(value: Any) -> Any:
    """As SQLite keeps it."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    if isinstance(value, date | time):
        return str(value)
    if isinstance(value, memoryview):
        return bytes(value)
    if isinstance(value, list | dict):
        return json.dumps(value)
    return value


@contextmanager
def a_database() -> Iterator[str]:
    """An empty one on a real PostgreSQL server. Raises NoServer."""
    address = second_database.find().replace("/openchair_", "/test_openchair_") + "_moved"
    name = urlsplit(address).path.lstrip("/")
    server = address.rpartition("/")[0] + "/postgres"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield address
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            connection.execute(drop.format(sql.Identifier(name)))
