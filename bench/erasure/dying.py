"""Kills a process that erases at each of its steps, and asks the house that starts after it.

Runs inside a house, in a process that has Django and no open file: each life is a child of it, on a
fresh copy of the folder.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import time
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from bench.erasure import acting
from bench.erasure.belonging import STAYS
from bench.erasure.opening import Word, files_with, keys_in_use, opened, wrapping_key
from bench.erasure.watching import Watch
from openchair.journeys import erasing
from openchair.kernel import sealed
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed import keys
from openchair.sharing import erasing as pieces

FEW = 3
"""Words in one piece of a long erasing: a house takes a hundred at once, and here are not so many."""
OF_THE_RUN = {
    "delivery_letter": {"id"},
    "kernel_erasure": {"id"},
    "journeys_erasing": {"id", "token_hash"},
}
"""Columns that no two runs of the same act have in common."""

type State = dict[str, list[str]]


@dataclass
class Asked:
    """One kind of erasing, and what is known of the house before anything is erased."""

    fate: str
    at: str
    later: str
    who: dict[str, str]
    pristine: Path
    erased: dict[Word, str] = field(default_factory=dict)
    others: dict[Word, str] = field(default_factory=dict)
    wrapped: list[bytes] = field(default_factory=list)

    def act(self, told: Callable[[], object]) -> None:
        """The erasing, its acknowledgement, and what the clock does then."""
        acting.erase(self.fate, self.at, self.who)
        told()
        erasing.go_on(datetime.fromisoformat(self.later))
        sealed.finish_destroying()


@dataclass
class Told:
    """What came of all trials of one kind."""

    steps: int = 0
    trials: int = 0
    killed: int = 0
    asked: int = 0
    as_before: int = 0
    gone_on: int = 0
    faults: list[str] = field(default_factory=list)


def everywhere(
    asked: dict[str, Any], noted: list[Any], every: int, sudden: int, seed: int
) -> dict[str, Any]:
    """`noted` are the sealed values of the backups: table, column, row, bytes, words, fate."""
    pieces.AT_ONCE = FEW
    trial = Asked(**asked | {"pristine": Path(asked["pristine"])})
    _read(trial, noted)
    _warm_up(trial)
    run, seconds = _undisturbed(trial)
    for step in range(1, run.told.steps + 1, every):
        run.die(f"step {step}", Watch(step))
    moments = random.Random(seed)
    for number in range(sudden):
        run.die(f"moment {number}", wait=moments.uniform(0, seconds))
    return vars(run.told)


def _undisturbed(trial: Asked) -> tuple["Run", float]:
    """What an erasing that nobody kills makes of the house, and how many seconds it takes."""
    _fresh(trial)
    before = _ask(trial)["state"]
    _fresh(trial)
    began = time.monotonic()
    assert _in_child(_live, trial, Watch()) == 0
    seconds = time.monotonic() - began
    steps = int((settings.OPENCHAIR.home / "steps").read_text())
    return Run(trial, before, _ask(trial)["state"], Told(steps)), seconds


@dataclass
class Run:
    """All trials of one kind of erasing."""

    trial: Asked
    before: State
    after: State
    told: Told
    seen: set[bytes] = field(default_factory=set)

    def die(self, name: str, watch: Watch | None = None, *, wait: float | None = None) -> None:
        """A house whose files are as they were after an earlier death need not be asked again."""
        _fresh(self.trial)
        ended = _in_child(_live, self.trial, watch, wait=wait)
        self.told.trials += 1
        self.told.killed += ended == -signal.SIGKILL
        acknowledged = (settings.OPENCHAIR.home / "acknowledged").exists()
        lying = _fingerprint(acknowledged)
        if lying not in self.seen:
            self.seen.add(lying)
            self._ask(f"{self.trial.fate}, {name}", acknowledged)

    def _ask(self, name: str, acknowledged: bool) -> None:
        found = _ask(self.trial)
        self._judge(name, found, acknowledged)
        self.told.asked += 1
        self.told.gone_on += found["state"] == self.after and not acknowledged
        if found["state"] == self.before:
            self.told.as_before += 1
            assert _in_child(_live, self.trial, None) == 0
            self._judge(f"{name}, done again", _ask(self.trial), acknowledged=True)

    def _judge(self, name: str, found: dict[str, Any], acknowledged: bool) -> None:
        faults = [f"lost: {place}" for place in found["lost"]] + found["wrong"]
        if found["state"] == self.before and not acknowledged:
            faults += [f"closed, and not erased: {place}" for place in found["closed"]]
        else:
            faults += [
                f"something in between, in {table}"
                for table, rows in self.after.items()
                if found["state"][table] != rows
            ]
            faults += [f"erased and readable: {place}" for place in found["readable"]]
            faults += [f"erased, and its key lies in {file}" for file in found["bytes"]]
        self.told.faults += [f"{name}: {fault}" for fault in faults]


def _warm_up(trial: Asked) -> None:
    """What every life would have to load anew; no file is open afterwards."""
    _fresh(trial)
    _look(trial)
    keys.store.close()
    connection.close()


def _read(trial: Asked, noted: list[Any]) -> None:
    wrapped = keys_in_use(trial.pristine / "keys.sqlite3")
    for table, column, row, lying, words, fate in noted:
        word = Word(table, column, row, b64decode(lying))
        if fate == trial.fate:
            trial.erased[word] = words
            trial.wrapped.append(wrapped[word.key])
        elif fate in {STAYS, "share", "circle", "person"}:
            trial.others[word] = words


def _fresh(trial: Asked) -> None:
    home = settings.OPENCHAIR.home
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(trial.pristine, home, ignore=shutil.ignore_patterns("backups", "static"))


def _fingerprint(acknowledged: bool) -> bytes:
    found = hashlib.sha256(bytes([acknowledged]))
    for path in sorted(settings.OPENCHAIR.home.glob("*.sqlite3*")):
        if not path.name.endswith("-shm"):
            found.update(path.name.encode() + path.read_bytes())
    return found.digest()


def _in_child(
    life: Callable[..., None], trial: Asked, *said: object, wait: float | None = None
) -> int:
    """0 if it ended well, else the signal that ended it, negative."""
    child = os.fork()
    if not child:
        life(trial, *said)
        os._exit(0)
    if wait is not None:
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _live(trial: Asked, watch: Watch | None) -> None:
    home = settings.OPENCHAIR.home
    if watch:
        watch.begin()
    trial.act((home / "acknowledged").touch)
    if watch:
        (home / "steps").write_text(str(watch.steps))
    connection.close()


def _ask(trial: Asked) -> dict[str, Any]:
    said = settings.OPENCHAIR.home / "said.json"
    ended = _in_child(_look, trial)
    found: dict[str, Any] = json.loads(said.read_text()) if ended == 0 else {}
    assert found, f"the house did not start again: {ended}"
    return found


def _look(trial: Asked) -> None:
    """A house that starts, keeps the appointments of its clock, and is looked at."""
    acting.start(trial.later)
    home = settings.OPENCHAIR.home
    found: dict[str, Any] = {"wrong": sealed.check(), "state": _state()}
    connection.close()
    present = keys_in_use(settings.OPENCHAIR.key_store)
    wrapping = wrapping_key(settings.OPENCHAIR.key_file)
    readable = opened([*trial.erased, *trial.others], present, wrapping)
    found["readable"] = [word.place for word in trial.erased if word in readable]
    found["closed"] = [word.place for word in trial.erased if word not in readable]
    found["lost"] = [w.place for w, said in trial.others.items() if readable.get(w) != said]
    found["bytes"] = files_with(home, trial.wrapped, "*.sqlite3*")
    (home / "said.json").write_text(json.dumps(found))


def _state() -> State:
    """Every row of every table, but for what no two runs have in common."""
    found = {}
    with acting_for_the_house("proving that words are erased"), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            kept = [i for i, name in enumerate(names) if name not in OF_THE_RUN.get(table, ())]
            found[table] = sorted(repr([row[i] for i in kept]) for row in cursor.fetchall())
    return found
