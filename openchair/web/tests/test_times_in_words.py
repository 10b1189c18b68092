from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from openchair.web.moments import day_name, when

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 3, 4, 8, 0, tzinfo=UTC), "this morning"),
        (datetime(2026, 3, 4, 13, 0, tzinfo=UTC), "this afternoon"),
        (datetime(2026, 3, 4, 19, 0, tzinfo=UTC), "this evening"),
        (datetime(2026, 3, 4, 2, 0, tzinfo=UTC), "last night"),
        (datetime(2026, 3, 3, 22, 0, tzinfo=UTC), "last night"),
        (datetime(2026, 3, 3, 12, 0, tzinfo=UTC), "yesterday"),
        (datetime(2026, 3, 1, 12, 0, tzinfo=UTC), "Sunday"),
        (datetime(2026, 2, 25, 12, 0, tzinfo=UTC), "25 February"),
        (datetime(2025, 12, 24, 12, 0, tzinfo=UTC), "24 December 2025"),
        (datetime(2026, 3, 5, 12, 0, tzinfo=UTC), "tomorrow"),
        (datetime(2026, 4, 2, 12, 0, tzinfo=UTC), "2 April"),
    ],
)
def test_a_moment_is_told_as_a_person_would(moment: datetime, words: str) -> None:
    assert when(moment, at=NOW) == words


def test_in_the_night_the_hours_before_are_tonight() -> None:
    assert when(NOW.replace(hour=1), at=NOW.replace(hour=3)) == "tonight"


def test_the_day_is_the_readers_own() -> None:
    late = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    with timezone.override("Pacific/Auckland"):
        assert when(late, at=late + timedelta(hours=2)) == "this afternoon"


def test_a_day_carries_its_weekday() -> None:
    assert day_name(date(2026, 3, 4)) == "Wednesday 4 March"
