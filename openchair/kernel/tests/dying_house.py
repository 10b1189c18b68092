"""A house that is killed at each named step of writing, rewriting and erasing, and opened again.

Run by test_sealed_kills.py in a process of its own, because it forks: each life of the house is a
child with its own connections.
"""

import json
import os
import secrets
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, transaction

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Draft, KeyToDestroy
from openchair.kernel.sealed import check, finish_destroying, keys, sweep
from openchair.kernel.sealed.key_file import KeysInFile

HOUSE_KEY = b"k" * 32
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
BEFORE, AFTER = "said before", "said after"
NEIGHBOURS = 3
NEW_FILES = 50

STEPS = {
    "write": ["before the key", "key kept", "row written", "committed"],
    "rewrite": [
        "before the key",
        "key kept",
        "old key noted",
        "row written",
        "committed",
        "key deleted, log not emptied",
        "key gone, note not removed",
    ],
    "erase": [
        "old key noted",
        "row written",
        "committed",
        "key deleted, log not emptied",
        "key gone, note not removed",
    ],
}


class Dying(KeysInFile):
    """Keys, and a house, that die at the named step."""

    def __init__(self, path: Path, step: str) -> None:
        super().__init__(path, HOUSE_KEY)
        self.step = step

    def at(self, step: str) -> None:
        if step == self.step:
            os.kill(os.getpid(), signal.SIGKILL)

    def add(self, keys: Mapping[bytes, bytes]) -> None:
        self.at("before the key")
        super().add(keys)
        self.at("key kept")

    def destroy(self, ids: Iterable[bytes]) -> bool:
        self.at("committed")
        gone = super().destroy(ids)
        self.at("key gone, note not removed")
        return gone

    def truncate(self, connection: sqlite3.Connection) -> bool:
        self.at("key deleted, log not emptied")
        return super().truncate(connection)

    def before_row(self, execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith(('UPDATE "kernel_draft"', 'DELETE FROM "kernel_draft"')):
            self.at("old key noted")
        return execute(sql, *rest)


def lives(folder: Path, verb: str, step: str) -> dict[str, Any]:
    """One house: begun, killed at this step, opened again. What was found then."""
    shutil.copytree(folder.parent / "new", folder)
    assert in_child(begin, folder, verb) == 0
    killed = in_child(die, folder, verb, step)
    assert in_child(recover, folder, verb) == 0
    return {"killed": killed, **json.loads((folder / "found.json").read_text())}


def in_child(life: Callable[..., None], folder: Path, *said: str) -> int:
    """0 if it ended well, else the signal that ended it, negative."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if connection.vendor == "sqlite":
        connection.settings_dict["NAME"] = folder / "house.sqlite3"
    keys.store = KeysInFile(folder / "keys.sqlite3", HOUSE_KEY)
    life(folder, *said)
    os._exit(0)


def begin_together(folder: Path) -> list[int]:
    """How several processes fared that began the same new key files at the same instants."""
    folder.mkdir()
    begin_at = time.monotonic() + 0.2
    children = [os.fork() or begin_new_files(folder, begin_at) for _ in range(4)]
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def begin_new_files(folder: Path, begin_at: float) -> int:
    for number in range(NEW_FILES):
        while time.monotonic() < begin_at + number * 0.02:
            pass
        KeysInFile(folder / f"new{number}", HOUSE_KEY).add({secrets.token_bytes(16): HOUSE_KEY})
    os._exit(0)


def build(folder: Path) -> None:
    """PostgreSQL's tables are there: they are the tests' own."""
    if connection.vendor == "sqlite":
        with connection.schema_editor() as editor:
            for model in apps.get_models():
                editor.create_model(model)


def begin(folder: Path, verb: str) -> None:
    writer = get_user_model().objects.create(email=address(folder))
    for number in range(NEIGHBOURS):
        write(writer, f"neighbour {number}", "still here")
    if verb != "write":
        write(writer, "mine", BEFORE)
        lying: Any = Draft.objects.for_viewer(writer).values_list("words", flat=True)
        key = lying.get(place="mine").key_id
        (folder / "old.key").write_bytes(wrapped(folder)[key])


def die(folder: Path, verb: str, step: str) -> None:
    store = keys.store = Dying(folder / "keys.sqlite3", step)
    mine = Draft.objects.for_viewer(writer_of(folder))
    with connection.execute_wrapper(store.before_row):
        with transaction.atomic():
            VERBS[verb](mine)
            store.at("row written")
        store.at("committed")


def rewrite(mine: Any) -> None:
    draft = mine.get(place="mine")
    draft.words = AFTER
    draft.save()


VERBS: dict[str, Callable[[Any], Any]] = {
    "write": lambda mine: write(mine[0].account, "mine", AFTER),
    "rewrite": rewrite,
    "erase": lambda mine: mine.get(place="mine").delete(),
}


def recover(folder: Path, verb: str) -> None:
    writer = writer_of(folder)
    found: dict[str, Any] = {"old key lay there": old_key_lies(folder)}
    finish_destroying()
    words: dict[str, str] = {draft.place: draft.words for draft in Draft.objects.for_viewer(writer)}
    found |= {
        "words": words.pop("mine", None),
        "old key lies there": old_key_lies(folder),
        "notes": KeyToDestroy.objects.count(),
        "swept": sweep(datetime.fromtimestamp(time.time(), UTC) + timedelta(days=2)),
        "wrong": check(),
        "neighbours": list(words.values()),
    }
    (folder / "found.json").write_text(json.dumps(found))
    with acting_for_the_house("clearing up after a death"), transaction.atomic():
        writer.delete()


def write(writer: Any, place: str, words: str) -> None:
    mine = Draft.objects.for_viewer(writer)
    mine.create(account_id=writer.pk, place=place, words=words, kept_at=NOW)


def writer_of(folder: Path) -> Any:
    return get_user_model().objects.get(email=address(folder))


def address(folder: Path) -> str:
    return f"{folder.name.replace(' ', '-')}@example.org"


def wrapped(folder: Path) -> dict[bytes, bytes]:
    with closing(sqlite3.connect(folder / "keys.sqlite3")) as lying:
        return dict(lying.execute("SELECT id, wrapped FROM keys"))


def old_key_lies(folder: Path) -> int:
    """How many files hold bytes of the wrapped key that the old words were sealed with."""
    old = folder / "old.key"
    files = folder.glob("keys.sqlite3*")
    return (
        sum(old.read_bytes()[12:44] in file.read_bytes() for file in files) if old.exists() else 0
    )


def main(folder: str) -> None:
    """Prints what was found after each death, by verb and step."""
    new = Path(folder) / "new"
    new.mkdir()
    assert in_child(build, new) == 0
    print(
        json.dumps(
            {"begun together": begin_together(Path(folder) / "together")}
            | {
                f"{verb}: {step}": lives(Path(folder) / f"{verb} {step}", verb, step)
                for verb, steps in STEPS.items()
                for step in steps
            }
        )
    )
