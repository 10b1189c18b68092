"""AS-06: Jonas visits the Illness table, speaks and is answered, and the next day says "Not for me"."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db.models import TextChoices

from openchair.circles import actions as circles
from openchair.circles.cloths import Cloth
from openchair.circles.models import CircleKind, CircleState, Seat
from openchair.journeys.leaving import close_doors
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest

DAY = timedelta(days=1)
BEFORE, AFTER = "The results came back.", "I still get up at six."
HELLO, ANSWER = "Hello, I am new at this.", "So were we all. Tea?"
GONE_ON = "Jonas visited and has gone on."


class Said(TextChoices):
    SIT_DOWN = "sit-down"
    NOT_FOR_ME = "not-for-me"


@pytest.fixture
def illness(scene: Scene) -> str:
    """Ama, Lin and Els sit there; Lin has a letter to pass on, to which nobody had anything to say."""
    circle = circles.gather(
        scene.people["Ama"],
        name="Illness table",
        purpose="For living with a long illness.",
        kind=CircleKind.ILLNESS,
        cloth=Cloth.PLUM,
        state=CircleState.GATHERING,
        at=scene.at - 9 * DAY,
    )
    scene.tables["Illness"] = circle
    for name in ("Lin", "Els"):
        scene.sit("Illness", name, 8)
    scene.say("before", "Ama", "Illness", BEFORE, ago=timedelta(hours=1))
    return f"/tables/{circle.pk}/"


def arrive(scene: Scene) -> Guest:
    jonas = Guest(csrf=True)
    letter = scene.letter_of("Lin", "Illness")
    said = {"name": "Jonas", "adult": "yes", "agreement": "yes"}
    assert jonas.fill(f"/i/{letter.token}/arriving/", **said).status_code == 302
    return jonas


def speak_and_be_answered(ama: Guest, jonas: Guest, table: str) -> str:
    """The address of the answer's form is where the words of Jonas lie."""
    assert jonas.fill(table, words=HELLO).status_code == 302
    found = re.search(rf'id="said-([0-9a-f-]+)".*?{HELLO}', ama.get(table).text, re.DOTALL)
    assert found
    under = f"/words/{found[1]}/answers/"
    assert ama.fill(table, under, words=ANSWER).status_code == 302
    return under


def say_about_the_visit(guest: Guest, table: str, said: Said) -> None:
    assert guest.fill(table, f"{table}visit/", answer=said).status_code == 302


def test_as_06_from_the_first_minute_he_speaks_and_is_answered(scene: Scene, illness: str) -> None:
    jonas, ama = arrive(scene), Guest(scene.people["Ama"])
    speak_and_be_answered(ama, jonas, illness)
    page = jonas.get(illness).text
    assert ANSWER in page
    assert BEFORE not in page  # he sees what is said from his visit on
    assert "Jonas (visiting)" in ama.get(illness).text


def test_as_06_not_for_me_opens_the_seat_and_asks_nothing(scene: Scene, illness: str) -> None:
    jonas, ama = arrive(scene), Guest(scene.people["Ama"])
    speak_and_be_answered(ama, jonas, illness)
    with time_machine.travel(scene.at + DAY):
        say_about_the_visit(jonas, illness, Said.NOT_FOR_ME)
        page = ama.get(illness).text
        assert GONE_ON in page
        assert "Jonas (visiting)" not in page
        assert jonas.get(f"{illness}agreement/").status_code == 404
        assert "Its door is open until" in jonas.get("/today/").text
        assert "why" not in jonas.get(f"{illness}return/").text.lower()


def test_as_06_nothing_is_kept_but_his_own_words(scene: Scene, illness: str) -> None:
    jonas, ama = arrive(scene), Guest(scene.people["Ama"])
    speak_and_be_answered(ama, jonas, illness)
    say_about_the_visit(jonas, illness, Said.NOT_FOR_ME)
    close_doors(scene.at + 8 * DAY)
    page = ama.get(illness).text
    assert "Jonas" not in page
    assert HELLO in page  # as said by someone who sat here
    assert "Illness table" not in jonas.get("/today/").text
    assert HELLO in jonas.get(f"/mine/words/tables/{scene.tables['Illness'].pk}/").text


def test_as_06_he_can_be_invited_again(scene: Scene, illness: str) -> None:
    jonas = arrive(scene)
    say_about_the_visit(jonas, illness, Said.NOT_FOR_ME)
    letter = scene.letter_of("Ama", "Illness")
    assert jonas.fill(f"/i/{letter.token}/arriving/").status_code == 302
    page = jonas.get(illness).text
    assert "Not for me" in page
    assert GONE_ON not in Guest(scene.people["Ama"]).get(illness).text
    with acting_for_the_house("laying a scene"):
        assert Seat.objects.filter(circle=scene.tables["Illness"]).count() == 4


def test_as_06_or_he_sits_down_and_nobody_was_asked(scene: Scene, illness: str) -> None:
    jonas = arrive(scene)
    say_about_the_visit(jonas, illness, Said.SIT_DOWN)
    assert "Not for me" not in jonas.get(illness).text
    assert "I walk beside Jonas" in Guest(scene.people["Els"]).get(illness).text
