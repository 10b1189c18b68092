"""Takes the rows of a file one by one: each becomes entries, or a sentence that says why not."""

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from openchair.pathways.reading.entry import Entry, Kind, Reading, Refused
from openchair.pathways.reading.rows import Damaged
from openchair.pathways.reading.trouble import Unreadable, quoted

type ReadRow = Callable[[dict[str, Any]], list[Entry]]
type RowId = Callable[[dict[str, Any]], str]

NAME_FIELDS = ("meeting_name", "name")


def collect(rows: list[Any], reading: Reading, read_row: ReadRow, source_id: RowId) -> None:
    """Puts every row into the reading, as what it is or as refused."""
    has_ids = any(id_or_blank(source_id, row) for row in rows if isinstance(row, dict))
    collector = Collector(reading, read_row, source_id, has_ids)
    collector.shared = _ids_of_several_times(rows, collector)
    for number, row in enumerate(rows, start=1):
        collector.take(number, row)


def id_or_blank(source_id: RowId, row: dict[str, Any]) -> str:
    try:
        return source_id(row)
    except Unreadable:
        return ""


class Collector:
    """Takes entries in file order; knows what was read before them."""

    def __init__(
        self,
        reading: Reading,
        read_row: ReadRow,
        source_id: RowId,
        has_ids: bool,
    ) -> None:
        self.reading = reading
        self.read_row = read_row
        self.source_id = source_id
        self.has_ids = has_ids
        self.shared: set[str] = set()
        self.first_row: dict[str, tuple[int, Entry]] = {}

    def take(self, number: int, row: Any) -> None:
        try:
            for entry in self.read_row(_whole(row)):
                self._keep(number, self._named(entry, row))
        except Unreadable as trouble:
            own = id_or_blank(self.source_id, row) if isinstance(row, dict) else ""
            self.reading.refused.append(Refused(number, _name_in(row), trouble.reason, own))

    def _named(self, entry: Entry, row: Any) -> Entry:
        own = self.source_id(row)
        if not own and self.has_ids:
            raise Unreadable(
                _(
                    "it has no id of its own, so this entry was left out. Ask the directory to give it one."
                )
            )
        if own and own not in self.shared:
            return entry
        return replace(entry, source_id=f"{own or _made_id(entry)}@{entry.day}-{entry.start}")

    def _keep(self, number: int, entry: Entry) -> None:
        before = self.first_row.get(entry.source_id)
        if before is None:
            self.first_row[entry.source_id] = (number, entry)
            self.reading.entries.append(entry)
            return
        raise Unreadable(_twice(before[0], same=before[1] == entry))


def _ids_of_several_times(rows: list[Any], collector: Collector) -> set[str]:
    """Ids that a feed gives to all the weekly times of one group: each time becomes an entry of its own."""
    if collector.reading.kind == Kind.BMLT:
        return set()
    times = {
        (own, repr(row.get("day")), repr(row.get("time")))
        for row in rows
        if isinstance(row, dict) and (own := id_or_blank(collector.source_id, row))
    }
    counted = Counter(own for own, _day, _time in times)
    return {own for own, count in counted.items() if count > 1}


def _made_id(entry: Entry) -> str:
    said = "|".join((entry.name, entry.venue, entry.street, entry.town, entry.link))
    return hashlib.sha256(said.encode()).hexdigest()[:20]


def _twice(row: int, *, same: bool) -> str:
    if same:
        return _("it says the same as row %(row)s, so it was read once.") % {"row": row}
    return _(
        "it has the same id as row %(row)s and says something else, so this entry was left out. "
        "Ask the directory which of the two is right."
    ) % {"row": row}


def _whole(row: Any) -> dict[str, Any]:
    if isinstance(row, dict) and row:
        return row
    if isinstance(row, Damaged):
        raise Unreadable(
            _(
                "the file is damaged here (“%(start)s”), so this entry was left out. Fetch the file again."
            )
            % {"start": row.start}
        )
    raise Unreadable(
        _("there is “%(said)s” where an entry should be, so it was left out.")
        % {"said": quoted(row)}
    )


def _name_in(row: Any) -> str:
    if not isinstance(row, dict):
        return ""
    said = next((row[field] for field in NAME_FIELDS if isinstance(row.get(field), str)), "")
    return quoted(said)
