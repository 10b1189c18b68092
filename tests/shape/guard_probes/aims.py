"""Whom a probe aims at, and from where it starts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.guard.tests.guarded_world.models import Somebody
from tests.shape.guard_probes.worlds import KINDS, Visitor, Worlds


@dataclass(frozen=True)
class Probe:
    """One question. What it writes is undone."""

    name: str
    ask: Callable[[Worlds], Any]
    writes: bool = True


@dataclass(frozen=True)
class Aim:
    """A relation path from one kind of row to another, "" for the row itself."""

    kind: Any
    path: str
    target: Any

    def __str__(self) -> str:
        return f"{self.kind.__name__}.{self.path or 'itself'}"

    def to(self, name: str) -> str:
        return f"{self.path}__{name}" if self.path else name

    @property
    def text(self) -> str:
        return self.to(text_of(self.target))

    @property
    def canary(self) -> dict[str, str]:
        return {f"{self.text}__contains": "canary"}


def text_of(kind: Any) -> str:
    texts = [each.name for each in kind._meta.fields if isinstance(each, models.CharField)]
    return texts[0] if texts else "pk"


def aims(kind: Any, depth: int = 2) -> Iterator[Aim]:
    yield Aim(kind, "", kind)
    for path, target in _paths(kind, depth):
        yield Aim(kind, path, target)


def _paths(kind: Any, depth: int) -> Iterator[tuple[str, Any]]:
    for each in kind._meta.get_fields():
        if each.is_relation and each.related_model in KINDS:
            yield each.name, each.related_model
            if depth > 1:
                for further, target in _paths(each.related_model, depth - 1):
                    yield f"{each.name}__{further}", target


# From where one may start.


def seen(kind: Any, worlds: Worlds) -> Any:
    rows = kind.objects.all()
    return rows.for_viewer(worlds.ama) if hasattr(rows, "for_viewer") else rows


def lazy(kind: Any, _worlds: Worlds) -> Any:
    with acting_for_the_house("making a lazy queryset"):
        return kind.objects.all()


def leads_to_many(kind: Any) -> Any:
    """The first relation by which another row has many of this kind."""
    keys = (each for each in kind._meta.concrete_fields if each.is_relation)
    return next((key for key in keys if key.remote_field.multiple), None)


def parent(kind: Any, worlds: Worlds) -> tuple[Any, str]:
    """A row that Ama sees, and its relation to this kind of row."""
    key = leads_to_many(kind)
    rows = seen(key.related_model, worlds).filter(pk__in=worlds.seen[key.related_model])
    return rows.order_by("pk").first(), key.remote_field.get_accessor_name()


def through_a_seen_row(kind: Any, worlds: Worlds) -> Any:
    row, relation = parent(kind, worlds)
    return getattr(row, relation)


def through_a_house_row(kind: Any, worlds: Worlds) -> Any:
    row, relation = parent(kind, worlds)
    with acting_for_the_house("reading a row"):
        return getattr(type(row).objects.get(pk=row.pk), relation)


STARTS: dict[str, Callable[[Any, Worlds], Any]] = {
    "unscoped": lambda kind, _worlds: kind.objects.all(),
    "seen": seen,
    "lazy": lazy,
    "or": lambda kind, worlds: seen(kind, worlds) | kind.objects.filter(pk__isnull=False),
    "visitor": lambda kind, _worlds: kind.objects.for_viewer(Visitor),
    "sliced": lambda kind, worlds: seen(kind, worlds)[:2],
    "through a seen row": through_a_seen_row,
    "through a house row": through_a_house_row,
}
NOT_FOR = {Somebody: {"lazy", "or", "visitor"}}


def starts(kind: Any) -> list[str]:
    """Those that mean something for this kind of row."""
    missing = set() if leads_to_many(kind) else {"through a seen row", "through a house row"}
    return [start for start in STARTS if start not in missing | NOT_FOR.get(kind, set())]
