"""Day and night as each person set them: across midnight, and when the clocks are changed."""

from datetime import UTC, datetime, time, timedelta

import pytest

from openchair.delivery.night import Hours
from openchair.presence.hours import (
    end_of_the_night,
    is_night_for,
    may_be_asked,
    may_be_woken,
    on_the_clock_of,
    rings_now,
    said_yes_to_nights,
)
from openchair.presence.models import Readiness, RingLine, When

BRUSSELS = Hours(time(21), time(8), "Europe/Brussels")
HALF_PAST_TWO = Hours(time(2, 30), time(8), "Europe/Brussels")
UNTIL_HALF_PAST_TWO = Hours(time(22), time(2, 30), "Europe/Brussels")


def utc(day: int, hour: int, minute: int = 0, *, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "by_day", "by_night"),
    [
        (When.NOT_NOW, False, False),
        (When.DAY, True, False),
        (When.NIGHT, False, True),
        (When.BOTH, True, True),
    ],
)
def test_each_choice_by_day_and_by_night(when: When, by_day: bool, by_night: bool) -> None:
    row = Readiness(when=when)
    assert may_be_asked(row, BRUSSELS, utc(4, 12)) == by_day
    for hour in (20, 22):  # 21:00 and 23:00
        assert may_be_asked(row, BRUSSELS, utc(4, hour)) == by_night
    for hour in (0, 6):  # past midnight
        assert may_be_asked(row, BRUSSELS, utc(5, hour)) == by_night
    assert may_be_asked(row, BRUSSELS, utc(5, 7)) == by_day  # eight in the morning


def test_one_night_is_this_one_or_the_next_and_not_the_day_between() -> None:
    by_day, past_midnight, eight = utc(4, 12), utc(5, 1), utc(5, 7)
    assert end_of_the_night(BRUSSELS, by_day) == eight
    assert end_of_the_night(BRUSSELS, past_midnight) == eight
    row = Readiness(when=When.NOT_NOW, wake_until=eight)
    assert not may_be_woken(row, BRUSSELS, by_day)
    assert may_be_woken(row, BRUSSELS, past_midnight)
    assert not may_be_asked(row, BRUSSELS, past_midnight)  # before the asker presses for it
    assert not may_be_woken(row, BRUSSELS, eight)
    assert not said_yes_to_nights(row, eight)
    assert not may_be_woken(row, BRUSSELS, utc(5, 22))  # the night after


@pytest.mark.parametrize("hours", [BRUSSELS, HALF_PAST_TWO, UNTIL_HALF_PAST_TWO])
@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)]
)
def test_when_the_clocks_change_one_night_ends_where_the_night_does(
    hours: Hours, day: datetime
) -> None:
    """Every quarter of an hour of two days: the end is the first waking moment after a night."""
    for quarter in range(4 * 48):
        at = day + quarter * timedelta(minutes=15)
        end = end_of_the_night(hours, at)
        assert end > at
        assert not is_night_for(hours, end)
        assert is_night_for(hours, end - timedelta(minutes=1))
        between = [
            at + n * timedelta(minutes=15) for n in range((end - at) // timedelta(minutes=15))
        ]
        nights = [is_night_for(hours, moment) for moment in between]
        assert nights == sorted(nights)  # day, then one night, and no day after it


def test_a_number_rings_in_its_hours_on_its_owner_s_clock() -> None:
    evening = RingLine(hours_from=time(22), hours_until=time(1))
    zone = "Europe/Brussels"
    assert rings_now(evening, zone, utc(4, 21, 30))
    assert rings_now(evening, zone, utc(4, 23, 30))  # half past midnight
    assert not rings_now(evening, zone, utc(5, 0, 0))
    assert rings_now(RingLine(hours_from=time(9), hours_until=time(9)), zone, utc(5, 3))


def test_hours_are_read_on_the_reader_s_clock() -> None:
    said = on_the_clock_of("America/New_York", time(9), "Europe/Brussels", utc(4, 12))
    assert said == time(3)
    after = on_the_clock_of("America/New_York", time(9), "Europe/Brussels", utc(20, 12))
    assert after == time(4)  # summer time has begun there, and not here
