"""Days and times of the week as entries and visitors say them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

DAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
MONDAY_FIRST = (1, 2, 3, 4, 5, 6, 0)
A_SUNDAY = date(2023, 1, 1)
WHOLE_DAY = 24 * 60


def day_name(day: int) -> str:
    """The weekday in the reader's language; Sunday is 0."""
    return date_format(A_SUNDAY + timedelta(days=day), "l")


def minute_of(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def end_of(start: time, minutes: int | None) -> time | None:
    if minutes is None:
        return None
    until = (minute_of(start) + minutes) % WHOLE_DAY
    return time(until // 60, until % 60)


def clock(moment: time) -> str:
    return time_format(moment, "H:i")


def zone_in_words(zone: str, language: str) -> str:
    """ "New York time": the city a zone is named for, as its people would say it."""
    if not zone:
        return ""
    if zone == "UTC":
        return _("universal time (UTC)")
    return _("%(city)s time") % {"city": _city(zone, language)}


def _city(zone: str, language: str) -> str:
    try:
        known = Locale.parse(language.replace("-", "_")).time_zones
    except (UnknownLocaleError, ValueError):
        known = Locale("en").time_zones
    city = known.get(zone, {}).get("city")
    return city or zone.rpartition("/")[2].replace("_", " ")


def next_start(day: int, start: time, zone: str, at: datetime) -> datetime:
    """The next time a weekly meeting begins, at or after `at`. Its clock stays, whatever summer time does.

    A start in the hour that is left out in spring is read with the offset before the change.
    """
    here = at.astimezone(ZoneInfo(zone))
    first = here.date() + timedelta(days=(day - here.isoweekday()) % 7)
    for week in (0, 7):
        moment = datetime.combine(first + timedelta(days=week), start, ZoneInfo(zone))
        if moment >= at:
            return moment
    return moment


def as_seen_from(
    day: int, start: time, zone: str, from_zone: str, at: datetime
) -> tuple[int, time]:
    """Day and clock of the next meeting for someone in another zone."""
    there = next_start(day, start, zone, at).astimezone(ZoneInfo(from_zone))
    return there.isoweekday() % 7, there.time().replace(tzinfo=None)
