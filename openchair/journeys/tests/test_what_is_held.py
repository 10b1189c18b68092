"""What this house holds on one: read by oneself alone, everything in plain words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.journeys import keeping
from openchair.journeys.words.holding import KINDS, held_on
from openchair.testing.scenes import STANDING, Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db

MINE, MOST, MINUTE = "/mine/words/", 66, timedelta(minutes=1)
RAIN = "It is raining and he would have liked it"
TEA = "Come and sit, I have tea."


def test_every_section_of_every_room_is_said_in_plain_words(scene: Scene) -> None:
    """A new section fails here until somebody says what it is."""
    held = keeping.export(scene.people["Ama"])
    sections = {section for room, rows in held.items() if room != "journeys" for section in rows}
    assert sections == {section for kind in KINDS for section in kind.said}


@pytest.mark.parametrize("name", STANDING)
def test_everybody_reads_what_is_held(scene: Scene, name: str) -> None:
    page = Guest(scene.people[name]).get(MINE)
    assert page.status_code == 200
    for part in held_on(scene.people[name]):
        assert part.title in page.text


def test_what_is_not_there_is_not_said(scene: Scene) -> None:
    titles = {part.title for part in held_on(scene.people["Omar"])}
    assert "What you do for this house" not in titles
    assert "What you do for this house" in {p.title for p in held_on(scene.people["Ralf"])}


def test_own_words_by_table_and_nobody_else_s(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    at_table = f"{MINE}tables/{scene.tables['Tuesday'].pk}/"
    assert at_table in ama.get(MINE).text
    said = ama.get(at_table).text
    assert RAIN in said
    assert TEA in said
    assert "The towel" not in said
    assert RAIN not in Guest(scene.people["Dev"]).get(at_table).text


@pytest.mark.parametrize("before", ["2026-03-03T00:00:00%2B00:00", "2027-01-01T00:00:00%2B00:00"])
def test_earlier_words_stand_on_the_page_before(scene: Scene, before: str) -> None:
    at_table = f"{MINE}tables/{scene.tables['Tuesday'].pk}/?before={before}"
    page = Guest(scene.people["Ama"]).get(at_table)
    assert page.status_code == 200
    assert (RAIN in page.text) == before.startswith("2027")


@pytest.mark.parametrize("before", ["yesterday", "2026-13-01T00:00", "2026-03-03T00:00:00", "%00"])
def test_a_moment_that_is_none_is_not_there(scene: Scene, before: str) -> None:
    guest = Guest(scene.people["Ama"])
    for page in (f"{MINE}tables/{scene.tables['Tuesday'].pk}/", f"{MINE}private/"):
        assert guest.get(f"{page}?before={before}").status_code == 404


def test_to_whoever_said_nothing_there_there_is_nothing(scene: Scene) -> None:
    for name in ("Ralf", "Ines"):
        guest = Guest(scene.people[name])
        for end in ("", "erasing/"):
            page = f"{MINE}tables/{scene.tables['Tuesday'].pk}/{end}"
            assert guest.get(page).status_code == 404
        once = guest.form("/mine/").fields["once"]
        assert guest.post(page, once=once).status_code == 404


@pytest.mark.parametrize("page", [MINE, f"{MINE}private/", f"{MINE}copy/", f"{MINE}passages/"])
def test_a_visitor_is_asked_to_sign_in(scene: Scene, page: str) -> None:
    assert Guest().get(page).status_code == 302
    assert Guest().get(f"{MINE}everything/").status_code == 302


def test_the_page_asks_no_more_of_many_words_than_of_few(scene: Scene) -> None:
    ama, asked = Guest(scene.people["Ama"]), list[int]()
    for _few_and_many in range(2):
        ama.get(MINE)
        with CaptureQueriesContext(connection) as queries:
            ama.get(MINE)
        asked.append(len(queries))
        for number in range(20):
            scene.say(f"line {number}", "Ama", "Tuesday", "Well.", ago=MINUTE)
    assert asked[0] == asked[1] <= MOST
