import json
from datetime import UTC, date, datetime, time, timedelta

import pytest

from openchair.pathways.reading.addresses import address_in
from openchair.pathways.reading.entry import Access, Kind
from openchair.pathways.reading.reader import read
from openchair.pathways.reading.trouble import NothingToRead
from openchair.pathways.week import next_start

ROW = {
    "name": "Sunday Serenity",
    "slug": "sunday-serenity-14",
    "day": 0,
    "time": "18:00",
    "end_time": "19:30",
    "location": "Alano Club",
    "notes": "Ring buzzer.<br>Second <b>floor</b>.",
    "updated": "2014-05-31 14:32:23",
    "types": ["O", "T", "LGBTQ"],
    "address": "123 Main Street",
    "city": "Anytown",
    "state": "CA",
    "postal_code": "98765",
    "country": "US",
    "entity": "District 123",
}


def reading_of(*rows, zone="America/Los_Angeles"):
    return read(json.dumps(list(rows)).encode(), zone=zone)


def one(**changes):
    reading = reading_of(ROW | changes)
    assert not reading.refused, reading.refused[0].sentence
    return reading.entries[0]


def refused(**changes):
    reading = reading_of(ROW | changes, ROW | {"slug": "whole"})
    assert [entry.source_id for entry in reading.entries] == ["whole"]
    return reading.refused[0].sentence


def test_the_example_of_the_specification():
    entry = one()
    assert (entry.day, entry.start, entry.minutes) == (0, time(18), 90)
    assert (entry.town, entry.region, entry.nation, entry.postcode) == (
        "Anytown",
        "CA",
        "US",
        "98765",
    )
    assert entry.needs == ("open", "lgbtq")
    assert entry.notes == "Ring buzzer.\nSecond floor."
    assert entry.source_date == date(2014, 5, 31)
    assert entry.wheelchair == Access.UNKNOWN
    assert reading_of(ROW).publisher == "District 123"


def test_real_meetings_with_zones_and_one_without(online_feed):
    reading = read(online_feed)
    assert (reading.kind, reading.rows, len(reading.entries)) == (Kind.MEETING_GUIDE, 160, 159)
    assert [refused.name for refused in reading.refused] == ["Vision for Us 24/7"]
    assert "--zone" in reading.refused[0].sentence
    assert len(read(online_feed, zone="UTC").entries) == 160


def test_each_real_meeting_has_its_own_zone_and_day(online_feed):
    """The feed gives each next start in UTC as well: ours must be the same moment."""
    rows = {row["slug"]: row for row in json.loads(online_feed)}
    checked = 0
    for entry in read(online_feed).entries:
        said = rows[entry.source_id].get("startDateUTC")
        if said and entry.start is not None:
            assert next_start_at(entry, said["$date"]) == said["$date"]
            checked += 1
    assert checked == 149


def next_start_at(entry, moment):
    at = datetime.fromisoformat(moment) - timedelta(hours=1)
    found = next_start(entry.day, entry.start, entry.zone, at).astimezone(UTC)
    return found.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def test_languages_are_codes_or_types(online_feed):
    found = read(online_feed, zone="UTC").entries
    assert sum("es" in entry.languages for entry in found) == 10
    assert one(types=["S", "EN"]).languages == ("es", "en")
    assert one(types=[], languages=["es-MX", "xx"]).languages == ("es",)
    assert one(types=[], language="Spanish, English").languages == ("es", "en")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["O", "X"], ("O", "X")),
        ("O,X", ("O", "X")),
        ("[open]", ("O",)),
        ("Open,Spanish,Online Meeting", ("O", "S", "ONL")),
        (["Wheelchair Access"], ("X",)),
        (["NOPE", "O", "O", 7, None, {}], ("NOPE", "O", "7")),
        (None, ()),
        ("", ()),
        ([], ()),
    ],
)
def test_types_as_codes_or_in_english(said, meant):
    assert one(types=said).marks == meant


def test_several_days_are_several_meetings():
    entries = reading_of(ROW | {"day": [1, "3", "Friday"]}).entries
    assert [(entry.source_id, entry.day) for entry in entries] == [
        ("sunday-serenity-14@1", 1),
        ("sunday-serenity-14@3", 3),
        ("sunday-serenity-14@5", 5),
    ]
    assert [entry.day for entry in reading_of(ROW | {"day": "1,3"}).entries] == [1, 3]
    assert one(day=[6]).source_id == "sunday-serenity-14"


def test_a_feed_may_call_its_rows_by_another_id():
    rows = [{key: said for key, said in ROW.items() if key != "slug"} | {"_id": {"$oid": "abc"}}]
    assert reading_of(*rows).entries[0].source_id == "abc"


def test_who_publishes_is_only_said_where_all_rows_agree():
    assert reading_of(ROW, ROW | {"slug": "b", "entity": "Other"}).publisher == ""
    assert reading_of(ROW | {"entity": "\ud800"}).publisher == ""


def test_by_arrangement():
    entry = one(day=None, time=None)
    assert (entry.day, entry.start, entry.zone) == (None, None, "")
    assert one(day="", time="").day is None


def test_a_zone_is_asked_for_where_nobody_says_one():
    with pytest.raises(NothingToRead, match="--zone"):
        reading_of(ROW, zone="")
    assert len(reading_of(ROW | {"day": None, "time": None}, zone="").entries) == 1


@pytest.mark.parametrize(
    ("changes", "published"),
    [
        ({"attendance_option": "inactive"}, False),
        ({"archived": True}, False),
        ({"published": 0}, False),
        ({"types": ["TC"]}, False),
        ({"types": ["TC"], "conference_url": "https://zoom.example/1"}, True),
        ({"types": ["O", "NA"]}, False),
        ({"published": None}, True),
    ],
)
def test_what_does_not_meet_now_stays_out(changes, published):
    assert one(**changes).published is published


def test_online_in_a_room_or_both():
    link = {"conference_url": "https://zoom.example/1"}
    both = one(**link)
    assert (both.online, both.in_room) == (True, True)
    rough = one(address="", formatted_address="Anytown, CA, USA", approximate="yes", **link)
    assert (rough.online, rough.in_room) == (True, False)
    assert (one(attendance_option="online").in_room, one().online) == (False, False)
    assert one(conference_phone="000-000-0000,,123").phone == ""
    assert one(conference_phone="+1-669-900-9128,,1#").phone == "+1-669-900-9128,,1#"
    assert one(conference_url="javascript:alert(1)").link == ""


@pytest.mark.parametrize(
    ("written", "street", "town", "region", "nation", "postcode"),
    [
        ("4953 W Addison St, Chicago, IL 60641, USA", "4953 W Addison St", "Chicago", "IL", "USA", "60641"),
        ("8318 104 St, Banff, Alberta, T6E 4E8, Canada", "8318 104 St", "Banff", "Alberta", "Canada",
         "T6E 4E8"),
        ("10213 40th Ave SW, Seattle, WA 98146", "10213 40th Ave SW", "Seattle", "WA", "", "98146"),
        ("Chicago, IL, USA", "", "Chicago", "IL", "USA", ""),
        ("Illinois, USA", "", "", "Illinois", "USA", ""),
        ("London, UK", "", "London", "", "UK", ""),
        ("United States", "", "", "", "United States", ""),
        ("1 High St, Lewes BN7 1AA, UK", "1 High St, Lewes BN7 1AA", "", "", "UK", ""),
        ("behind the church", "behind the church", "", "", "", ""),
        ("", "", "", "", "", ""),
    ],
)  # fmt: skip
def test_addresses_in_one_line(written, street, town, region, nation, postcode):
    found = address_in(written)
    assert (found.street, found.town, found.region, found.nation, found.postcode) == (
        street, town, region, nation, postcode,
    )  # fmt: skip


def test_a_county_is_no_town():
    assert address_in("Sussex County, DE, USA").county == "Sussex County"


def test_regions_that_say_more_than_the_address():
    assert one(region="Mission District").section == "Mission District"
    assert one(region="ANYTOWN").section == ""
    assert one(regions=["California", "Bay", "Wicker Park"]).neighbourhood == "Wicker Park"
    assert one(region="United States", sub_region="Anytown, CA").section == ""
    assert one(regions="Illinois > Chicago > Loop").neighbourhood == "Loop"


def test_a_slug_shared_by_the_times_of_one_group():
    entries = reading_of(ROW, ROW | {"day": 2}, ROW | {"day": 2}).entries
    assert [entry.source_id for entry in entries] == [
        "sunday-serenity-14@0-18:00:00",
        "sunday-serenity-14@2-18:00:00",
    ]


def test_a_feed_without_any_slugs_is_told_apart_by_what_it_says():
    rows = [
        {key: value for key, value in ROW.items() if key != "slug"} | {"day": day} for day in (1, 2)
    ]
    first, second = reading_of(*rows).entries, reading_of(*reversed(rows)).entries
    assert {entry.source_id for entry in first} == {entry.source_id for entry in second}
    assert len({entry.source_id for entry in first}) == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "  "}, "no name"),
        ({"name": 7.5, "day": "x"}, "the day “x”"),
        ({"slug": None}, "no id of its own"),
        ({"slug": ["a"]}, "something other than text"),
        ({"day": 9}, "the day “9”"),
        ({"day": [1, 9]}, "the day “9”"),
        ({"time": "25:00"}, "25:00"),
        ({"time": 1900}, "1900"),
        ({"time": None}, "a day and no time"),
        ({"day": None}, "a time and no day"),
        ({"timezone": "EST"}, "time zone “EST”"),
        ({"city": ["x"]}, "city"),
        ({"types": {"a": 1}}, "types"),
    ],
)
def test_each_trouble_has_its_sentence(changes, said):
    assert said in refused(**changes)
