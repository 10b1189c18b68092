"""Days, times, lengths and dates as sources write them."""

import math
import re
from collections.abc import Callable
from datetime import date, time
from functools import cache

from babel import Locale
from django.utils.translation import gettext as _

from openchair.pathways.reading.trouble import Unreadable, quoted
from openchair.pathways.reading.words import folded

CLOCK = re.compile(r"^(\d{1,2})\s*[:.h]\s*(\d{2})(?::(\d{2})(?:\.\d+)?)?$")
FOUR_DIGITS = re.compile(r"^(\d{2})(\d{2})$")
HALF_DAY = re.compile(r"^(\d{1,2})(?:\s*[:.]\s*(\d{2}))?(?::\d{2})?\s*([ap])\.?\s?m\.?$")
ISO_DAY = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$")
SLASHED_DAY = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})(?:\s.*)?$")
DAY_LANGUAGES = ("en", "es", "fr", "de", "nl", "pt", "sv", "it")
ENGLISH_SHORT = {"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4}
ENGLISH_SHORT |= {"fri": 5, "sat": 6}
LONGEST_DAY = 24 * 60


def is_missing(said: object) -> bool:
    """Nothing was said: null, false, or an empty text or list."""
    return (
        said is None or said is False or said == [] or (isinstance(said, str) and not said.strip())
    )


def clock_time(said: object) -> time:
    """A start time: "19:30", "19:30:00", "7:30 pm", "19h30", "1930", "noon". Raises Unreadable."""
    if is_missing(said):
        raise Unreadable(
            _(
                "it does not say when it starts, so this entry was left out. Write the time, like 19:30."
            )
        )
    if isinstance(said, str):
        text = said.strip().lower()
        if text in ("noon", "12 noon"):
            return time(12)
        for pattern, read in _CLOCKS:
            if (found := pattern.match(text)) and (moment := read(*found.groups())):
                return moment
    raise Unreadable(
        _(
            "the start time “%(said)s” cannot be read, so this entry was left out. "
            "Write it as hours and minutes, like 19:30."
        )
        % {"said": quoted(said)}
    )


def _whole_day(hour: str, minute: str, second: str | None = None) -> time | None:
    if int(hour) < 24 and int(minute) < 60 and int(second or 0) < 60:
        return time(int(hour), int(minute))
    return None


def _half_day(hour: str, minute: str | None, half: str) -> time | None:
    hours = int(hour)
    if not 1 <= hours <= 12:  # "19:30 pm" says the same thing twice, "0:30 pm" contradicts itself
        return _whole_day(hour, minute or "0") if half == "p" and hours > 12 else None
    return _whole_day(str(hours % 12 + (12 if half == "p" else 0)), minute or "0")


_CLOCKS: tuple[tuple[re.Pattern[str], Callable[..., time | None]], ...] = (
    (CLOCK, _whole_day),
    (FOUR_DIGITS, _whole_day),
    (HALF_DAY, _half_day),
)


def weekday(said: object, *, first: int) -> int:
    """The day counted from Sunday = 0. `first` is the number that the source gives to Sunday.

    Where Sunday is 0, a 7 is Sunday again, as in ISO 8601. Raises Unreadable.
    """
    if is_missing(said):
        raise Unreadable(_without_day(first))
    number = _day_number(said)
    if number is not None and first <= number <= 7:
        return (number - first) % 7
    named = _day_names().get(folded(said)) if isinstance(said, str) else None
    if named is not None:
        return named
    raise Unreadable(
        _(
            "the day “%(said)s” cannot be read, so this entry was left out. "
            "Write a number from %(first)s (Sunday) to %(last)s (Saturday), or the day's name."
        )
        % {"said": quoted(said), "first": first, "last": first + 6}
    )


def _without_day(first: int) -> str:
    return _(
        "it does not say on which day it meets, so this entry was left out. "
        "Write a number from %(first)s (Sunday) to %(last)s (Saturday)."
    ) % {"first": first, "last": first + 6}


def _day_number(said: object) -> int | None:
    if isinstance(said, bool):
        return None
    if isinstance(said, int):
        return said
    if isinstance(said, float):
        return int(said) if said.is_integer() else None
    text = said.strip() if isinstance(said, str) else ""
    return int(text) if re.fullmatch(r"\d{1,2}", text) else None


@cache
def _day_names() -> dict[str, int]:
    names = dict(ENGLISH_SHORT)
    for language in DAY_LANGUAGES:
        for number, name in Locale(language).days["format"]["wide"].items():
            names[folded(name)] = (number + 1) % 7
    return names


def length(said: object) -> int | None:
    """How many minutes "01:30:00", "1:30", "90" or 90 are; None where that cannot be said."""
    if isinstance(said, int | float) and not isinstance(said, bool):
        return _sensible(said)
    if not isinstance(said, str):
        return None
    if found := re.match(r"^(\d{1,2}):(\d{2})(?::\d{2})?$", said.strip()):
        return _sensible(int(found[1]) * 60 + int(found[2])) if int(found[2]) < 60 else None
    return _sensible(int(said)) if re.fullmatch(r"\s*\d{1,4}\s*", said) else None


def _sensible(minutes: float) -> int | None:
    return int(minutes) if math.isfinite(minutes) and 0 < minutes <= LONGEST_DAY else None


def length_until(start: time, end: object) -> int | None:
    """The minutes from `start` to an end time, over midnight if need be."""
    try:
        until = clock_time(end)
    except Unreadable:
        return None
    minutes = (until.hour - start.hour) * 60 + until.minute - start.minute
    return _sensible(minutes % LONGEST_DAY)


def day_said(said: object) -> date | None:
    """The source's own date of an entry, where there is no doubt which day is meant; else None."""
    if isinstance(said, dict):
        said = said.get("$date")
    if not isinstance(said, str):
        return None
    text = said.strip()
    if found := ISO_DAY.match(text):
        return _a_day(*found.groups())
    found = SLASHED_DAY.match(text)
    return _slashed(int(found[1]), int(found[2]), int(found[3])) if found else None


def _a_day(year: object, month: object, day: object) -> date | None:
    try:
        return date(int(str(year)), int(str(month)), int(str(day)))
    except ValueError:
        return None


def _slashed(one: int, two: int, year: int) -> date | None:
    if one > 12 or one == two:
        return _a_day(year, two, one)
    return _a_day(year, one, two) if two > 12 else None
