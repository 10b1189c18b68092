import json

import pytest

from openchair.pathways.reading.reader import read
from openchair.pathways.reading.rows import Damaged, rows_of
from openchair.pathways.reading.trouble import NothingToRead

ROW = {"slug": "one", "name": "One", "day": 1, "time": "19:00", "timezone": "Europe/Paris"}
TWO = [ROW, ROW | {"slug": "two", "name": "Zwei Öfen"}]


def names(content: bytes) -> list[str]:
    return [entry.name for entry in read(content).entries]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_any_unicode_encoding(encoding):
    assert names(json.dumps(TWO, ensure_ascii=False).encode(encoding)) == ["One", "Zwei Öfen"]


@pytest.mark.parametrize(
    "wrapped",
    [
        TWO,
        {"meetings": TWO},
        {"data": TWO, "status": "ok"},
        {"records": [{"id": "rec1", "fields": row} for row in TWO]},
        {"7": TWO[0], "9": TWO[1]},
        {"values": [["Name", "ID", "Day", "Time", "Timezone"]]
            + [[row["name"], row["slug"], "Monday", "7:00 PM", row["timezone"]] for row in TWO]},
        json.dumps(TWO),
    ],
)  # fmt: skip
def test_rows_are_found_in_whatever_is_around_them(wrapped):
    assert names(json.dumps(wrapped).encode()) == ["One", "Zwei Öfen"]


def test_one_object_on_each_line():
    assert names("\n".join(map(json.dumps, TWO)).encode()) == ["One", "Zwei Öfen"]


def test_commas_too_many_as_in_the_specification():
    text = '[{"slug": "a", "name": "A, ]", "day": 0, "time": "18:00", "timezone": "UTC",},]'
    assert names(text.encode()) == ["A, ]"]


def test_words_after_the_list_are_passed_over():
    assert names(json.dumps(TWO).encode() + b"\n\n  invalid text") == ["One", "Zwei Öfen"]


def test_a_file_that_breaks_off_keeps_its_whole_rows():
    reading = read(json.dumps(TWO, indent=1).encode()[:-40])
    assert [entry.name for entry in reading.entries] == ["One"]
    assert [refused.row for refused in reading.refused] == [2]
    assert "damaged" in reading.refused[0].sentence


def test_a_damaged_row_takes_no_other_with_it():
    rows = [json.dumps(ROW | {"slug": str(number), "name": f"N{number}"}) for number in range(6)]
    rows[1] = rows[1].replace('"name": "N1', '"name": N1')
    rows[3] = rows[3].replace('"19:00"', '"19:00')
    rows[4] = "{]"
    reading = read(("[" + ",\n".join(rows) + "]").encode())
    assert [entry.name for entry in reading.entries] == ["N0", "N2", "N5"]
    assert len(reading.refused) == 3


def test_bytes_that_are_no_letters_lose_only_their_row():
    good, bad = json.dumps(ROW).encode(), json.dumps(TWO[1], ensure_ascii=False).encode("latin-1")
    reading = read(b"[" + good + b"," + bad + b"]")
    assert [entry.name for entry in reading.entries] == ["One"]
    assert "UTF-8" in reading.refused[0].sentence
    assert reading.refused[0].source_id == "two"


def test_half_a_character_loses_only_its_row():
    reading = read(
        b"[" + json.dumps(ROW).encode() + rb',{"slug":"x","name":"\ud800","day":1,"time":"10:00"}]'
    )
    assert [entry.name for entry in reading.entries] == ["One"]
    assert len(reading.refused) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"hello", "not JSON"),
        (b"<html><body>404</body></html>", "web page"),
        (b"PK\x03\x04rest", "packed file"),
        (b"%PDF-1.7", "PDF"),
        (b"name,day,time\nA,1,19:00", "not JSON"),
        (b"[]", "no entries"),
        (b"{}", "neither"),
        (b"42", "no list"),
        (b'"words"', "no list"),
        (b"null", "no list"),
        (b'[{"a": 1}, {"a": 2}]', "neither"),
        (b'[{"key_string": "B", "name_string": "Beginners"}]', "--formats"),
        (b"[" * 100_000, "not JSON"),
        (b'{"meetings": []}', "neither"),
        (b"[" + b"1" * 5000 + b"]", "not JSON"),
    ],
)  # fmt: skip
def test_what_is_no_directory_is_said_in_a_sentence(content, said):
    with pytest.raises(NothingToRead, match=said):
        read(content, zone="UTC")


def test_groups_are_not_meetings(shared_data):
    fixtures = shared_data / "meeting-guide" / "central-query" / "cypress" / "fixtures"
    for name in ("groups.json", "type.json"):
        with pytest.raises(NothingToRead, match="neither"):
            read((fixtures / name).read_bytes(), zone="UTC")


def test_rows_keep_their_numbers():
    found = rows_of(b'[{"a": 1}, {"b": }, {"c": 3}]')
    assert found.rows[0] == {"a": 1}
    assert isinstance(found.rows[1], Damaged)
    assert found.rows[2] == {"c": 3}
