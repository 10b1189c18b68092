import json
from datetime import time

import pytest

from openchair.pathways.reading.entry import Access, Kind
from openchair.pathways.reading.reader import read
from openchair.pathways.reading.trouble import NothingToRead

ROW = {
    "id_bigint": "82",
    "weekday_tinyint": "3",
    "start_time": "19:30:00",
    "duration_time": "01:30:00",
    "formats": "B,ES,WC",
    "format_shared_id_list": "1,9,33",
    "lang_enum": "en",
    "published": "1",
    "meeting_name": "The Ties That Bind Us",
    "location_municipality": "New York",
    "location_street": "1 Some Street",
}


def one(**changes):
    reading = read(json.dumps([ROW | changes]).encode(), zone="America/New_York")
    assert not reading.refused, reading.refused[0].sentence
    return reading.entries[0]


def refused(**changes):
    reading = read(
        json.dumps([ROW | changes, ROW | {"id_bigint": "1"}]).encode(), zone="America/New_York"
    )
    assert len(reading.entries) == 1
    return reading.refused[0].sentence


def test_all_real_meetings_are_read(bmlt_export, bmlt_formats):
    reading = read(bmlt_export, zone="America/New_York", formats=bmlt_formats)
    assert (reading.kind, reading.rows, len(reading.entries)) == (Kind.BMLT, 779, 779)
    assert len(reading.published) == 757
    assert reading.refused == []


@pytest.mark.parametrize("with_formats", [True, False])
def test_the_three_questions_have_their_answers(
    bmlt_export, bmlt_formats, shared_data, with_formats
):
    formats = bmlt_formats if with_formats else None
    found = read(bmlt_export, zone="America/New_York", formats=formats).published
    questions = json.loads((shared_data / "bmlt" / "questions.json").read_text())["questions"]
    bronx = [
        entry.source_id
        for entry in found
        if entry.start
        and entry.day == 2
        and time(18) <= entry.start < time(21)
        and entry.county == "Bronx"
    ]
    spanish = [entry.source_id for entry in found if "es" in entry.languages]
    kings = [
        entry.source_id
        for entry in found
        if entry.day in (0, 6)
        and entry.start
        and entry.start < time(12)
        and entry.county == "Kings"
        and entry.wheelchair == Access.YES
    ]
    assert [sorted(bronx), sorted(spanish), kings] == [sorted(one["ids"]) for one in questions]


def test_codes_keep_their_published_words(bmlt_export, bmlt_formats):
    marks = read(bmlt_export, zone="America/New_York", formats=bmlt_formats).marks
    assert marks["WC"].words["en"] == ("Wheelchair", "This meeting is wheelchair accessible.")
    assert marks["WC"].words["es"][0] == "Silla de Ruedas"


def test_codes_are_known_by_their_number_in_any_language(bmlt_formats):
    row = ROW | {"formats": "K,RL", "format_shared_id_list": "32,33", "lang_enum": "sv"}
    entry = read(json.dumps([row]).encode(), zone="UTC", formats=bmlt_formats).entries[0]
    assert entry.needs == ("women", "wheelchair")
    assert entry.marks == ("W", "WC")


def test_several_languages_in_one_code(bmlt_formats):
    row = ROW | {"formats": "L/R", "format_shared_id_list": "49"}
    entry = read(json.dumps([row]).encode(), zone="UTC", formats=bmlt_formats).entries[0]
    assert entry.languages == ("lt", "ru")


def test_formats_may_lie_in_the_same_answer(bmlt_formats):
    answer = {"meetings": [ROW], "formats": json.loads(bmlt_formats)}
    reading = read(json.dumps(answer).encode(), zone="UTC")
    assert reading.marks["B"].words["fr"][0] == "Débutants"


def test_formats_that_cannot_be_read_are_passed_over():
    formats = [
        None,
        {"key_string": ["x"]},
        {"key_string": ""},
        {"key_string": "WC", "name_string": "Silla"},
    ]
    row = ROW | {"formats": "WC,??", "format_shared_id_list": ""}
    entry = read(
        json.dumps([row]).encode(), zone="UTC", formats=json.dumps(formats).encode()
    ).entries[0]
    assert entry.marks == ("WC", "??")


def test_a_missing_mark_means_unknown():
    assert one(formats="", format_shared_id_list="").wheelchair == Access.UNKNOWN
    assert one().wheelchair == Access.YES


def test_a_mark_that_says_no_means_no():
    formats = [
        {"key_string": "NW", "name_string": "Not wheelchair accessible", "id": "70", "lang": "en"}
    ]
    row = ROW | {"formats": "NW", "format_shared_id_list": "70"}
    entry = read(
        json.dumps([row]).encode(), zone="UTC", formats=json.dumps(formats).encode()
    ).entries[0]
    assert entry.wheelchair == Access.NO


def test_the_row_s_own_zone_comes_first():
    assert one(time_zone="Europe/Dublin").zone == "Europe/Dublin"
    assert one(time_zone="").zone == "America/New_York"


def test_without_any_zone_nothing_is_read():
    with pytest.raises(NothingToRead, match="--zone"):
        read(json.dumps([ROW]).encode())


def test_online_and_hybrid_meetings():
    link = {"virtual_meeting_link": "https://meet.example.org/1"}
    virtual = one(venue_type="2", location_street="", **link)
    assert (virtual.online, virtual.in_room, virtual.link) == (
        True,
        False,
        link["virtual_meeting_link"],
    )
    hybrid = one(venue_type=3, **link)
    assert (hybrid.online, hybrid.in_room) == (True, True)
    assert one(formats="VM", format_shared_id_list="54", **link).in_room is False
    assert one(phone_meeting_number="000-000-0000").phone == ""


def test_a_room_that_is_closed_for_now_is_not_shown():
    assert one(formats="TC", format_shared_id_list="55").published is False
    assert one(formats="TC,VM", format_shared_id_list="55,54").published is True


@pytest.mark.parametrize("said", ["0", 0, False, "false"])
def test_what_is_unpublished_there_stays_out(said):
    assert one(published=said, start_time="broken").published is False


@pytest.mark.parametrize("said", ["maybe", None, "", "2", []])
def test_nothing_is_published_by_mistake(said):
    assert "published" in refused(published=said)


def test_ids_of_several_servers_stay_apart():
    rows = [ROW | {"root_server_id": 1}, ROW | {"root_server_id": 2}]
    reading = read(json.dumps(rows).encode(), zone="UTC")
    assert [entry.source_id for entry in reading.entries] == ["1/82", "2/82"]


def test_the_sentence_names_row_meeting_and_what_to_write():
    assert refused(start_time="25:00:00") == (
        "Row 1, “The Ties That Bind Us”: the start time “25:00:00” cannot be read, so this entry was "
        "left out. Write it as hours and minutes, like 19:30."
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"meeting_name": ""}, "no name"),
        ({"meeting_name": None}, "no name"),
        ({"meeting_name": ["a"]}, "something other than text"),
        ({"meeting_name": "x" * 300}, "longer than 255"),
        ({"weekday_tinyint": "9"}, "the day “9”"),
        ({"weekday_tinyint": None}, "on which day"),
        ({"start_time": None}, "when it starts"),
        ({"time_zone": "Nowhere/Land"}, "time zone"),
        ({"id_bigint": ""}, "no id of its own"),
        ({"location_municipality": {"a": 1}}, "location_municipality"),
        ({"comments": "x" * 6000}, "longer than 5000"),
    ],
)
def test_each_trouble_has_its_sentence(changes, said):
    assert said in refused(**changes)


def test_small_troubles_cost_only_themselves():
    assert one(duration_time="99:99:99").minutes is None
    assert one(train_lines="Train Lines#@-@#Tren M", bus_lines="").notes == "Tren M"
    assert one(location_neighborhood="Enter  Neighborhood (Not Borough)").neighbourhood == ""
    assert one(meeting_name="Men&#8217;s &amp;amp; Women").name == "Men’s & Women"
    assert one(location_postal_code_1=10467).postcode == "10467"
    assert one(comments="a\r\nb").notes == "a\nb"
    assert one(location_nation="N/A").nation == ""


def test_the_same_id_twice():
    rows = [ROW, ROW, ROW | {"start_time": "20:00:00"}]
    reading = read(json.dumps(rows).encode(), zone="UTC")
    assert len(reading.entries) == 1
    assert "the same as row 1" in reading.refused[0].sentence
    assert "says something else" in reading.refused[1].sentence
