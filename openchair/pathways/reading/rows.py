"""From the bytes of a file to its rows, also where parts of the file are damaged."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from openchair.pathways.reading.trouble import NothingToRead, quoted

LISTS = ("meetings", "data", "results", "items", "records", "rows", "entries", "feed")
ROWS_START = re.compile(rf'"(?:{"|".join(LISTS)})"\s*:\s*\[')
STRING_OR_COMMA = re.compile(r'"(?:\\.|[^"\\])*"|,(?=\s*[}\]])', re.DOTALL)
NEXT_ROW = re.compile(r"[}\]]\s*,?\s*(?=\{)|\n(?=\{)")
BETWEEN = re.compile(r"[\s,\x00\ufeff]*")
DECODER = json.JSONDecoder(strict=False)
OTHER_KINDS = (
    ("<", gettext_noop("It looks like a web page or XML.")),
    ("PK", gettext_noop("It looks like a packed file or a spreadsheet.")),
    ("\x1f", gettext_noop("It looks like a packed file.")),
    ("%PDF", gettext_noop("It looks like a PDF.")),
)


@dataclass(frozen=True)
class Damaged:
    """A row whose text is not JSON. `start` is how it begins."""

    start: str


@dataclass
class Rows:
    """The rows in the order of the file; what lies beside them in the same file."""

    rows: list[Any]
    beside: dict[str, Any] = field(default_factory=dict)


def rows_of(content: bytes) -> Rows:
    """Raises NothingToRead with a sentence for whoever imports."""
    text = _decoded(content)
    if not text.strip("\ufeff\x00 \t\r\n"):
        raise NothingToRead(_("The file is empty. Fetch it again from the directory's own page."))
    for attempt in (text, _without_last_commas(text)):
        try:
            return _unwrapped(json.loads(attempt, strict=False))
        except (ValueError, RecursionError):
            continue
    return _salvaged(_without_last_commas(text))


def _decoded(content: bytes) -> str:
    """Text of any Unicode encoding. Bytes that are no UTF-8 stay marked, so that only their row is lost."""
    encoding = json.detect_encoding(content)
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return content.decode(encoding, errors)


def _without_last_commas(text: str) -> str:
    """Commas before a closing bracket, as in the Meeting Guide's own example, mean nothing."""
    return STRING_OR_COMMA.sub(lambda found: "" if found[0] == "," else found[0], text)


def _salvaged(text: str) -> Rows:
    """Reads value after value, and goes on at the next row where one is damaged."""
    rows: list[Any] = []
    position: int | None = _first_row(text)
    while position is not None:
        position = _one_row(text, position, rows)
    if not any(isinstance(row, dict) for row in rows):
        raise NothingToRead(_not_json(text))
    return _unwrapped(rows[0] if len(rows) == 1 else rows)


def _first_row(text: str) -> int:
    if found := ROWS_START.search(text[:2000]):
        return found.end()
    start = BETWEEN.match(text)
    position = start.end() if start else 0
    return position + 1 if text[position : position + 1] == "[" else position


def _one_row(text: str, position: int, rows: list[Any]) -> int | None:
    """Reads one row at `position`; where to go on, or None at the end."""
    between = BETWEEN.match(text, position)
    position = between.end() if between else position
    if position >= len(text) or text[position] in "]}":
        return None
    row, end = _value_at(text, position)
    if end is None:
        rows.append(Damaged(quoted(text[position : position + 80])))
        found = NEXT_ROW.search(text, position)
        return found.end() if found else None
    rows.append(row)
    return end


def _value_at(text: str, position: int) -> tuple[Any, int | None]:
    """A value, and where it ends; None where it is damaged or something else follows than a next row."""
    try:
        row, end = DECODER.raw_decode(text, position)
    except (ValueError, RecursionError):
        return None, None
    follows = text[end : end + 10].lstrip()[:1]
    return (row, end) if follows in ("", ",", "]", "}", "{") else (None, None)


def _not_json(text: str) -> str:
    start = text.lstrip("\ufeff\x00 \t\r\n")
    guess = next((_(said) for sign, said in OTHER_KINDS if start.startswith(sign)), "")
    sentence = _(
        "The file is not JSON, or it broke off in its first row. "
        "Ask the directory for its Meeting Guide feed or its BMLT export as JSON."
    )
    return f"{sentence} {guess}".strip()


def _unwrapped(value: Any) -> Rows:
    """The rows inside whatever the feed wraps around them."""
    if isinstance(value, str):
        return _unwrapped_again(value)
    if isinstance(value, dict):
        return _in_object(value)
    if not isinstance(value, list):
        raise NothingToRead(_("There is no list of meetings in this file."))
    if len(value) > 1 and all(isinstance(row, list) for row in value):
        return Rows(_from_table(value))
    return Rows([_from_airtable(row) for row in value])


def _unwrapped_again(value: str) -> Rows:
    try:
        inner = json.loads(value)
    except (ValueError, RecursionError):
        inner = None
    if not isinstance(inner, list | dict):
        raise NothingToRead(_("There is no list of meetings in this file."))
    return _unwrapped(inner)


def _in_object(value: dict[str, Any]) -> Rows:
    for name in LISTS:
        if isinstance(inner := value.get(name), list | dict) and inner:
            beside = {key: said for key, said in value.items() if key != name}
            return Rows(_unwrapped(inner).rows, beside)
    if isinstance(table := value.get("values"), list):  # Google Sheets
        return Rows(_from_table(table))
    if len(value) > 1 and all(isinstance(row, dict) for row in value.values()):
        return Rows(list(value.values()))  # PHP writes a list with gaps as an object
    return Rows([value])


def _from_table(table: list[Any]) -> list[Any]:
    """A header row and rows of cells: the Meeting Guide's table format."""
    header = [_as_key(cell) for cell in table[0]] if table and isinstance(table[0], list) else []
    return [
        dict(zip(header, row, strict=False)) if isinstance(row, list) else row for row in table[1:]
    ]


def _as_key(cell: object) -> str:
    key = "_".join(str(cell).lower().split())
    return "slug" if key == "id" else key


def _from_airtable(row: Any) -> Any:
    if (
        isinstance(row, dict)
        and isinstance(fields := row.get("fields"), dict)
        and "name" not in row
    ):
        return {"id": row.get("id")} | fields
    return row
