from datetime import UTC, datetime, time

import pytest

from openchair.pathways.asking import Question
from openchair.pathways.week import as_seen_from, next_start, zone_in_words

TUESDAY = 2


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_the_clock_stays_when_summer_time_ends():
    before = next_start(TUESDAY, time(19), "America/New_York", at(2026, 10, 26))
    after = next_start(TUESDAY, time(19), "America/New_York", at(2026, 11, 2))
    assert before.astimezone(UTC).hour == 23
    assert after.astimezone(UTC).hour == 0
    assert (before.hour, after.hour) == (19, 19)


def test_this_week_if_it_is_still_to_come_else_the_next():
    assert next_start(TUESDAY, time(19), "UTC", at(2026, 11, 17, 18)).day == 17
    assert next_start(TUESDAY, time(19), "UTC", at(2026, 11, 17, 19)).day == 17
    assert next_start(TUESDAY, time(19), "UTC", at(2026, 11, 17, 20)).day == 24


def test_two_zones_change_their_clocks_on_different_days():
    """Between 25 October and 1 November 2026 New York is one hour nearer to Amsterdam."""
    asked = (TUESDAY, time(19), "America/New_York", "Europe/Amsterdam")
    assert as_seen_from(*asked, at(2026, 10, 20)) == (3, time(1))
    assert as_seen_from(*asked, at(2026, 10, 26)) == (3, time(0))
    assert as_seen_from(*asked, at(2026, 11, 3)) == (3, time(1))


def test_the_day_may_be_another_one():
    assert as_seen_from(0, time(23), "America/Los_Angeles", "Asia/Tokyo", at(2026, 7, 1)) == (
        1,
        time(15),
    )
    assert as_seen_from(1, time(7), "Asia/Tokyo", "America/Los_Angeles", at(2026, 7, 1)) == (
        0,
        time(15),
    )
    assert as_seen_from(6, time(1), "Pacific/Rarotonga", "Pacific/Rarotonga", at(2026, 7, 1)) == (
        6,
        time(1),
    )


def test_a_start_in_the_hour_that_is_left_out():
    moment = next_start(0, time(2, 30), "America/New_York", at(2026, 3, 7))
    assert moment.astimezone(UTC) == at(2026, 3, 8, 7, 30)


def test_zones_in_words():
    assert zone_in_words("America/New_York", "en") == "New York time"
    assert zone_in_words("America/Argentina/Buenos_Aires", "en") == "Buenos Aires time"
    assert zone_in_words("UTC", "en") == "universal time (UTC)"
    assert zone_in_words("", "en") == ""
    assert zone_in_words("Europe/Kyiv", "xx") == "Kyiv time"


@pytest.mark.parametrize(
    ("question", "day", "start", "holds"),
    [
        (Question(), 3, time(4), True),
        (Question(days=(2,)), 3, time(4), False),
        (Question(starts=time(18), before=time(21)), 3, time(18), True),
        (Question(starts=time(18), before=time(21)), 3, time(21), False),
        (Question(days=(5,), starts=time(22), before=time(2)), 5, time(23), True),
        (Question(days=(5,), starts=time(22), before=time(2)), 6, time(1), True),
        (Question(days=(5,), starts=time(22), before=time(2)), 5, time(1), False),
        (Question(days=(6,), starts=time(22), before=time(2)), 0, time(1), True),
        (Question(starts=time(22), before=time(2)), 0, time(12), False),
    ],
)
def test_windows_hold_what_they_say(question, day, start, holds):
    assert question.holds(day, start) is holds
