"""Real rows broken in many ways, the same ways each time."""

import json
from collections.abc import Callable
from typing import Any

type Row = dict[str, Any]

BMLT_FIELDS = {
    "name": "meeting_name",
    "day": "weekday_tinyint",
    "time": "start_time",
    "id": "id_bigint",
}
GUIDE_FIELDS = {"name": "name", "day": "day", "time": "time", "id": "slug"}


def ways(fields: dict[str, str]) -> list[Callable[[Row], Any]]:
    """Each makes of a good row something that nobody can be sent to."""
    name, day, time, own = fields["name"], fields["day"], fields["time"], fields["id"]
    return [
        lambda row: row | {name: ""},
        lambda row: _without(row, name),
        lambda row: row | {name: None},
        lambda row: row | {name: ["a", "list"]},
        lambda row: row | {name: {"an": "object"}},
        lambda row: row | {name: "long " * 100},
        lambda row: row | {name: "\ud83d half a sign"},
        lambda row: row | {day: "9"},
        lambda row: row | {day: "-1"},
        lambda row: row | {day: "someday"},
        lambda row: row | {day: {}, time: "19:00"},
        lambda row: row | {day: 2.5},
        lambda row: row | {time: "25:00:00", day: 1},
        lambda row: row | {time: "19:75", day: 1},
        lambda row: row | {time: "soon", day: 1},
        lambda row: row | {time: 1900, day: 1},
        lambda row: row | {time: {"h": 7}, day: 1},
        lambda row: row | {time: True, day: 1},
        lambda row: row | {own: ""},
        lambda row: _without(row, own),
        lambda row: row | {own: {"no": "id"}},
        lambda row: None,
        lambda row: [row],
        json.dumps,
        lambda row: 42,
        lambda row: {},
        lambda row: True,
    ]


def _without(row: Row, field: str) -> Row:
    return {key: said for key, said in row.items() if key != field}


def half_broken(rows: list[Row], fields: dict[str, str]) -> tuple[list[Any], list[int], list[int]]:
    """Every second row broken, each in the next way; with the numbers of the good and the bad rows."""
    breaking = ways(fields)
    mixed = [
        breaking[number // 2 % len(breaking)](row) if number % 2 else row
        for number, row in enumerate(rows)
    ]
    good = [number for number in range(1, len(rows) + 1) if number % 2]
    bad = [number for number in range(1, len(rows) + 1) if number % 2 == 0]
    return mixed, good, bad
