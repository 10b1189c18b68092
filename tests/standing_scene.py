"""A house with people in it for a test, laid once in each process and poured in again.

Laying them by their own actions takes half a second; pouring the same rows takes a hundredth.
"""

import copy
from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed import KeysInMemory
from openchair.testing.scenes import NOON, Scene, lay_the_scene

type Rows = list[tuple[str, list[tuple[Any, ...]]]]
type Lay = Callable[[datetime], Scene]

_molds: dict[Lay, dict[str, Any]] = {}


def pour(keys: KeysInMemory, lay: Lay = lay_the_scene) -> Scene:
    """The scene as of `NOON`, in this test's own transaction. `keys` must be the store in use."""
    if mold := _molds.get(lay):
        _put_back(mold["rows"])
        keys._keys |= mold["keys"]
    else:
        mold = {"scene": lay(NOON), "rows": _rows(), "keys": dict(keys._keys)}
        _molds[lay] = mold
    laid: Scene = copy.deepcopy(mold["scene"])
    return laid


def _rows() -> Rows:
    """Every row of every table, as it lies there."""
    with acting_for_the_house("copying a scene"), connection.cursor() as cursor:
        return [(table, _read(cursor, table)) for table in _tables()]


def _read(cursor: Any, table: str) -> list[tuple[Any, ...]]:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    return [tuple(map(_as_bound, row)) for row in cursor.fetchall()]


def _as_bound(value: Any) -> Any:
    """SQLite reads hours, and cannot be given them."""
    return str(value) if isinstance(value, time) else value


def _put_back(kept: Rows) -> None:
    """In one transaction: rows may point at rows that come later."""
    with (
        transaction.atomic(),
        acting_for_the_house("copying a scene"),
        connection.cursor() as cursor,
    ):
        for table, rows in kept:
            if rows:
                marks = ", ".join(["%s"] * len(rows[0]))
                insert = f"INSERT INTO {connection.ops.quote_name(table)} VALUES ({marks})"
                cursor.executemany(insert, rows)


def _tables() -> list[str]:
    """Those of our own rooms, and the addresses sign-in knows."""
    return [
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith("openchair.") or model._meta.app_label == "account"
    ]
