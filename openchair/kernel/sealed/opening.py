"""Opening and sealing the values of rows in hand, as many as possible with one look at the keys."""

import secrets
from collections.abc import Iterable
from itertools import batched
from typing import Any

from django.db import connection, models
from django.db.models.query_utils import DeferredAttribute

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed import keys
from openchair.kernel.sealed.words import KEY_ID, Blob, Opened

type Value = tuple[models.Model, Any]


class KeyMissing(Exception):
    """Sealed words lie here whose key is gone: `openchair check` names them all."""


class SealedAttribute(DeferredAttribute):
    """Reads as `str`. The first value that is read opens all that were fetched by the same query."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if not isinstance(value, Blob):
            return value
        open_all(instance, *_peers(instance))
        opened = instance.__dict__[self.field.attname]
        return self._open_again(instance, opened) if isinstance(opened, Blob) else opened

    def __set__(self, instance: Any, value: Any) -> None:
        if not isinstance(value, str | Blob):
            raise TypeError(f"{self.field} holds words or a blank, not {type(value).__name__}.")
        instance.__dict__[self.field.attname] = value

    def _open_again(self, instance: Any, before: Blob) -> str:
        """The words were rewritten or erased between reading the row and asking for its key."""
        blob = next(iter(blobs_on_disk(self.field, [instance.pk]).values()), Blob())
        instance.__dict__[self.field.attname] = blob
        if blob != before:
            open_all(instance)
        if isinstance(instance.__dict__[self.field.attname], Blob):
            raise KeyMissing(f"{self.field} of {instance.pk} has no key.")
        return str(getattr(instance, self.field.attname))


def sealed_fields(model: type[models.Model]) -> list[Any]:
    return [
        field for field in model._meta.concrete_fields if field.descriptor_class is SealedAttribute
    ]


def home_of(field: Any, pk: Any) -> bytes:
    """Where a value belongs. A renamed table or column must be sealed anew by its migration."""
    meta = field.model._meta
    return f"{meta.db_table}.{field.column}|{meta.pk.to_python(pk)}|".encode()


def open_all(*rows: models.Model) -> None:
    """Open every sealed value in these rows with one look at the keys.

    Worth calling for a page that mixes kinds of rows; rows of one query open together by themselves.
    Values whose key is missing stay closed. Raises InvalidTag for a value moved from its row.
    """
    closed = [
        (row, field)
        for row in rows
        for field in sealed_fields(type(row))
        if isinstance(row.__dict__.get(field.attname), Blob)
    ]
    blobs = [row.__dict__[field.attname] for row, field in closed]
    found = keys.store.read({blob.key_id for blob in blobs if blob})
    for (row, field), blob in zip(closed, blobs, strict=True):
        key = found.get(blob.key_id)
        if key or not blob:
            home = home_of(field, row.pk)
            words = blob.open(home, key) if key else ""
            row.__dict__[field.attname] = Opened.from_blob(words, blob, home, read=True)


def seal_all(*rows: models.Model) -> None:
    """Mint the keys for all new words in these rows with one commit; each is saved as always.

    Worth calling before saving many rows: a key's own commit is the dear part of sealing.
    """
    values = [(row, field) for row in rows for field in sealed_fields(type(row))]
    seal_values([(row, field) for row, field in values if not is_sealed(row, field)])


def is_sealed(row: models.Model, field: Any) -> bool:
    """Whether the value is unread, or sealed for this very row; otherwise it is new."""
    value = row.__dict__.get(field.attname, Blob())
    return isinstance(value, Blob) or (
        isinstance(value, Opened) and value.home == home_of(field, row.pk)
    )


def is_untouched(row: models.Model, field: Any) -> bool:
    """Whether the value is still as it was read from the database."""
    value = row.__dict__.get(field.attname)
    return is_sealed(row, field) and getattr(value, "read", True)


def seal_values(values: Iterable[Value]) -> None:
    """Give each of these values, as read from its row, a key of its own."""
    plain = [(row, field, str(getattr(row, field.attname))) for row, field in values]
    minted = {secrets.token_bytes(KEY_ID): secrets.token_bytes(32) for *_, words in plain if words}
    if minted:
        keys.store.add(minted)
    fresh = iter(minted.items())
    for row, field, words in plain:
        home = home_of(field, row.pk)
        blob = Blob.of(words, home, *next(fresh)) if words else Blob()
        row.__dict__[field.attname] = Opened.from_blob(words, blob, home, read=False)


def blobs_on_disk(field: Any, pks: Iterable[Any]) -> dict[Any, Blob]:
    """What lies in this column now, by primary key. In a transaction the rows are locked."""
    found: dict[Any, Blob] = {}
    for some in batched(pks, 5000):
        rows = field.model._base_manager.filter(pk__in=some)
        if connection.in_atomic_block:
            rows = rows.select_for_update()
        with acting_for_the_house("reading a seal"):
            found.update(rows.values_list("pk", field.attname))
    return found


def _peers(instance: models.Model) -> list[models.Model]:
    return [peer for known in instance._state.peers if (peer := known()) is not None]
