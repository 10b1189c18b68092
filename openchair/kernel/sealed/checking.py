"""Proving that every sealed word has its key, and finding keys that have no words."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched
from typing import Any

from cryptography.exceptions import InvalidTag
from django.apps import apps

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed import keys
from openchair.kernel.sealed.opening import blobs_on_disk, home_of, sealed_fields
from openchair.kernel.sealed.words import Blob

GRACE = timedelta(days=1)
REMEMBERED = timedelta(days=44)
"""Thirty days longer than the oldest copy that may be put back, as `kernel/ledger.py`."""
EVER = datetime.max.replace(tzinfo=UTC)
AT_ONCE = 500

type OnDisk = tuple[Any, Any, Blob]


class TooManyOrphans(Exception):
    """More keys without words than with: this is another house's database, or an empty one."""


def check(at: datetime | None = None) -> list[str]:
    """One line for each sealed value that cannot be opened, and one for keys without words.

    With `at`, only keys older than a day by then count: a younger one may belong to a transaction
    that is still open.
    """
    closed: list[str] = []
    with acting_for_the_house("checking the seals"):
        for some in batched(_sealed_values(), AT_ONCE):
            closed += _not_opening(some)
        orphans = keys.store.made_before(at - GRACE if at else EVER) - _used_keys()
    return closed + ([f"{len(orphans)} keys have no words."] if orphans else [])


def sweep(at: datetime) -> bool:
    """Destroy the keys that have had no words for a day: what a crash or an undone change left.

    False as for `KeyStore.destroy`. Raises TooManyOrphans, and destroys nothing, where that would
    destroy more keys than it would leave.
    """
    old = keys.store.made_before(at - GRACE)
    with acting_for_the_house("checking the seals"):
        used = _used_keys()
    orphans = old - used
    if len(orphans) > len(used):
        raise TooManyOrphans(
            f"{len(orphans)} keys have no words and {len(used)} have: nothing was destroyed."
        )
    keys.store.forget_destroyed(at - REMEMBERED)
    return keys.store.drop(orphans)


def blank_what_has_no_key() -> bool:
    """After a restore: words whose key was destroyed since are blank, as they were erased or rewritten.
    Whether there were any."""
    with acting_for_the_house("checking the seals"):
        closed = [one for some in batched(_sealed_values(), AT_ONCE) for one in _without_key(some)]
        for field, pk, _blob in closed:
            row = field.model._base_manager.get(pk=pk)
            setattr(row, field.attname, "")
            row.save(update_fields=[field.attname])
    return bool(closed)


def drop_keys_without_words() -> None:
    """After a restore: keys of words that came after the copy that was put back."""
    with acting_for_the_house("checking the seals"):
        keys.store.drop(keys.store.made_before(EVER) - _used_keys())


def _without_key(values: Iterable[OnDisk]) -> list[OnDisk]:
    values = list(values)
    found = keys.store.read({blob.key_id for *_, blob in values})
    return [(field, pk, blob) for field, pk, blob in values if blob.key_id not in found]


def _used_keys() -> set[bytes]:
    return {blob.key_id for *_, blob in _sealed_values()}


def _sealed_values() -> Iterator[OnDisk]:
    """Every sealed value of the house: field, primary key, blob."""
    for model in apps.get_models():
        for field in sealed_fields(model):
            rows = model._base_manager.values_list("pk", field.attname)
            yield from ((field, pk, blob) for pk, blob in rows.iterator() if blob)


def _not_opening(values: Iterable[OnDisk]) -> list[str]:
    found = keys.store.read({blob.key_id for *_, blob in values})
    return [
        f"{field} of {pk} cannot be opened."
        for field, pk, blob in values
        if not _opens(field, pk, blob, found) and _lies_still(field, pk, blob)
    ]


def _opens(field: Any, pk: Any, blob: Blob, found: dict[bytes, bytes]) -> bool:
    try:
        blob.open(home_of(field, pk), found[blob.key_id])
    except (KeyError, InvalidTag):
        return False
    return True


def _lies_still(field: Any, pk: Any, blob: Blob) -> bool:
    """Not rewritten or erased while we were looking."""
    return blob in blobs_on_disk(field, [pk]).values()
