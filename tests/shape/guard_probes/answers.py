"""What answers at once: the arguments, for the method and for its asynchronous twin."""

from collections.abc import Callable
from copy import copy
from typing import Any

from django.db.models import Count, F, Max

from tests.shape.guard_probes.aims import Aim, text_of
from tests.shape.guard_probes.worlds import Worlds, values_for

type Arguments = Callable[[Aim, Worlds], tuple[tuple[Any, ...], dict[str, Any]]]


def keyed(**build: Callable[[Aim, Worlds], Any]) -> Arguments:
    return lambda aim, worlds: ((), {name: made(aim, worlds) for name, made in build.items()})


def given(*build: Callable[[Aim, Worlds], Any]) -> Arguments:
    return lambda aim, worlds: (tuple(made(aim, worlds) for made in build), {})


def fields_from(build: Callable[[Aim, Worlds], dict[str, Any]]) -> Arguments:
    return lambda aim, worlds: ((), build(aim, worlds))


def canary(aim: Aim, _worlds: Worlds) -> dict[str, Any]:
    return dict(aim.canary)


def new_here(aim: Aim, worlds: Worlds) -> dict[str, Any]:
    return values_for(aim.kind, worlds.seen)


def new_there(aim: Aim, worlds: Worlds) -> dict[str, Any]:
    return values_for(aim.kind, worlds.hidden)


def under_a_hidden_key(aim: Aim, worlds: Worlds) -> dict[str, Any]:
    return new_here(aim, worlds) | {"pk": worlds.hidden[aim.kind][0]}


def unsaved(build: Callable[[Aim, Worlds], dict[str, Any]]) -> Callable[[Aim, Worlds], Any]:
    return lambda aim, worlds: [aim.kind(**build(aim, worlds))]


def both_keys(aim: Aim, worlds: Worlds) -> Any:
    return [*worlds.hidden[aim.kind][:1], *worlds.seen[aim.kind][:1]]


def taken(aim: Aim, worlds: Worlds) -> Any:
    """A row that is there already, as if it were new."""
    return [aim.kind(pk=worlds.hidden[aim.kind][0], **new_here(aim, worlds))]


def moved(aim: Aim, worlds: Worlds) -> dict[str, Any]:
    return {text_of(aim.kind): F(aim.text)}


FIELDS = {"text": lambda aim, _worlds: [text_of(aim.kind)]}

ANSWERS: dict[str, tuple[Arguments, ...]] = {
    "aggregate": (
        keyed(x=lambda aim, _worlds: Max(aim.text)),
        keyed(x=lambda aim, _w: Count(aim.to("pk"))),
    ),
    "as_manager": (given(),),
    "bulk_create": (
        given(unsaved(new_here)),
        given(unsaved(new_there)),
        given(unsaved(under_a_hidden_key)),
        keyed(objs=taken, ignore_conflicts=lambda _aim, _worlds: True),
        keyed(
            objs=taken,
            update_conflicts=lambda _aim, _worlds: True,
            update_fields=FIELDS["text"],
            unique_fields=lambda _aim, _worlds: ["pk"],
        ),
    ),
    "bulk_update": (
        given(lambda aim, worlds: [copy(worlds.hidden_rows[aim.kind])], FIELDS["text"]),
        given(taken, FIELDS["text"]),
    ),
    "contains": (given(lambda aim, worlds: worlds.hidden_rows[aim.kind]),),
    "count": (given(),),
    "create": (fields_from(new_here), fields_from(new_there), fields_from(under_a_hidden_key)),
    "delete": (given(),),
    "earliest": (given(lambda aim, _worlds: aim.text), given()),
    "exists": (given(),),
    "explain": (given(),),
    "first": (given(),),
    "get": (fields_from(canary), keyed(pk=lambda aim, worlds: worlds.hidden[aim.kind][0])),
    "get_or_create": (
        fields_from(new_here),
        fields_from(new_there),
        fields_from(under_a_hidden_key),
        fields_from(canary),
    ),
    "in_bulk": (given(), given(both_keys)),
    "iterator": (given(lambda _aim, _worlds: 2),),
    "last": (given(),),
    "latest": (given(lambda aim, _worlds: aim.text), given()),
    "raw": (given(lambda aim, _worlds: f"SELECT * FROM {aim.kind._meta.db_table}"),),
    "resolve_expression": (given(lambda aim, _worlds: aim.target.objects.all().query),),
    "update": (
        fields_from(moved),
        fields_from(lambda aim, _worlds: {text_of(aim.kind): "written over"}),
    ),
    "update_or_create": (
        fields_from(new_here),
        fields_from(new_there),
        fields_from(under_a_hidden_key),
        fields_from(canary),
    ),
}

ASYNCHRONOUS = {
    f"a{name}": name for name in ANSWERS if name not in {"as_manager", "raw", "resolve_expression"}
}
