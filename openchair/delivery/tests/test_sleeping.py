"""Nights, wherever people are and whatever their clocks do. spec/model.md I-11."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openchair.delivery.night import day_began, is_night, next_waking, tomorrow_morning

MINUTE = timedelta(minutes=1)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
UNTIL = datetime(2037, 1, 1, tzinfo=UTC)
ZONES = sorted(zone for zone in available_timezones() if "/" in zone)
ODD = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"]
ODD += ["Africa/Cairo", "America/Santiago", "Asia/Kathmandu", "Pacific/Chatham", "Atlantic/Azores"]


def clock_changes(zone: str) -> list[datetime]:
    """Every moment until the end of 2036 at which this place changes its clock, to the minute."""
    here, found = ZoneInfo(zone), []
    moment = BEGIN
    while moment < UNTIL:
        later = moment + timedelta(days=1)
        if moment.astimezone(here).utcoffset() != later.astimezone(here).utcoffset():
            found.append(_change_between(moment, later, here))
        moment = later
    return found


def _change_between(early: datetime, late: datetime, here: ZoneInfo) -> datetime:
    before = early.astimezone(here).utcoffset()
    while late - early > MINUTE:
        middle = early + (late - early) // 2
        if middle.astimezone(here).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late.replace(second=0, microsecond=0)


def first_waking_minute(moment: datetime, *night: Any) -> datetime:
    """The same by walking, minute after minute: slow, and plainly right."""
    while is_night(moment, *night):
        moment = moment.replace(second=0, microsecond=0) + MINUTE
    return moment


clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
seconds = st.integers(0, int((UNTIL - BEGIN).total_seconds()))
moments = seconds.map(lambda after: BEGIN + timedelta(seconds=after))


@given(moments, clocks, clocks, st.sampled_from(ZONES))
def test_waking_is_the_first_minute_that_is_not_night(moment, night_from, night_until, zone):
    night = (night_from, night_until, zone)
    assert next_waking(moment, *night) == first_waking_minute(moment, *night)


@pytest.mark.parametrize("zone", ODD)
def test_waking_is_right_around_every_change_of_the_clock(zone):
    changes = st.sampled_from(clock_changes(zone) or [UNTIL])
    near = st.integers(-26 * 60, 26 * 60).map(lambda minutes: timedelta(minutes=minutes))

    @settings(max_examples=60, deadline=None)
    @given(changes, near, clocks, clocks)
    def holds(change, off, night_from, night_until):
        night = (night_from, night_until, zone)
        assert next_waking(change + off, *night) == first_waking_minute(change + off, *night)

    holds()


@pytest.mark.parametrize("zone", ODD)
def test_an_ordinary_night_ends_on_time_after_every_change_of_the_clock(zone):
    for change in clock_changes(zone):
        waking = next_waking(change, time(21), time(8), zone).astimezone(ZoneInfo(zone))
        assert waking.time() == time(8) or not is_night(change, time(21), time(8), zone)


def test_a_night_may_lie_within_one_day_or_cross_midnight():
    assert next_waking(utc(2, 30), time(1), time(6), "UTC") == utc(6)
    assert next_waking(utc(23), time(21), time(8), "UTC") == utc(8) + timedelta(days=1)
    assert next_waking(utc(3), time(21), time(8), "UTC") == utc(8)


def test_a_night_begins_on_its_first_minute_and_is_over_on_its_last():
    assert is_night(utc(21), time(21), time(8), "UTC")
    assert not is_night(utc(8), time(21), time(8), "UTC")


def test_equal_hours_are_no_night():
    assert next_waking(utc(3), time(22), time(22), "UTC") == utc(3)


def test_a_night_that_ends_in_the_skipped_hour_ends_with_the_skip():
    before = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    assert next_waking(before, time(22), time(2, 30), "Europe/Berlin") == datetime(
        2027, 3, 28, 1, tzinfo=UTC
    )


def test_where_the_clock_shows_an_hour_twice_so_does_the_night():
    second_time = datetime(2027, 10, 31, 1, 10, tzinfo=UTC)
    assert next_waking(second_time, time(22), time(2, 30), "Europe/Berlin") == datetime(
        2027, 10, 31, 1, 30, tzinfo=UTC
    )


def test_days_are_those_of_the_place():
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert day_began(late, "Asia/Tokyo") == datetime(2026, 11, 24, 15, tzinfo=UTC)
    assert tomorrow_morning(late, "Asia/Tokyo") == datetime(2026, 11, 25, 23, tzinfo=UTC)


def utc(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=UTC)
