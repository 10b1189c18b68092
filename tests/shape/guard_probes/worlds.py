"""The world with its hidden rows, the world without, and what an answer looks like in either."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.fields.related import ForeignKey

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.guard.tests.guarded_world.models import (
    Answer,
    Cover,
    Draft,
    Leaf,
    Mark,
    Place,
    Poster,
    Reader,
    Sitting,
    Somebody,
)
from openchair.kernel.guard.tests.guarded_world.people import settle

GUARDED: tuple[Any, ...] = (Place, Reader, Sitting, Leaf, Answer, Cover, Mark, Draft)
KINDS: tuple[Any, ...] = (*GUARDED, Somebody)


class Visitor:
    pk = None


@dataclass
class Worlds:
    """`seen` and `hidden` hold the keys of each kind's rows, and one row of each as the house
    reads it."""

    ama: Any
    seen: dict[Any, list[UUID]] = field(default_factory=dict)
    hidden: dict[Any, list[UUID]] = field(default_factory=dict)
    hidden_rows: dict[Any, Any] = field(default_factory=dict)
    without: bool = False

    @cached_property
    def known(self) -> frozenset[UUID]:
        kinds = (*self.seen.values(), *self.hidden.values())
        return frozenset(key for keys in kinds for key in keys)


def build() -> Worlds:
    """Everything that Ama sees is kept apart from what she does not see."""
    worlds = Worlds(settle().ama)
    with acting_for_the_house("building two worlds"):
        Poster.objects.all().delete()  # seen by all, they would go with the hidden place
        for kind in GUARDED:
            _sort(worlds, kind, kind.objects.for_viewer(worlds.ama).values("pk"))
        _sort(worlds, Somebody, Reader.objects.for_viewer(worlds.ama).values("pk"))
    return worlds


def _sort(worlds: Worlds, kind: Any, seen: Any) -> None:
    worlds.seen[kind] = list(kind.objects.filter(pk__in=seen).values_list("pk", flat=True))
    hidden = kind.objects.exclude(pk__in=seen)
    worlds.hidden[kind] = list(hidden.values_list("pk", flat=True))
    worlds.hidden_rows[kind] = hidden[0]


def take_the_hidden_away(worlds: Worlds) -> None:
    with acting_for_the_house("building two worlds"):
        for kind in GUARDED:
            kind.objects.filter(pk__in=worlds.hidden[kind]).delete()
    worlds.without = True


type Rows = dict[Any, dict[UUID, tuple[Any, ...]]]


def out_of_sight(worlds: Worlds) -> Rows:
    """Every row that Ama does not see now, with all its values."""
    with acting_for_the_house("looking at what is hidden"):
        return {kind: {row[0]: row for row in _unseen(kind, worlds)} for kind in GUARDED}


def _unseen(kind: Any, worlds: Worlds) -> Any:
    seen = kind.objects.for_viewer(worlds.ama).values("pk")
    return kind.objects.exclude(pk__in=seen).values_list("pk", *_columns(kind))


def _columns(kind: Any) -> list[str]:
    return [each.attname for each in kind._meta.concrete_fields]


def what_changed(worlds: Worlds, before: Rows) -> list[str]:
    """Since then, out of Ama's sight: what went, was pulled in, changed, was made, or moved away."""
    after = out_of_sight(worlds)
    return [told for kind in GUARDED for told in _changes(kind, worlds, before[kind], after[kind])]


def _changes(kind: Any, worlds: Worlds, before: Any, after: Any) -> Iterator[str]:
    left, came = before.keys() - after.keys(), after.keys() - before.keys()
    with acting_for_the_house("looking at what is hidden"):
        pulled = kind.objects.filter(pk__in=left).count()
    moved = len(came.intersection(worlds.seen[kind]))
    counts = {
        "gone": len(left) - pulled,
        "pulled into sight": pulled,
        "changed": sum(before[key] != after[key] for key in before.keys() & after.keys()),
        "made out of sight": len(came) - moved,
        "moved away": moved,
    }
    return (f"{kind.__name__} {count} {how}" for how, count in counts.items() if count)


def values_for(kind: Any, keys: dict[Any, list[UUID]]) -> dict[str, Any]:
    """What a new row of this kind could hold, its keys leading to the first of these rows."""
    fields = [each for each in kind._meta.concrete_fields if each.name != "id"]
    return {each.attname: _value(each, keys) for each in fields if _value(each, keys) is not None}


def _value(each: Any, keys: dict[Any, list[UUID]]) -> Any:
    if isinstance(each, ForeignKey):
        return None if each.null else keys[each.remote_field.model][0]
    return "new" if isinstance(each, models.CharField) else None


def plain(answer: Any, known: frozenset[UUID]) -> Any:
    """An answer without anything that differs from run to run."""
    if isinstance(answer, UUID):
        return str(answer) if answer in known else "a new key"
    if isinstance(answer, models.Model):
        loaded = {name: each for name, each in vars(answer).items() if not name.startswith("_")}
        return type(answer).__name__, plain(loaded, known)
    if isinstance(answer, dict):
        return {str(plain(key, known)): plain(each, known) for key, each in answer.items()}
    if isinstance(answer, list | tuple | set | models.QuerySet | Iterator):
        return [plain(each, known) for each in answer]
    if answer is None or isinstance(answer, str | int):
        return answer
    return type(answer).__name__
