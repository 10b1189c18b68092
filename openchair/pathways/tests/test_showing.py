from datetime import UTC, date, datetime, time

import pytest

from openchair.pathways.models import Resource, Source
from openchair.pathways.reading.languages import name_of
from openchair.pathways.showing import Reader, Shown, facts, mark_in_words
from openchair.pathways.tending import FACT_NAMES, changes

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
READER = Reader("en", AT, AT.date())
SOURCE = Source(
    name="A list",
    kind="bmlt",
    copied_on=date(2026, 11, 1),
    marks={
        "WC": {"en": ["Wheelchair", "Ramp at the side."], "es": ["Silla de ruedas", ""]},
        "X1": {},
    },
)


def shown(reader: Reader = READER, **said) -> Shown:
    defaults = {
        "day": 2,
        "start": time(19),
        "zone": "America/New_York",
        "copied_on": date(2026, 11, 1),
    }
    return Shown(Resource(source=SOURCE, name="One", **(defaults | said)), reader)


def test_hours_with_and_without_an_end():
    assert shown(minutes=90).hours == "19:00 to 20:30, New York time"
    assert shown().hours == "19:00, New York time"
    assert shown(day=None, start=None).when == "No fixed time. Ask the group when they meet."
    assert shown(minutes=360).when == "Tuesday, 19:00 to 01:00, New York time"


def test_a_reader_elsewhere_reads_their_own_clock_only_for_what_is_online():
    elsewhere = Reader("en", AT, AT.date(), "Europe/Amsterdam")
    online = shown(elsewhere, online=True)
    assert online.from_where_you_are == "That is Wednesday 01:00, Amsterdam time."
    assert shown(elsewhere, online=False).from_where_you_are == ""
    assert shown(elsewhere, online=True, zone="Europe/Berlin").from_where_you_are == ""
    assert shown(elsewhere, online=True, day=None, start=None).from_where_you_are == ""


@pytest.mark.parametrize(
    ("in_room", "online", "said"),
    [
        (True, False, ""),
        (False, True, "Online or by telephone."),
        (True, True, "In a room, and also online or by telephone."),
    ],
)
def test_how_people_meet(in_room, online, said):
    assert shown(in_room=in_room, online=online).attendance == said


@pytest.mark.parametrize(
    ("wheelchair", "said"),
    [
        ("yes", "A wheelchair can get in"),
        ("no", "A wheelchair cannot get in"),
        ("unknown", "Not said"),
    ],
)
def test_the_way_in(wheelchair, said):
    assert shown(wheelchair=wheelchair).way_in.startswith(said)
    assert ("Steps and wheelchairs" in dict(facts(shown(wheelchair=wheelchair)))) is True


def test_who_comes_from_home_is_told_nothing_of_steps():
    assert "Steps and wheelchairs" not in dict(facts(shown(in_room=False, online=True)))


def test_where_says_each_name_once():
    where = shown(
        venue="Hall", street="1 Way", section="Bronx", town="Bronx", region="NY", postcode="1"
    ).where
    assert where == "Hall, 1 Way, Bronx, NY 1"


def test_codes_have_their_published_words_in_the_reader_s_language():
    assert mark_in_words(SOURCE, "WC", "en") == ("Wheelchair", "Ramp at the side.")
    assert mark_in_words(SOURCE, "WC", "es-mx") == ("Silla de ruedas", "")
    assert mark_in_words(SOURCE, "WC", "nl")[0] == "Wheelchair"
    assert mark_in_words(SOURCE, "X1", "en") == ("X1", "")
    assert mark_in_words(SOURCE, "QQ", "en") == ("QQ", "")
    feed = Source(kind="meeting-guide")
    assert mark_in_words(feed, "X", "en") == ("Wheelchair Access", "")
    assert mark_in_words(feed, "NOPE", "en") == ("NOPE", "")


def test_a_group_is_named_where_it_is_called_otherwise():
    assert shown(group="One").group == ""
    assert dict(facts(shown(group="The Ones")))["Group"] == "The Ones"


def test_what_the_source_lost_says_so():
    gone = shown(gone_on=date(2026, 11, 5), checked_on=date(2026, 10, 1), state="listed")
    assert gone.warning == "May be out of date: the directory it came from no longer has it."
    assert gone.provenance == "Checked by this house on 1 October 2026."
    assert gone.is_stale


def test_only_web_addresses_are_links():
    assert shown(link="https://example.org").has_link
    assert not shown(link="javascript:alert(1)").has_link
    assert not shown(link="").has_link


def test_changes_are_told_in_words():
    entry = shown(marks=["B"], in_room=True).entry
    new = entry.facts() | {
        "day": 3,
        "marks": ["B", "O"],
        "in_room": False,
        "name": "Two",
        "minutes": 60,
    }
    entry.change = {name: str(value) if name == "start" else value for name, value in new.items()}
    told = {change.name: (change.here, change.there) for change in changes(entry)}
    assert told == {
        "Day": ("Tuesday", "Wednesday"),
        "Codes of the directory": ("B", "B, O"),
        "In a room": ("yes", "no"),
        "Name": ("One", "Two"),
        "Lasts, in minutes": ("", "60"),
    }
    entry.change_set_aside = True
    assert changes(entry) == []


def test_every_fact_has_a_name():
    assert set(FACT_NAMES) == set(shown().entry.facts())


def test_languages_are_named_for_readers_of_any_language():
    assert name_of("es", "en") == "Spanish"
    assert name_of("es", "nl") == "Spaans"
    assert name_of("es", "tlh") == "Spanish"
    assert str(shown().entry) == "One"
    assert str(SOURCE) == "A list"
