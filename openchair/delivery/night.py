"""Whose night it is: spec/model.md I-11.

A night is read off the wall clock where the person is, so it moves with their clock when summer
time comes and goes.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

MIDNIGHT = time(0)
MORNING = time(8)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Hours:
    """The hours in which nothing is sent to a person. Equal hours mean no night."""

    night_from: time = MIDNIGHT
    night_until: time = MIDNIGHT
    zone: str = "UTC"


def is_night(moment: datetime, night_from: time, night_until: time, zone: str) -> bool:
    clock = moment.astimezone(ZoneInfo(zone)).time()
    if night_from <= night_until:
        return night_from <= clock < night_until
    return clock >= night_from or clock < night_until


def next_waking(moment: datetime, night_from: time, night_until: time, zone: str) -> datetime:
    """The first moment from `moment` on, to the minute, that is not in the night; in UTC.

    `moment` itself when it is not night. A night that ends in an hour the clock skips ends with the
    skip; where the clock shows an hour twice, so does the night.
    """
    if not is_night(moment, night_from, night_until, zone):
        return moment
    here = moment.astimezone(ZoneInfo(zone))
    waking = _next_showing(night_until, here).astimezone(UTC)
    if waking.astimezone(here.tzinfo).utcoffset() == here.utcoffset():
        return waking
    return _minute_by_minute(moment, night_from, night_until, zone)


def tomorrow_morning(moment: datetime, zone: str) -> datetime:
    """Eight o'clock on the next day of that place, in UTC."""
    here = moment.astimezone(ZoneInfo(zone))
    return datetime.combine(here.date() + timedelta(days=1), MORNING, here.tzinfo).astimezone(UTC)


def day_began(moment: datetime, zone: str) -> datetime:
    """When the present day began in that place, in UTC."""
    here = moment.astimezone(ZoneInfo(zone))
    return datetime.combine(here.date(), MIDNIGHT, here.tzinfo).astimezone(UTC)


def _next_showing(clock: time, here: datetime) -> datetime:
    """When the clock shows `clock` next, if nobody changes it before then."""
    day = here.date() if clock > here.time() else here.date() + timedelta(days=1)
    return datetime.combine(day, clock.replace(fold=0), here.tzinfo)


def _minute_by_minute(moment: datetime, night_from: time, night_until: time, zone: str) -> datetime:
    """The clock is changed this night. Walking is right whichever way it goes, and takes 2 ms."""
    waking = moment.astimezone(UTC)
    while is_night(waking, night_from, night_until, zone):
        waking = waking.replace(second=0, microsecond=0) + MINUTE
    return waking
