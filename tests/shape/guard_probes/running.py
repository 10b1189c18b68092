"""Runs the probes in both worlds and tells how each ended."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID
from zlib import crc32

from django.db import IntegrityError, connection, transaction

from openchair.kernel.guard import NotScoped
from tests.shape.guard_probes.aims import Probe
from tests.shape.guard_probes.worlds import (
    Rows,
    Worlds,
    build,
    out_of_sight,
    plain,
    take_the_hidden_away,
    what_changed,
)

KEY = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
MEANINGLESS = (AttributeError, LookupError)
CASCADE = {"Mark 1 gone"}  # Bert's hangs on a leaf that Ama sees, and goes with it
MOVED = "moved away"  # what one may write one may also give away, or oneself leave
# Whoever may write the seat may seat themselves elsewhere, or another beside them, and sees more
# then: policy forbids it, sight does not. It takes the hidden key, which Ama has no way to know.
KNOWN = re.compile(
    r"Sitting (seen|deferred) \.(place|reader) put with its key swapped"
    r"|Place with its key swapped \.sittings (add|set) one by one (seen|deferred)"
)


@dataclass
class Ended:
    """`answer` is what came back, or the error in words."""

    answer: str = ""
    error: type[Exception] | None = None
    changed: list[str] = field(default_factory=list)


@dataclass
class Tally:
    ways: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    examples: dict[str, list[str]] = field(default_factory=dict)

    @property
    def run(self) -> int:
        return self.ways.total()

    def count(self, way: str, probe: Probe) -> None:
        self.ways[way] += 1
        self.examples.setdefault(way, []).append(probe.name)

    def __str__(self) -> str:
        lines = [f"{number:8}  {way}" for way, number in self.ways.most_common()]
        told = "\n".join(lines)
        return f"{self.run} probes run, {len(self.wrong)} passed the guard wrongly\n{told}"


class Undone(Exception):
    """Takes back what a probe wrote."""


class Catching:
    """Whatever error comes is an answer."""

    def __init__(self, ended: Ended, known: frozenset[UUID]) -> None:
        self.ended, self.known = ended, known

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: Any, error: Any, _trace: object) -> bool:
        if isinstance(error, Exception):
            self.ended.error, self.ended.answer = kind, _in_words(error, self.known)
        return isinstance(error, Exception)


class Watch:
    """Notes whether a statement that writes has run."""

    def __init__(self) -> None:
        self.wrote = False

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            self.wrote = True
        return answer


def share_of(probes: Iterable[Probe], one_in: int) -> Iterator[Probe]:
    """Every `one_in`-th, always the same ones, whatever stands beside them."""
    return (probe for probe in probes if crc32(probe.name.encode()) % one_in == 0)


def run(probes: Iterable[Probe]) -> Tally:
    """Asks in the full world, then in the world without what is hidden. In a transaction only."""
    worlds, tally = build(), Tally()
    before = out_of_sight(worlds)
    answered: list[tuple[Probe, Ended]] = []
    for probe in probes:
        ended = _ask(probe, worlds, before)
        if ended.error is NotScoped:
            tally.count("refused by the guard", probe)
        else:
            answered.append((probe, ended))
    take_the_hidden_away(worlds)
    for probe, ended in answered:
        tally.count(_judge(probe, ended, _ask(probe, worlds, None), tally), probe)
    return tally


def _ask(probe: Probe, worlds: Worlds, before: Rows | None) -> Ended:
    watch, ended = Watch(), Ended()
    with suppress(Undone), _undoing(probe), connection.execute_wrapper(watch):
        with Catching(ended, worlds.known):
            ended.answer = repr(plain(probe.ask(worlds), worlds.known))
        if watch.wrote and ended.error is None and before is not None:
            ended.changed = what_changed(worlds, before)
        raise Undone
    return ended


def _undoing(probe: Probe) -> AbstractContextManager[None]:
    """PostgreSQL forgets an error only by going back."""
    kept = probe.writes or connection.vendor == "postgresql"
    return transaction.atomic() if kept else nullcontext()


def _in_words(error: Exception, known: frozenset[UUID]) -> str:
    """The error without keys that differ from run to run."""
    words = f"{type(error).__name__}: {error}"
    return KEY.sub(lambda found: "old" if UUID(found[0]) in known else "new", words)


def _judge(probe: Probe, full: Ended, bare: Ended, tally: Tally) -> str:
    if full.changed and all(each in CASCADE or MOVED in each for each in full.changed):
        return "cascade or move of a row one sees"
    if KNOWN.fullmatch(probe.name):
        return "sight that one gave oneself"
    if (full.answer, full.error) == (bare.answer, bare.error) and not _shows_hidden(full):
        return _alike(full.error)
    if full.error and issubclass(full.error, IntegrityError):
        return "refused by a key that is taken"
    return _wrong(probe, full, bare, tally)


def _shows_hidden(full: Ended) -> bool:
    return bool(full.changed) or "canary" in full.answer


def _alike(error: type[Exception] | None) -> str:
    if error is None:
        return "answered alike in both worlds"
    if issubclass(error, MEANINGLESS):
        return "means nothing"
    return "failed alike in both worlds"


def _wrong(probe: Probe, full: Ended, bare: Ended, tally: Tally) -> str:
    tally.wrong.append(
        f"{probe.name}\n   with:    {full.answer} {full.changed}\n   without: {bare.answer}"
    )
    return "WRONG"
