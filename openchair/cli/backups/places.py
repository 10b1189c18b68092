"""Databases beside the house's own: one that only reads it, a scratch one, and one to move into."""

import copy
import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.utils.module_loading import import_string

from openchair.config import Config
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed.key_file import wait_for_the_disk
from openchair.settings import database

READING, SCRATCH, COMING = "reading", "scratch", "coming"
FOLDER = "scratch-"
QUICK = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
"""For a file that is worth nothing before it is whole."""


@contextmanager
def one_moment() -> Iterator[str]:
    """The house as it is now, while people go on writing."""
    own = settings.DATABASES[DEFAULT_DB_ALIAS]
    options = own["OPTIONS"]
    if "sqlite3" in own["ENGINE"]:
        options = {"timeout": 20}
    with _database(READING, own | {"OPTIONS": options}) as alias, transaction.atomic(using=alias):
        if connections[alias].vendor == "postgresql":
            with connections[alias].cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield alias


@contextmanager
def scratch(home: Path) -> Iterator[tuple[str, Path]]:
    """An empty database in a folder of the house that is gone afterwards. One that a kill left goes
    with the next start or the next scratch place: keys of words lie in it."""
    folder, held = _take_a_folder(home)
    try:
        with _database(SCRATCH, in_file(folder / "house.sqlite3")) as alias:
            yield alias, folder
    finally:
        shutil.rmtree(folder)
        os.close(held)


def _take_a_folder(home: Path) -> tuple[Path, int]:
    """With a lock on it, for as long as somebody works in it."""
    with (home / "scratch.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        _throw_away_left(home)
        folder = Path(tempfile.mkdtemp(prefix=FOLDER, dir=home))
        held = _lock_of(folder)
        fcntl.flock(held, fcntl.LOCK_EX)
    return folder, held


def _lock_of(folder: Path) -> int:
    return os.open(folder / "in-use.lock", os.O_RDWR | os.O_CREAT, 0o600)


def throw_away_left(home: Path) -> None:
    """Scratch places of processes that were killed."""
    if any(home.glob(f"{FOLDER}*")):
        with (home / "scratch.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            _throw_away_left(home)


def _throw_away_left(home: Path) -> None:
    for folder in home.glob(f"{FOLDER}*"):
        held = _lock_of(folder)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder)
        except BlockingIOError:
            continue
        finally:
            os.close(held)


@contextmanager
def coming(config: Config) -> Iterator[str]:
    """An empty database that takes the place of the house's own when the block ends well, in one
    instant; otherwise all stays as it was. What must be true by then is done inside the block."""
    place = _server(config) if config.database_url else _file(config)
    with place as alias:
        yield alias


@contextmanager
def _server(config: Config) -> Iterator[str]:
    there = database(config)
    there["OPTIONS"].pop("pool", None)
    with _database(COMING, there) as alias, transaction.atomic(using=alias):
        _empty(alias)
        yield alias


@contextmanager
def _file(config: Config) -> Iterator[str]:
    with scratch(config.home) as (alias, folder):
        yield alias
        connections[alias].close()
        _take_the_log_away(config.database)
        made = folder / config.database.name
        wait_for_the_disk(made)
        made.replace(config.database)
        wait_for_the_disk(config.home)


def _take_the_log_away(path: Path) -> None:
    """SQLite would read the log of the file before as one of the new file."""
    if path.exists():
        with closing(sqlite3.connect(path, timeout=20)) as file:
            file.execute("PRAGMA journal_mode=DELETE")


def in_file(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "openchair.kernel.guard.sqlite3",
        "NAME": path,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": QUICK},
    }


@contextmanager
def _database(alias: str, said: dict[str, Any]) -> Iterator[str]:
    made = copy.deepcopy(connections.settings[DEFAULT_DB_ALIAS])
    connections.settings[alias] = made | said
    try:
        yield alias
    finally:
        connections[alias].close()
        del connections[alias], connections.settings[alias]


def holds_something(config: Config) -> bool:
    """Whether anything lies there, be it a house or not. Raises Trouble where no server answers."""
    if not config.database_url:
        return config.database.exists()
    import_string("openchair.cli.second_server.reach")(config.database_url)
    there = database(config)
    there["OPTIONS"].pop("pool", None)
    with _database(COMING, there) as alias, connections[alias].cursor() as cursor:
        return bool(connections[alias].introspection.table_names(cursor))


def _empty(alias: str) -> None:
    """Takes away every table there: only for a house that is about to be put back over it."""
    connection = connections[alias]
    with acting_for_the_house("putting a backup back"), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")
