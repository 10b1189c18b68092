"""What may be done with a row in one's hands, however one came by it."""

from collections.abc import Callable, Iterator
from copy import copy
from functools import partial
from itertools import product
from typing import Any

from asgiref.sync import async_to_sync

from openchair.kernel.guard import acting_for_the_house
from tests.shape.guard_probes.aims import Probe, seen, text_of
from tests.shape.guard_probes.worlds import GUARDED, KINDS, Worlds, values_for


def seen_row(kind: Any, worlds: Worlds) -> Any:
    return seen(kind, worlds).filter(pk__in=worlds.seen[kind]).order_by("pk")[0]


def house_row(kind: Any, worlds: Worlds) -> Any:
    with acting_for_the_house("reading a row"):
        return kind.objects.get(pk=worlds.seen[kind][0])


def forged(kind: Any, worlds: Worlds) -> Any:
    row = kind(pk=worlds.hidden[kind][0], **values_for(kind, worlds.seen))
    row._state.adding, row._state.db = False, "default"
    return row


def swapped(kind: Any, worlds: Worlds) -> Any:
    row = seen_row(kind, worlds)
    row.pk = worlds.hidden[kind][0]
    return row


def deferred(kind: Any, worlds: Worlds) -> Any:
    return seen(kind, worlds).filter(pk__in=worlds.seen[kind]).order_by("pk").only("pk")[0]


ROWS: dict[str, Callable[[Any, Worlds], Any]] = {
    "seen": seen_row,
    "read by the house": house_row,
    "hidden, read by the house": lambda kind, worlds: copy(worlds.hidden_rows[kind]),
    "forged": forged,
    "with its key swapped": swapped,
    "deferred": deferred,
    "new": lambda kind, worlds: kind(**values_for(kind, worlds.seen)),
    "new, hanging on hidden rows": lambda kind, worlds: kind(**values_for(kind, worlds.hidden)),
}

# What a model offers: the arguments, each time after its words were changed.

ACTS: dict[str, tuple[dict[str, Any], ...]] = {
    "arefresh_from_db": ({},),
    "adelete": ({},),
    "asave": ({},),
    "clean": ({},),
    "clean_fields": ({},),
    "delete": ({}, {"keep_parents": True}),
    "full_clean": ({},),
    "get_constraints": ({},),
    "get_deferred_fields": ({},),
    "refresh_from_db": ({}, {"fields": ["pk"]}),
    "save": ({}, {"force_insert": True}, {"force_update": True}, {"update_fields": ["the text"]}),
    "save_base": ({}, {"raw": True}, {"raw": True, "force_insert": True}),
    "validate_constraints": ({},),
    "validate_unique": ({},),
}
ASKED_OF_NO_ROW = {
    "check",
    "date_error_message",
    "from_db",
    "prepare_database_save",
    "serializable_value",
    "unique_error_message",
    "visible_to",
}


def acted() -> Iterator[Probe]:
    for kind, row, (act, ways) in product(GUARDED, ROWS, ACTS.items()):
        for number, how in enumerate(ways):
            name = f"{kind.__name__} {row} {act}/{number}"
            yield Probe(name, partial(_act, kind, ROWS[row], act, how))


def _act(kind: Any, find: Any, act: str, how: dict[str, Any], worlds: Worlds) -> Any:
    row = find(kind, worlds)
    if text_of(kind) != "pk":
        setattr(row, text_of(kind), "written over")
    if "update_fields" in how:
        how = {"update_fields": [text_of(kind)]}
    do = getattr(row, act)
    answer = async_to_sync(do)(**how) if act.startswith("a") else do(**how)
    return answer, row


# What a relation offers.

WRITES: dict[str, Callable[[Any, Any], Any]] = {
    "aadd": lambda relation, other: async_to_sync(relation.aadd)(other),
    "aclear": lambda relation, _other: async_to_sync(relation.aclear)(),
    "add": lambda relation, other: relation.add(other),
    "aremove": lambda relation, other: async_to_sync(relation.aremove)(other),
    "aset": lambda relation, other: async_to_sync(relation.aset)([other]),
    "clear": lambda relation, _other: relation.clear(),
    "remove": lambda relation, other: relation.remove(other),
    "set": lambda relation, other: relation.set([other]),
    "add one by one": lambda relation, other: relation.add(other, bulk=False),
    "clear one by one": lambda relation, _other: relation.clear(bulk=False),
    "remove one by one": lambda relation, other: relation.remove(other, bulk=False),
    "set one by one": lambda relation, other: relation.set([other], bulk=False, clear=True),
}


def related() -> Iterator[Probe]:
    """Reading a relation, and putting a hidden or a seen row into it."""
    for kind, row in product(KINDS, ROWS):
        for each in kind._meta.get_fields():
            if each.is_relation and each.related_model in KINDS:
                name = getattr(each, "get_accessor_name", lambda each=each: each.name)()
                place = f"{kind.__name__} {row} .{name}"
                yield Probe(place, partial(_look, kind, ROWS[row], name))
                yield from _written(place, kind, ROWS[row], name, each)


def _written(place: str, kind: Any, find: Any, name: str, each: Any) -> Iterator[Probe]:
    many = each.one_to_many
    for other, act in product(ROWS, WRITES if many else ["put"]):
        put = partial(_write, act) if many else _put
        do = partial(_together, put, kind, find, name, each.related_model, ROWS[other])
        yield Probe(f"{place} {act} {other}", do)


def _look(kind: Any, find: Any, name: str, worlds: Worlds) -> Any:
    there = getattr(find(kind, worlds), name)
    return list(there.all()) if hasattr(there, "all") else there


def _together(
    put: Any, kind: Any, find: Any, name: str, target: Any, other: Any, worlds: Worlds
) -> Any:
    return put(find(kind, worlds), name, other(target, worlds))


def _write(act: str, row: Any, name: str, other: Any) -> Any:
    return WRITES[act](getattr(row, name), other), list(getattr(row, name).all())


def _put(row: Any, name: str, other: Any) -> Any:
    setattr(row, name, other)
    row.save()
    other.save()
    return row, other
