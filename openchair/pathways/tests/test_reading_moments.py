from datetime import date, time

import pytest

from openchair.pathways.reading.moments import clock_time, day_said, length, length_until, weekday
from openchair.pathways.reading.trouble import Unreadable
from openchair.pathways.reading.zones import zone_name, zone_of_row, zone_or_city, zones_like


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("19:30", time(19, 30)),
        ("19:30:00", time(19, 30)),
        ("19:30:00.000", time(19, 30)),
        (" 7:05 ", time(7, 5)),
        ("19.30", time(19, 30)),
        ("19h30", time(19, 30)),
        ("1930", time(19, 30)),
        ("0000", time(0)),
        ("7:30 pm", time(19, 30)),
        ("7:30 P.M.", time(19, 30)),
        ("7pm", time(19)),
        ("12:15 AM", time(0, 15)),
        ("12:15 PM", time(12, 15)),
        ("19:30 pm", time(19, 30)),
        ("noon", time(12)),
    ],
)
def test_a_time_is_read_where_it_is_certain(said, meant):
    assert clock_time(said) == meant


@pytest.mark.parametrize(
    "said",
    ["25:00:00", "24:00", "19:60", "0:30 pm", "13:00 am", "midnight", "evening", 1930, 19.5, True, [],
     {"hour": 7}, "", None, "19:30-21:00", "-7:00", "7", "99999", "19:30:99"],
)  # fmt: skip
def test_a_time_that_is_not_certain_is_refused_with_an_example(said):
    with pytest.raises(Unreadable, match="19:30"):
        clock_time(said)


@pytest.mark.parametrize(
    ("said", "first", "meant"),
    [
        (0, 0, 0), (6, 0, 6), (7, 0, 0), ("3", 0, 3), (2.0, 0, 2), ("Sunday", 0, 0), ("tue", 0, 2),
        ("Miércoles", 0, 3), ("vendredi", 0, 5), ("1", 1, 0), (7, 1, 6), ("Saturday", 1, 6),
    ],
)  # fmt: skip
def test_a_day_is_counted_from_sunday(said, first, meant):
    assert weekday(said, first=first) == meant


@pytest.mark.parametrize(
    "said", [8, -1, "9", 2.5, True, "someday", [], {}, None, "", float("nan"), "²"]
)
def test_a_day_that_is_none_is_refused(said):
    with pytest.raises(Unreadable, match="Sunday"):
        weekday(said, first=0)


def test_bmlt_has_no_day_nought():
    with pytest.raises(Unreadable, match=r"1 \(Sunday\) to 7"):
        weekday("0", first=1)


def test_lengths():
    assert length("01:30:00") == 90
    assert length("1:30") == 90
    assert length(45) == 45
    assert length("90") == 90
    unsaid: list[object] = ["99:99:99", "00:00", 0, -5, 99999, "long", None, True, []]
    assert [length(said) for said in unsaid] == [None] * len(unsaid)
    assert length(float("inf")) is None


def test_an_end_time_may_lie_after_midnight():
    assert length_until(time(23), "00:30") == 90
    assert length_until(time(18), "19:30") == 90
    assert length_until(time(18), "18:00") is None
    assert length_until(time(18), "later") is None


def test_zones_are_iana_names_in_any_spelling():
    assert zone_name("america/new york") == "America/New_York"
    assert zone_name("Europe/Kiev") == "Europe/Kiev"
    assert zone_name("UTC") == "UTC"
    assert [zone_name(said) for said in ("EST", "Eastern Time", "", 5, "../../etc/passwd")] == [
        None
    ] * 5


def test_a_city_stands_for_its_zone():
    assert zone_or_city("Amsterdam") == "Europe/Amsterdam"
    assert zone_or_city("new york") == "America/New_York"
    assert zone_or_city("Atlantis") is None


def test_something_like_it_is_suggested():
    assert "America/New_York" in zones_like("New York")
    assert "Europe/Amsterdam" in zones_like("Amsterdan")


def test_a_row_without_a_zone_has_the_one_that_was_given():
    assert zone_of_row(None, "Europe/Paris") == "Europe/Paris"
    assert zone_of_row("", "Europe/Paris") == "Europe/Paris"
    assert zone_of_row("Asia/Tehran", "Europe/Paris") == "Asia/Tehran"
    with pytest.raises(Unreadable, match="--zone"):
        zone_of_row(None, "")
    with pytest.raises(Unreadable, match="Mars/Olympus"):
        zone_of_row("Mars/Olympus", "Europe/Paris")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2014-05-31 14:32:23", date(2014, 5, 31)),
        ("2025-01-30T14:13:55.582Z", date(2025, 1, 30)),
        ({"$date": "2025-01-30T14:13:55.582Z"}, date(2025, 1, 30)),
        ("8/25/2022 11:17:07 AM", date(2022, 8, 25)),
        ("25/8/2022", date(2022, 8, 25)),
        ("9/8/2022", None),
        ("0000-00-00 00:00:00", None),
        ("2022-13-45", None),
        ("yesterday", None),
        (1700000000, None),
        (None, None),
    ],
)
def test_the_source_s_own_date_only_where_there_is_no_doubt(said, meant):
    assert day_said(said) == meant
