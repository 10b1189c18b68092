"""The file of keys beside a backup: each wrapped with the house key, and what was erased until then."""

import json
from collections.abc import Iterable
from datetime import datetime
from itertools import batched
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.db.models.query import QuerySet

from openchair.cli.backups import lines, values
from openchair.cli.backups.lines import Head, SealedLines
from openchair.cli.backups.tables import Node, Tables
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Erasure
from openchair.kernel.sealed.key_file import Gone, KeysInFile, Wrapped
from openchair.kernel.sealed.opening import home_of, sealed_fields
from openchair.kernel.sealed.words import Blob

AT_ONCE = 500
LEDGER = ("kernel", "0002_what_was_erased")

type Erased = tuple[str, str, datetime]


class KeysThere(NamedTuple):
    """What a file of keys holds."""

    made_at: datetime
    keys: list[Wrapped]
    gone: list[Gone]
    erased: list[Erased]


def the_key_file() -> KeysInFile:
    """Of this house."""
    return KeysInFile(settings.OPENCHAIR.key_store, settings.OPENCHAIR.house_key)


def write_keys(path: Path, head: Head, shape: Iterable[Node]) -> None:
    """Keys first, then what was erased: a word erased in between is in the second, or in neither."""
    file = SealedLines(path, settings.BACKUPS_KEY, head)
    here, gone = the_key_file().lying()
    for kind, rows in ("keys", here), ("gone", gone), ("erased", erased_here(shape)):
        file.write(json.dumps({"part": kind}))
        for row in rows:
            file.write(values.written(row))
    file.finish()


def erased_here(shape: Iterable[Node]) -> list[Erased]:
    """The ledger of the house that is here; a house of before has none."""
    if LEDGER not in shape:
        return []
    return list(Erasure.objects.values_list("label", "row", "at"))


def read_keys(path: Path) -> KeysThere:
    with lines.opened(path, settings.BACKUPS_KEY, "keys") as (head, said):
        found = KeysThere(head.moment, [], [], [])
        part: list[Any] = []
        for line in said:
            if line.startswith("{"):
                part = getattr(found, json.loads(line)["part"])
            else:
                part.append(tuple(values.read(line)))
    return found


def closed_words(alias: str, tables: Tables, keys: KeysInFile) -> list[bytes]:
    """The ids of keys that sealed words there need and that are not among these keys.

    Raises InvalidTag for words that a key of theirs does not open.
    """
    missing: list[bytes] = []
    with acting_for_the_house("proving a backup"):
        for table in tables:
            for field in sealed_fields(table):
                every: QuerySet[Any, Any] = QuerySet(table, using=alias).order_by()
                rows = every.values_list("pk", field.attname)
                for some in batched(rows.iterator(chunk_size=AT_ONCE), AT_ONCE):
                    missing += _not_opened(field, some, keys)
    return missing


def _not_opened(field: Any, some: Iterable[tuple[Any, Blob]], keys: KeysInFile) -> list[bytes]:
    sealed = [(pk, Blob(blob)) for pk, blob in some if blob]
    found = keys.read({blob.key_id for _pk, blob in sealed})
    for pk, blob in sealed:
        if blob.key_id in found:
            blob.open(home_of(field, pk), found[blob.key_id])
    return [blob.key_id for _pk, blob in sealed if blob.key_id not in found]


def opens_as_the_house_does(alias: str, tables: Tables, copied: KeysInFile) -> bool:
    """Every word there opens, but for those whose key the house itself has no longer: they were
    erased while the backup was made."""
    try:
        missing = closed_words(alias, tables, copied)
    except InvalidTag:
        return False
    return not the_key_file().read(missing)
