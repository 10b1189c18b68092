"""One value of a row as it is written into a backup: the same for SQLite and PostgreSQL."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

PLAIN = (str, int, float, bool, type(None))


def written(row: Any) -> str:
    """One line for one row."""
    return json.dumps([_write(value) for value in row], ensure_ascii=False, separators=(",", ":"))


def read(line: str) -> list[Any]:
    return [_read(value) for value in json.loads(line)]


def _write(value: Any) -> Any:
    """Raises TypeError for a kind of value that has no place in a backup yet."""
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, bytes | memoryview):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, datetime):
        return {"moment": value.astimezone(UTC).isoformat()}
    if isinstance(value, date | time):
        return {type(value).__name__: value.isoformat()}
    if isinstance(value, timedelta):
        return {"span": [value.days, value.seconds, value.microseconds]}
    if isinstance(value, UUID):
        return {"uuid": value.hex}
    if isinstance(value, list | dict):
        return {"json": value}
    raise TypeError(f"A backup cannot hold {type(value).__name__} yet.")


READERS: dict[str, Callable[[Any], Any]] = {
    "bytes": base64.b64decode,
    "moment": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "span": lambda said: timedelta(*said),
    "uuid": UUID,
    "json": lambda said: said,
}


def _read(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, said),) = value.items()
    return READERS[kind](said)
