"""Brings a reading into the house: entries begin as proposed, and nobody's check is undone silently."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import batched
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.translation import gettext as _

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.pathways.models import Resource, Source, due_after, facts_of
from openchair.pathways.reading.entry import Entry, Mark, Reading

BATCH = 100
REASON = "importing meetings"

type Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What whoever imports says of a file. `digest` tells the same file from a newer one.

    `is_named` is False where they gave no name: then a directory that is here already under another
    name is known by its entries. `copied_on` is None where they do not say: then it is `today`,
    unless this very file was read before.
    """

    name: str
    digest: str
    today: date
    is_named: bool = True
    copied_on: date | None = None
    zone: str = ""
    origin: str = ""
    licence: str = ""


@dataclass
class Brought:
    """What came of it, in numbers of entries. They are meetings, not people's acts."""

    source: Source
    new: int = 0
    changed: int = 0
    waiting: int = 0
    gone: int = 0
    same: int = 0

    @property
    def nothing_changed(self) -> bool:
        return not (self.new or self.changed or self.waiting or self.gone)


def bring_in(
    reading: Reading, copy: Copy, progress: Progress = lambda done, all_of_them: None
) -> Brought:
    """Entries of `reading`, in batches that are each whole: after a broken run, run it again.

    Raises Refusal where another directory has this name already.
    """
    brought = Brought(_source_for(reading, copy))
    day = _day_of(brought.source, copy)
    entries = reading.published
    for done, batch in _counted(entries):
        _bring_batch(brought, batch, day)
        progress(done, len(entries))
    if reading.every_row_has_its_id:
        _mark_gone(brought, reading.ids_in_source, day)
    _finish(brought.source, reading, copy, day)
    return brought


def _counted(entries: list[Entry]) -> Iterator[tuple[int, tuple[Entry, ...]]]:
    done = 0
    for batch in batched(entries, BATCH):
        done += len(batch)
        yield done, batch


def _source_for(reading: Reading, copy: Copy) -> Source:
    with transaction.atomic(), acting_for_the_house(REASON):
        source = None if copy.is_named else _same_directory(reading)
        source = source or Source.objects.filter(name=copy.name).first()
        if source is None:
            return Source.objects.create(
                name=copy.name,
                kind=reading.kind,
                copied_on=copy.copied_on or copy.today,
                zone=copy.zone,
            )
        if _is_another_directory(source, reading):
            raise Refusal(
                _(
                    "There is a directory called “%(name)s” here already, and it shares no entry "
                    "with this file. Give this one a name of its own with --name."
                )
                % {"name": copy.name}
            )
        return source


def _same_directory(reading: Reading) -> Source | None:
    """The directory that most of these entries, or most of its own, are from."""
    ours = {(entry.source_id, entry.name) for entry in reading.entries}
    for source in Source.objects.filter(kind=reading.kind):
        known = set(Resource.objects.filter(source=source).values_list("identity", "name"))
        if known & ours and 2 * len(known & ours) >= min(len(known), len(ours)):
            return source
    return None


def _is_another_directory(source: Source, reading: Reading) -> bool:
    """Same name, other entries: reading it in would call everything that is here gone."""
    if source.kind != reading.kind:
        return True
    known = set(Resource.objects.filter(source=source).values_list("identity", flat=True))
    ids = reading.ids_in_source | {entry.source_id for entry in reading.entries}
    return bool(known) and not known & ids


def _day_of(source: Source, copy: Copy) -> date:
    """The same file, read again, is no newer copy."""
    if copy.copied_on is not None:
        return copy.copied_on
    return source.copied_on if source.copied_from == copy.digest else copy.today


@transaction.atomic
def _bring_batch(brought: Brought, batch: tuple[Entry, ...], day: date) -> None:
    with acting_for_the_house(REASON):
        identities = [entry.source_id for entry in batch]
        rows = Resource.objects.filter(source=brought.source, identity__in=identities)
        there = {row.identity: row for row in rows}
        for entry in batch:
            if row := there.get(entry.source_id):
                _compare(brought, row, facts_of(entry), day)
        fresh = [
            Resource(
                source=brought.source, identity=entry.source_id, copied_on=day, **facts_of(entry)
            )
            for entry in batch
            if entry.source_id not in there
        ]
        Resource.objects.bulk_create(fresh)
    brought.new += len(fresh)


def _compare(brought: Brought, row: Resource, facts: dict[str, Any], day: date) -> None:
    before = _about_the_copy(row)
    differs = row.facts() != facts
    if differs and row.was_checked:
        brought.waiting += _propose(row, facts)
    elif differs:
        _set(row, facts)
        brought.changed += 1
    else:
        row.change = None
        brought.same += 1
    row.copied_on, row.gone_on = day, None
    if row.is_listed and not row.was_checked:
        row.due_on = due_after(row.what, day)
    if differs or before != _about_the_copy(row):
        row.save()


def _about_the_copy(row: Resource) -> tuple[Any, ...]:
    return row.copied_on, row.gone_on, row.due_on, row.change


def _propose(row: Resource, facts: dict[str, Any]) -> int:
    """What the source says now waits beside what a steward checked. 1 if that is news."""
    change = json.loads(json.dumps(facts, cls=DjangoJSONEncoder))
    if row.change == change:
        return 0
    row.change, row.change_set_aside = change, False
    return 1


def _set(row: Resource, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(row, name, value)


@transaction.atomic
def _mark_gone(brought: Brought, ids: set[str], day: date) -> None:
    with acting_for_the_house(REASON):
        rows = Resource.objects.filter(source=brought.source, gone_on=None)
        pairs = rows.values_list("pk", "identity")
        gone = [pk for pk, identity in pairs if not ids & {identity, identity.partition("@")[0]}]
        for some in batched(gone, BATCH):
            Resource.objects.filter(pk__in=some).update(gone_on=day)
    brought.gone = len(gone)


@transaction.atomic
def _finish(source: Source, reading: Reading, copy: Copy, day: date) -> None:
    said = {
        "copied_on": day,
        "copied_from": copy.digest,
        "zone": copy.zone or source.zone,
        "origin": copy.origin or source.origin,
        "licence": copy.licence or source.licence,
        "marks": _marks(reading.marks.values()) or source.marks,
    }
    with acting_for_the_house(REASON):
        Source.objects.filter(pk=source.pk).update(**said)
        source.refresh_from_db()


def _marks(marks: Any) -> dict[str, dict[str, list[str]]]:
    said: dict[str, Mark] = {mark.code: mark for mark in marks}
    return {
        code: {language: list(words) for language, words in mark.words.items()}
        for code, mark in said.items()
    }
