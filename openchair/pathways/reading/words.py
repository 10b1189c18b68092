"""Text fields of a row: entities opened, tags and control characters gone, lengths held."""

import html
import math
import re
import unicodedata
from functools import lru_cache

from django.utils.translation import gettext as _

from openchair.pathways.reading.trouble import Unreadable, quoted

LINE, LONG = 500, 5_000
NAME = 255
NOTHING_WRITTEN = {"null", "none", "undefined", "n/a", "nil"}
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|<!--.{0,500}?-->", re.DOTALL)
LINE_BREAK_TAG = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]{0,100}>", re.IGNORECASE)
LABELLED = re.compile(r"^[^#]{0,80}#@-@#")
# Overrides and isolates can turn the rest of a page around; zero-width joiners are letters of some scripts.
INVISIBLE = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x200B, 0x2060, 0x200E, 0x200F]
)


def line(said: object, field: str, longest: int = LINE) -> str:
    """One line of plain text, "" where the source says nothing. Raises Unreadable."""
    text = _opened(_text(said, field))
    text = " ".join(_without_controls(text).split())
    return _held(text, field, longest)


def place_name(said: object, field: str) -> str:
    """A line that names a place. What only asks for a name ("Enter neighborhood") is no name."""
    text = line(said, field, NAME)
    empty = text.casefold() in NOTHING_WRITTEN or text.casefold().startswith("enter ")
    return "" if empty or not any(letter.isalnum() for letter in text) else text


def notes(said: object, field: str) -> str:
    """Plain text that keeps its paragraphs. HTML is taken out, as the Meeting Guide asks."""
    text = LINE_BREAK_TAG.sub("\n", _opened(_text(said, field)))
    text = _without_controls(TAG.sub("", text), keep="\n")
    lines = (" ".join(part.split()) for part in text.splitlines())
    return _held(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), field, LONG)


def labelled(said: object, field: str) -> str:
    """A line in which BMLT may have put the field's own label: "Bus Lines#@-@#59,79"."""
    return LABELLED.sub("", line(said, field))


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """For comparing: no accents, no capitals, no punctuation, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", plain.casefold()).split())


def is_set(said: object) -> bool:
    """Whether a yes-or-no field says yes; anything not plainly yes is no."""
    return str(said).strip().casefold() in {"1", "true", "yes", "y"}


def _text(said: object, field: str) -> str:
    if said is None or said is False:
        return ""
    if isinstance(said, bool | list | dict):
        raise Unreadable(_not_text(field))
    if isinstance(said, float):
        return _number(said)
    return str(said)


def _not_text(field: str) -> str:
    return _(
        "the field “%(field)s” holds something other than text, so this entry was left out. "
        "Write plain text there, or nothing."
    ) % {"field": field}


def _number(said: float) -> str:
    if not math.isfinite(said):
        return ""
    return str(int(said)) if said.is_integer() else str(said)


def _opened(text: str) -> str:
    """Entities opened, twice at most: feeds often escape what was already escaped."""
    return html.unescape(html.unescape(text)) if "&" in text else text


def _without_controls(text: str, keep: str = "") -> str:
    spaced = (" " if unicodedata.category(c) == "Cc" and c not in keep else c for c in text)
    return "".join(spaced).translate(INVISIBLE)


def _held(text: str, field: str, longest: int) -> str:
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Unreadable(_unknown_letters(field))
    if len(text) > longest:
        raise Unreadable(_too_long(field, text, longest))
    return text


def _unknown_letters(field: str) -> str:
    return _(
        "the field “%(field)s” has letters that cannot be read, so this entry was left out. "
        "Save the file as UTF-8 and read it again."
    ) % {"field": field}


def _too_long(field: str, text: str, longest: int) -> str:
    return _(
        "the field “%(field)s” is longer than %(longest)s letters (“%(said)s”), so this entry was left out. "
        "Make it shorter."
    ) % {"field": field, "longest": longest, "said": quoted(text, 30)}
