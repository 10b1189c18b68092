"""Strings that break programs, as names and places of meetings, from file to page."""

import json
from html.parser import HTMLParser

import pytest

from openchair.pathways.reading.reader import read
from openchair.pathways.tests.conftest import list_all


@pytest.fixture
def strings(shared_data):
    found = json.loads((shared_data / "hostile" / "blns" / "blns.json").read_text())
    return [text for text in found if text.strip()]


def rows_named(strings):
    return [
        {
            "slug": f"n{number}",
            "name": text,
            "day": number % 7,
            "time": "10:00",
            "city": text,
            "notes": text,
        }
        for number, text in enumerate(strings)
    ]


def test_each_is_kept_or_refused_and_none_breaks_the_run(strings, bring, steward, visitor):
    content = json.dumps(rows_named(strings)).encode()
    reading = read(content, zone="UTC")
    assert len(reading.entries) + len(reading.refused) == len(strings)
    assert len(reading.entries) > 0.9 * len(strings)
    assert all(refused.sentence.isprintable() for refused in reading.refused)
    brought = bring(content, zone="UTC")
    list_all(steward, brought)
    assert bring(content, zone="UTC").nothing_changed
    for part in range(1, 1 + len(reading.entries) // 30):
        page = visitor.get(f"/meetings/?place=&part={part}")
        assert page.status_code == 200
        _nothing_runs(page.content.decode())
    _nothing_runs(visitor.get("/meetings/places/").content.decode())


class Tags(HTMLParser):
    """Which tags and attributes a browser would see."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = [], set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _value in attrs}


def _nothing_runs(page):
    seen = Tags(page)
    assert (
        set(seen.tags) & {"iframe", "img", "object", "embed", "base", "style", "audio", "video"}
        == set()
    )
    assert seen.tags.count("script") == 1
    assert not [name for name in seen.attributes if name.startswith("on") or name == "style"]


def test_each_opens_on_a_page_of_its_own(strings, bring, steward, visitor):
    brought = bring(json.dumps(rows_named(strings[::9])).encode(), zone="UTC")
    for entry in list_all(steward, brought).values():
        page = visitor.get(f"/meetings/{entry.pk}/")
        assert page.status_code == 200
        _nothing_runs(page.content.decode())


def test_each_may_be_typed_as_a_place(strings, invented, visitor):
    for text in strings[::7]:
        assert (
            visitor.get("/meetings/", {"place": text, "zone": text, "from": text}).status_code
            == 200
        )
