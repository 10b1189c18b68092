"""`bin/bench company` moves no clock: its people live where it is day, or night, just now."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bench.company.hours import DAY, NIGHT
from bench.company.laying import where_it_is

MIDNIGHT = datetime(2026, 3, 3, tzinfo=UTC)


@pytest.mark.parametrize("clock", [DAY, NIGHT])
@pytest.mark.parametrize("hour", range(24))
def test_there_is_a_place_for_every_hour(clock: int, hour: int) -> None:
    at = MIDNIGHT + timedelta(hours=hour, minutes=59)
    assert at.astimezone(ZoneInfo(where_it_is(clock, at))).hour == clock
