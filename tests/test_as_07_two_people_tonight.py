"""AS-07: Ines starts with one person at 20:00, Yusuf says yes at 20:10, at 20:11 they are talking."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from openchair.circles.models import Circle, Seat
from openchair.testing.scenes import Scene
from tests.guest import Guest

EVENING = datetime(2026, 3, 3, 20, 0, tzinfo=UTC)
SENTENCE = "For when the flat is too quiet"


def minute(minutes: int, *, months: int = 0) -> time_machine.travel:
    return time_machine.travel(EVENING.replace(minute=minutes, month=3 + months), tick=False)


def letter_on(page: str) -> str:
    found = re.search(r"/i/[\w-]+/", page)
    assert found
    return found[0]


def start(ines: Guest) -> str:
    with minute(0):
        answer = ines.fill("/tables/start/", name="The quiet flat", sentence=SENTENCE)
    assert answer.status_code == 302
    return str(answer["Location"])


def arrive(link: str) -> Guest:
    yusuf = Guest(csrf=True)
    with minute(10):
        assert SENTENCE in yusuf.get(link).text
        answer = yusuf.fill(f"{link}arriving/", name="Yusuf", adult="yes", agreement="yes")
    assert answer.status_code == 302
    return yusuf


def test_as_07_two_people_are_talking_eleven_minutes_later(scene: Scene) -> None:
    ines = Guest(scene.people["Omar"], csrf=True)
    table = start(ines)
    with minute(5):
        link = letter_on(ines.get(table).text)
    yusuf = arrive(link)
    with minute(11):
        answer = yusuf.fill(table, words="I am here. The kettle is on.")
        assert answer.status_code == 302
        assert "I am here. The kettle is on." in ines.get(table).text
        assert "Yusuf said something to you." in ines.get("/today/").text


def test_as_07_the_four_lines_stand_before_the_yes(scene: Scene) -> None:
    page = Guest().get(f"/i/{scene.letter.token}/arriving/").text if scene.letter else ""
    for line in (
        "What is said here stays here.",
        "Ideas only when they are wanted.",
        "Passing is always fine.",
        "We can each stop at any time.",
    ):
        assert line in page


def test_as_07_six_months_later_nothing_suggests_anyone_else(scene: Scene) -> None:
    ines = Guest(scene.people["Omar"], csrf=True)
    table = start(ines)
    link = letter_on(ines.get(table).text)
    arrive(link)
    with minute(0, months=6):
        pages = [ines.get(path).text for path in (table, "/today/", "/mine/")]
    for page in pages:
        assert "/letters/" not in page
        assert "/chairs/" not in page
    assert "Invite" not in pages[0]


def test_as_07_each_has_a_path_to_the_independent_listener(scene: Scene) -> None:
    for name in ("Ines", "Yusuf"):
        page = Guest(scene.people[name]).get(f"/tables/{scene.tables['Pair'].pk}/").text
        assert 'href="/safety/"' in page
        assert "Harriet listens independently" in Guest(scene.people[name]).get("/safety/").text


def test_as_07_pressing_lay_the_table_twice_lays_one(scene: Scene) -> None:
    omar = scene.people["Omar"]
    ines = Guest(omar, csrf=True)
    form = ines.form("/tables/start/")
    answers = [ines.send(form, name="Ours", sentence=SENTENCE) for _press in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Circle.objects.for_viewer(omar).count() == 1
    assert Seat.objects.for_viewer(omar).count() == 1


@pytest.mark.parametrize("missing", ["name", "sentence"])
def test_as_07_what_is_missing_is_said_and_the_rest_is_kept(scene: Scene, missing: str) -> None:
    said = {"name": "Ours", "sentence": SENTENCE} | {missing: "  "}
    answer = Guest(scene.people["Omar"]).fill("/tables/start/", **said)
    assert answer.status_code == 422
    assert all(words in answer.text for words in said.values())
    assert "field-error" in answer.text
