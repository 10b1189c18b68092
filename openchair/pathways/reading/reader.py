"""Reads a whole file: which format it is in, its rows one by one, and what was left out and why."""

from typing import Any

from django.utils.translation import gettext as _

from openchair.pathways.reading import bmlt, meeting_guide
from openchair.pathways.reading.bmlt_formats import Formats, look_like_formats
from openchair.pathways.reading.collecting import ReadRow, RowId, collect
from openchair.pathways.reading.entry import Kind, Reading
from openchair.pathways.reading.moments import is_missing
from openchair.pathways.reading.rows import Rows, rows_of
from openchair.pathways.reading.trouble import NothingToRead, Unreadable
from openchair.pathways.reading.words import line

ENOUGH_SIGNS = 2


def read(content: bytes, *, zone: str = "", formats: bytes | None = None) -> Reading:
    """All entries of a feed or an export. `zone` is for rows that carry none.

    `formats` is a BMLT server's `GetFormats` list, where one lies beside its export. Raises
    NothingToRead, with a sentence, where the file as a whole cannot be used.
    """
    found = rows_of(content)
    kind = _kind_of(found.rows)
    known = Formats(_format_rows(found, formats))
    reading = Reading(kind, len(found.rows))
    source_id, read_row = _how_to_read(kind, found.rows, zone, known)
    _check_zone(found.rows, kind, zone)
    collect(found.rows, reading, read_row, source_id)
    reading.marks = {one.key: one.mark for one in known.by_id.values()} if kind == Kind.BMLT else {}
    reading.publisher = _publisher(found.rows)
    return reading


def _how_to_read(kind: Kind, rows: list[Any], zone: str, known: Formats) -> tuple[RowId, ReadRow]:
    if kind == Kind.BMLT:
        return bmlt.source_id, lambda row: bmlt.entries_of(row, zone, known)
    field = meeting_guide.id_field(rows)

    def own_id(row: dict[str, Any]) -> str:
        return meeting_guide.source_id(row, field)

    return own_id, lambda row: meeting_guide.entries_of(row, zone, own_id(row))


def _kind_of(rows: list[Any]) -> Kind:
    whole = [row for row in rows if isinstance(row, dict)]
    as_bmlt = sum(_signs(row, bmlt.SIGNS) >= ENOUGH_SIGNS for row in whole)
    as_feed = sum(
        "name" in row and _signs(row, meeting_guide.SIGNS) >= ENOUGH_SIGNS for row in whole
    )
    if not as_bmlt and not as_feed:
        raise NothingToRead(_what_else(rows))
    return Kind.BMLT if as_bmlt >= as_feed else Kind.MEETING_GUIDE


def _signs(row: dict[str, Any], signs: tuple[str, ...]) -> int:
    return sum(sign in row for sign in signs)


def _what_else(rows: list[Any]) -> str:
    if not rows:
        return _("The list in this file has no entries. Nothing was changed.")
    if look_like_formats(rows):
        return _(
            "This is a list of formats. Pass it with --formats, beside the export with the meetings."
        )
    return _(
        "This file is neither a Meeting Guide feed nor a BMLT export: "
        "its rows do not say when anyone meets. Ask the directory for its list of meetings as JSON."
    )


def _format_rows(found: Rows, formats: bytes | None) -> list[Any]:
    if formats is not None:
        rows = rows_of(formats).rows
        if not look_like_formats(rows):
            raise NothingToRead(
                _(
                    "The file of formats has no formats in it. Fetch it with GetFormats, or leave it away."
                )
            )
        return rows
    beside = found.beside.get("formats")
    return beside if isinstance(beside, list) else []


def _check_zone(rows: list[Any], kind: Kind, zone: str) -> None:
    field = "time_zone" if kind == Kind.BMLT else "timezone"
    if zone or any(isinstance(row, dict) and not is_missing(row.get(field)) for row in rows):
        return
    if kind == Kind.BMLT or any(
        isinstance(row, dict) and not is_missing(row.get("time")) for row in rows
    ):
        raise NothingToRead(
            _(
                "This file does not say in which time zone its meetings are. "
                "Say it with --zone, like --zone America/New_York."
            )
        )


def _publisher(rows: list[Any]) -> str:
    """Who keeps the directory, where every row that says so says the same."""
    said = {
        row["entity"]
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("entity"), str)
    }
    try:
        return line(said.pop(), "entity", 120) if len(said) == 1 else ""
    except Unreadable:
        return ""
