"""Which lines hold a number, in digits or in English, once what is no count is taken out of them.

Taken out is exactly: the moments of rows, as this house writes dates and times; ids; codes, and what
is drawn in the house's own addresses. Another number beside the name of a month stays, and so does one
that looks like a time. Self-set limits need not be known: they are the same however much was done.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.utils.formats import date_format, time_format

from openchair.kernel.guard import acting_for_the_house

A_MOMENT = "·moment·"
SHAPES = [
    re.compile(shape)
    for shape in (
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:[+-]\d\d:\d\d|Z)?",
        r"\d{4}-\d\d-\d\d",
        r"\d\d?\s[A-Z][a-z]+\s\d{4},\s\d\d:\d\d",
        r"[A-Z][a-z]+\s\d\d?\s[A-Z][a-z]+\s\d{4}",
        r"[A-Z][a-z]+\s\d\d?\s[A-Z][a-z]+",
        r"\d\d?\s[A-Z][a-z]+\s\d{4}",
        r"\d\d?\s[A-Z][a-z]+",
        r"[A-Z][a-z]+,\s\d\d:\d\d",
        r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?",
    )
]
"""What could be a moment, the longest first. It is one only if a row has it."""
OF_DAYS = ("j F Y", "j F", "l j F", "l j F Y")
OF_MOMENTS = ("j F Y, H:i", "l, H:i")
ID = re.compile(r"(?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])")
CODE = re.compile(r"(?<![\w-])[A-HJ-NP-Z2-9]{4}(?:-[A-HJ-NP-Z2-9]{4}){2}(?![\w-])")
"""One of those on paper, drawn anew at each press (`openchair.people.actions.keys`)."""
DRAWN = re.compile(r"[\w:=~-]{16,}")
"""What opens a page, in an address of this house."""
IN_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|"
    r"eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|"
    r"twice|thrice|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|zero)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Moments:
    """All moments of a world's rows, as pages, mails and copies of this house write them."""

    written: frozenset[str]

    def taken_out(self, line: str) -> str:
        for shape in SHAPES:
            line = shape.sub(self._mark, line)
        return line

    def _mark(self, found: re.Match[str]) -> str:
        return A_MOMENT if found[0] in self.written else found[0]


def moments_of(at: datetime, zones: Iterable[str]) -> Moments:
    with acting_for_the_house("reading moments"):
        values = {at, *_values()}
    written = set[str]()
    for value in values:
        if isinstance(value, datetime):
            for zone in zones:
                written |= _moment(value.astimezone(ZoneInfo(zone)))
            written |= {value.isoformat()}
        elif isinstance(value, date):
            written |= _day(value)
        else:
            written |= {time_format(value, "H:i"), value.isoformat()}
    return Moments(frozenset(written))


def _values() -> Iterator[Any]:
    for model in apps.get_models():
        names = [field.attname for field in model._meta.concrete_fields]
        for row in model._default_manager.values_list(*names):
            yield from (one for one in row if isinstance(one, date | time))


def _moment(value: datetime) -> set[str]:
    said = {date_format(value, shape) for shape in OF_MOMENTS}
    return said | {time_format(value, "H:i")} | _day(value.date())


def _day(value: date) -> set[str]:
    return {date_format(value, shape) for shape in OF_DAYS} | {value.isoformat()}


def with_numbers(lines: Iterable[str], moments: Moments, *secrets: str) -> frozenset[str]:
    """The lines that hold a number still. `secrets`: codes drawn for one person, which count nothing."""
    plain = (_without_codes(line, secrets) for line in lines)
    taken_out = (moments.taken_out(ID.sub("·id·", line)) for line in plain)
    return frozenset(line for line in taken_out if holds_number(line))


def _without_codes(line: str, secrets: Iterable[str]) -> str:
    for secret in filter(None, secrets):
        line = line.replace(secret, "·code·")
    house = re.escape(settings.OPENCHAIR.public_address)
    drawn = re.compile(rf"(?<={house}/)[^\s\"<>]+")
    return drawn.sub(lambda found: DRAWN.sub("·drawn·", found[0]), CODE.sub("·code·", line))


def holds_number(line: str) -> bool:
    digits = any(unicodedata.category(sign).startswith("N") for sign in line)
    return digits or IN_WORDS.search(line) is not None
