"""Destroying the keys of words that were erased or rewritten, also after a crash in between.

A key is noted down in the transaction that takes its words away, and destroyed once that has been
committed. It is destroyed only when its row really no longer holds it, so a note written too early
does no harm.
"""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.apps import apps
from django.db import models, transaction

from openchair.kernel.sealed import keys
from openchair.kernel.sealed.models import KeyToDestroy
from openchair.kernel.sealed.opening import blobs_on_disk, sealed_fields
from openchair.kernel.sealed.words import Blob


def note_replaced(field: Any, pk: Any, new: Blob) -> None:
    """Note the key of what lies on disk now, which `new` is about to take the place of."""
    old = blobs_on_disk(field, [pk])
    _note(field, {pk: blob for pk, blob in old.items() if blob != new})


def finish_destroying() -> None:
    """Destroy all keys that are noted down. Runs after each commit that noted one, at start, and at
    each turn of the clock. What cannot be finished now, because someone still reads the key file,
    stays noted."""
    noted = KeyToDestroy.objects.order_by("column")
    by_column = groupby(noted, attrgetter("column"))
    free = [note.key for column, notes in by_column for note in _no_longer_held(column, notes)]
    if free and keys.store.destroy([bytes.fromhex(key) for key in free]):
        KeyToDestroy.objects.filter(key__in=free).delete()


class KeysOfRow:
    """Stands among the relations of each model with sealed words, and is told by Django which rows
    are about to be deleted, by `delete()`, by a queryset or by a cascade: the one place that hears
    of them all. It has no column and leads nowhere."""

    name = attname = "keys_of_row"
    is_relation = one_to_many = hidden = True
    many_to_many = many_to_one = one_to_one = auto_created = concrete = generated = False
    related_model = remote_field = column = None
    creation_counter = 0

    def contribute_to_class(self, cls: type[models.Model], name: str) -> None:
        self.model = cls
        if all(field.name != name for field in cls._meta.private_fields):
            relation: Any = self
            cls._meta.add_field(relation, private=True)

    def bulk_related_objects(self, rows: Iterable[models.Model], using: str) -> list[models.Model]:
        """Called with rows about to be deleted; answers what else to delete, which is nothing."""
        pks = [row.pk for row in rows]
        for field in sealed_fields(self.model):
            _note(field, blobs_on_disk(field, pks))
        return []

    def is_cached(self, instance: models.Model) -> bool:
        return False


def _note(field: Any, blobs: dict[Any, Blob]) -> None:
    notes = [
        KeyToDestroy(key=blob.key_id.hex(), column=_label(field), row=str(pk))
        for pk, blob in blobs.items()
        if blob
    ]
    if notes:
        KeyToDestroy.objects.bulk_create(notes, ignore_conflicts=True)
        transaction.on_commit(finish_destroying, robust=True)


def _label(field: Any) -> str:
    return f"{field.model._meta.label}.{field.attname}"


def _no_longer_held(column: str, notes: Iterable[KeyToDestroy]) -> list[KeyToDestroy]:
    model, _, name = column.rpartition(".")
    field = apps.get_model(model)._meta.get_field(name)
    notes = list(notes)
    held = {
        blob.key_id.hex() for blob in blobs_on_disk(field, [note.row for note in notes]).values()
    }
    return [note for note in notes if note.key not in held]
