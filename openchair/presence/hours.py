"""Whose hours allow that they are asked now: day and night as each person set them."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from openchair.delivery.night import Hours, is_night, next_waking
from openchair.presence.models import Readiness, RingLine, When

TEN_MINUTES, FOUR_DAYS = timedelta(minutes=10), timedelta(days=4)


def is_night_for(hours: Hours, at: datetime) -> bool:
    return is_night(at, hours.night_from, hours.night_until, hours.zone)


def said_yes_to_nights(row: Readiness, at: datetime) -> bool:
    """To every night, or to this one (I-11 b)."""
    tonight = row.wake_until is not None and at < row.wake_until
    return row.when in (When.NIGHT, When.BOTH) or tonight


def may_be_asked(row: Readiness, hours: Hours, at: datetime) -> bool:
    if is_night_for(hours, at):
        return row.when in (When.NIGHT, When.BOTH)
    return row.when in (When.DAY, When.BOTH)


def may_be_woken(row: Readiness, hours: Hours, at: datetime) -> bool:
    """Where the asker presses "Wake someone", and not before (AS-37)."""
    return is_night_for(hours, at) and said_yes_to_nights(row, at)


def waking_after(hours: Hours, start: datetime, waking: timedelta) -> datetime:
    """When so much time has gone by outside this person's nights, to ten minutes; within four days."""
    at = start
    while waking > timedelta(0) and at < start + FOUR_DAYS:
        at += TEN_MINUTES
        waking -= timedelta(0) if is_night_for(hours, at) else TEN_MINUTES
    return at


def end_of_the_night(hours: Hours, at: datetime) -> datetime:
    """When this night is over, or, by day, the next one."""
    night = next_waking(at, hours.night_until, hours.night_from, hours.zone)
    begun = at if is_night_for(hours, at) else night
    return next_waking(begun, hours.night_from, hours.night_until, hours.zone)


def rings_now(line: RingLine, zone: str, at: datetime) -> bool:
    """Whether its owner would be rung now. Equal hours mean at any hour."""
    if line.hours_from == line.hours_until:
        return True
    return is_night(at, line.hours_from, line.hours_until, zone)


def on_the_clock_of(reader: str, hour: time, zone: str, at: datetime) -> time:
    """An hour of someone's clock, as the reader's clock shows it today."""
    today = at.astimezone(ZoneInfo(zone)).date()
    return datetime.combine(today, hour, ZoneInfo(zone)).astimezone(ZoneInfo(reader)).time()
