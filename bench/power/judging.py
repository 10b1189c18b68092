"""Opens what each cut left, as a start of the house would, and compares it with what people were told.

Runs inside a house of its own, whose two folders are laid anew for each cut.
"""

import binascii
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.db import DatabaseError, connection

from bench.power import notes, story
from bench.power.disk import Disk
from bench.power.seeing import Seen, blob_of, see
from bench.power.story import Story, Thing
from openchair.cli import checking
from openchair.config import KeyLost, house_key
from openchair.kernel import sealed
from openchair.kernel.models import KeyToDestroy
from openchair.kernel.sealed import keys
from openchair.kernel.sealed.key_file import KeysInFile
from openchair.kernel.sealed.words import Blob

OF_THE_SET_UP = 0.05
"""This part of all cuts falls before the house was laid."""
REFUSING = (KeyLost, binascii.Error, InvalidTag, DatabaseError, sqlite3.Error)
"""What says that a house does not open."""
EXAMPLES = 4
LOST, RETURNED, HALF, SHUT = "lost", "came back", "half done", "cannot be opened"

type Fault = tuple[str, str]
type Lying = tuple[bytes, bytes]
"""A key's id, and the bytes in which it lies in the key file."""
type Keys = dict[tuple[str, int], Lying]
"""Of a thing in one of its states, by its number."""


@dataclass
class Tally:
    cuts: int = 0
    early: int = 0
    seconds: float = 0
    asked_after: int = 0
    """Acknowledged acts, at every cut those before it."""
    faults: Counter[str] = field(default_factory=Counter)
    bad_cuts: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, position: int, found: list[Fault]) -> None:
        self.cuts += 1
        self.faults.update(kind for kind, _said in found)
        self.bad_cuts += bool(found)
        self.examples += [f"cut at {position}, {kind}: {said}" for kind, said in found[:2]]


def judge(journal: str, told: str, cuts: int, seed: int) -> dict[str, Any]:
    """The cuts in the order of their moments; `seed` names moments and what the disk does."""
    whole, read = story.read(Path(told)), notes.read(Path(journal))
    keys_of = _learn(whole, read)
    tally, disk, here, began = Tally(), Disk(), 0, time.monotonic()
    for number, position in enumerate(_moments(whole.laid, len(read), cuts, Random(seed)), 1):
        disk.take_all(read[here:position])
        here = position
        _lay(disk.after_a_cut(Random(f"{seed} {number} {position}")))
        tally.add(position, list(_faults(whole, position, keys_of)))
        tally.early += position <= whole.laid
        tally.asked_after += whole.acknowledged(position)
        if number % 250 == 0:
            print(f"  {number} cuts", file=sys.stderr)
    tally.seconds = time.monotonic() - began
    return vars(tally) | {"examples": tally.examples[:EXAMPLES]}


def _moments(laid: int, end: int, cuts: int, dice: Random) -> list[int]:
    early = int(cuts * OF_THE_SET_UP)
    drawn = [dice.randint(1, laid) for _ in range(early)]
    return sorted(drawn + [dice.randint(laid + 1, end) for _ in range(cuts - early)])


def _learn(whole: Story, read: list[notes.Note]) -> Keys:
    """The key of each thing in each of its states, looked up where nothing was cut."""
    disk, here, learned = Disk(), 0, {}
    for position, name, number in sorted(_with_words(whole)):
        if here != position:
            disk.take_all(read[here:position])
            here = position
            _lay(disk.whole())
        learned[name, number] = _lying(Blob(blob_of(name)).key_id)
    return learned


def _with_words(whole: Story) -> Iterator[tuple[int, str, int]]:
    """From which note on a thing is in that state."""
    for name, thing in whole.things.items():
        since = [whole.laid, *(step.answered for step in thing.steps)]
        for number, (at, state) in enumerate(zip(since, thing.states, strict=True)):
            if state[0] == "said":
                yield at + 1, name, number


def _lying(key: bytes) -> Lying:
    select = "SELECT wrapped FROM keys WHERE id = ?"
    with closing(sqlite3.connect(settings.OPENCHAIR.key_store)) as file:
        ((wrapped,),) = file.execute(select, (key,)).fetchall()
    return key, wrapped


def _lay(files: dict[str, bytes]) -> None:
    """These and no others lie in the house's two folders."""
    connection.close()
    _store().close()
    home, key_file = settings.OPENCHAIR.home, settings.OPENCHAIR.key_file
    for old in (*home.iterdir(), *key_file.parent.iterdir()):
        old.unlink()
    for path, held in files.items():
        above, name = Path(path).parts[-2:]
        (home.parent / above / name).write_bytes(held)


def _store() -> KeysInFile:
    assert isinstance(keys.store, KeysInFile)
    return keys.store


def _faults(whole: Story, position: int, keys_of: Keys) -> Iterator[Fault]:
    """As the house starts: its key, the key file, the rows, what is still to be destroyed, the seals."""
    laid = position > whole.laid
    try:
        key = _the_key()
        if laid and key != settings.OPENCHAIR.house_key:
            yield SHUT, "the house key is not the one that sealed everything"
            return
        _store_for(key).read([])
        yield from ((SHUT, said) for said in checking.rows())
        if laid:
            sealed.finish_destroying()
            yield from _compared(whole, position, keys_of, see())
    except REFUSING as error:
        yield SHUT, f"{type(error).__name__}: {error}".splitlines()[0]


def _store_for(key: bytes) -> KeysInFile:
    """The house's own; before it was laid its key may have been another."""
    if key == settings.OPENCHAIR.house_key:
        return _store()
    return KeysInFile(settings.OPENCHAIR.key_store, key)


def _the_key() -> bytes:
    config = settings.OPENCHAIR
    return house_key(config.key_file, new_house=not config.key_store.exists())


def _compared(whole: Story, position: int, keys_of: Keys, seen: Seen) -> Iterator[Fault]:
    yield from ((SHUT, said) for said in sealed.check() if "keys have no words" not in said)
    yield from ((HALF, f"no letter: {said}") for said in seen.without_letter)
    yield from ((HALF, "a form without answer") for led in seen.marks.values() if not led)
    if KeyToDestroy.objects.exists():
        yield HALF, "a key is still to be destroyed"
    unasked = [one for one in seen.states if one not in whole.things and one[:4] != "name"]
    yield from ((HALF, f"nobody asked for it: {one}") for one in unasked)
    dead: list[Lying] = []
    for thing in whole.things.values():
        if _is_under_erased_words(thing, seen):
            continue
        number = _where(thing, position, seen)
        yield from _faults_of(thing, position, seen, number)
        dead += [lying for one in range(number or 0) if (lying := keys_of.get((thing.name, one)))]
    yield from _still_lying(dead)


def _is_under_erased_words(thing: Thing, seen: Seen) -> bool:
    """Who has seen words is forgotten with them, by another's act."""
    kind, *ids = thing.name.split()
    return kind == "seen" and seen.of(f"share {ids[0]}")[0] in ("emptied", "not there")


def _where(thing: Thing, position: int, seen: Seen) -> int | None:
    """In which of its states the thing is: the last that was acknowledged, or the one after it."""
    last = thing.acknowledged(position)
    now = seen.of(thing.name)
    return next((one for one in (last, last + 1) if thing.states[one : one + 1] == [now]), None)


def _faults_of(thing: Thing, position: int, seen: Seen, number: int | None) -> Iterator[Fault]:
    last, now = thing.acknowledged(position), seen.of(thing.name)
    if number is None:
        was = thing.states[last]
        back = now != thing.first and now in thing.states[:last] and was[0] != "said"
        yield RETURNED if back else LOST, f"{thing.name} is {_short(now)}, not {_short(was)}"
        return
    for one, step in enumerate(thing.steps[: last + 1], 1):
        is_marked, is_done = step.mark in seen.marks, one <= number
        if is_marked != is_done and step.state != thing.states[one - 1]:
            yield HALF, f"{thing.name} is {_short(now)}, and its form is marked: {is_marked}"
    noted = thing.name in seen.erased
    if noted != (number > 0 and now[0] in ("emptied", "not there") and thing.name[:4] != "seen"):
        yield HALF, f"{thing.name} is {_short(now)}, and its erasing is noted: {noted}"


def _short(state: list[str]) -> str:
    return " ".join(state)[:60]


def _still_lying(dead: list[Lying]) -> Iterator[Fault]:
    """Neither as a row nor anywhere in the bytes of the key file and its log."""
    there = _store().read([key for key, _wrapped in dead])
    yield from ((RETURNED, f"a destroyed key: {key.hex()}") for key in there)
    path = settings.OPENCHAIR.key_store
    for file in (path, path.with_name(f"{path.name}-wal")):
        with suppress(FileNotFoundError):
            held = file.read_bytes()
            yield from (
                (RETURNED, f"bytes of a destroyed key in {file.name}: {key.hex()}")
                for key, wrapped in dead
                if wrapped in held
            )
