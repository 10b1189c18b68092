"""AS-02: a chair is set out, someone is named, and those who sit there are asked in private."""

import pytest
import time_machine

from openchair.circles import actions
from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest
from tests.naming import (
    DAY,
    HOUR,
    LETTER,
    LINE,
    answers,
    due,
    letter_of,
    names,
    reads,
    row_of,
    settled,
    table,
)

ASK_AROUND = "Not everyone has answered yet; you may ask around."
PRESSED = ("Chiara", "Dev", "Lin")


@pytest.fixture
def naming(scene: Scene) -> str:
    """Ama has left word, Els does not answer; Chiara set out a chair, and Bert named Jonas."""
    assert Guest(scene.people["Ama"]).fill(f"{table(scene)}ahead/", ready="yes").status_code == 302
    assert Guest(scene.people["Chiara"]).fill(f"{table(scene)}chairs/").status_code == 302
    return names(scene, "Bert", "Jonas")


def test_as_02_a_chair_stands_at_once(scene: Scene, naming: str) -> None:
    for who in ("Els", "Noor"):
        page = Guest(scene.people[who]).get(table(scene)).text
        assert page.count("A chair is set out: for anyone who needs it.") == 2  # Dev's, and hers


def test_as_02_each_seated_person_reads_the_name_and_the_line(scene: Scene, naming: str) -> None:
    for who in ("Ama", "Chiara", "Dev", "Els", "Lin"):
        page = Guest(scene.people[who]).get(naming).text
        assert "Jonas" in page
        assert LINE in page
        assert LETTER not in page
    assert Guest(scene.people["Noor"]).get(naming).status_code == 404


def test_as_02_whoever_left_word_is_asked_to_press_nothing(scene: Scene, naming: str) -> None:
    assert "Jonas" not in Guest(scene.people["Ama"]).get("/today/").text
    assert "Nothing needs pressing." in Guest(scene.people["Ama"]).get(naming).text


def test_as_02_silence_never_becomes_a_yes(scene: Scene, naming: str) -> None:
    answers(scene, naming, *PRESSED)
    two_days = row_of(naming).ask_around_at
    for after in (two_days, two_days + 60 * DAY):
        actions.settle_namings(after)
        page = reads(scene, "Bert", naming, after).text
        assert ASK_AROUND in page
        for name in ("Els", "Ama", *PRESSED):
            assert name not in page
    assert row_of(naming).state == "asking"
    assert (
        letter_of(naming).token
        not in reads(scene, "Bert", f"/letters/{letter_of(naming).pk}/", two_days).text
    )


def test_as_02_nothing_more_is_sent_to_who_has_not_answered(scene: Scene, naming: str) -> None:
    answers(scene, naming, *PRESSED)
    actions.settle_namings(row_of(naming).ask_around_at + 10 * DAY)
    with acting_for_the_house("tests"):
        sent = Letter.objects.filter(about=row_of(naming).pk, to=scene.people["Els"])
        assert sent.count() == 1


def test_as_02_the_last_yes_brings_the_letter_half_a_day_later_or_more(
    scene: Scene, naming: str
) -> None:
    answers(scene, naming, *PRESSED)
    with time_machine.travel(scene.at + 4 * DAY, tick=False):
        answers(scene, naming, "Els")
        assert 12 * HOUR <= due(naming) - (scene.at + 4 * DAY) <= 24 * HOUR
    at = settled(naming)
    assert "There is an answer about Jonas." in reads(scene, "Bert", "/today/", at).text
    assert "Your letter is ready." in reads(scene, "Bert", naming, at).text
    with time_machine.travel(at, tick=False):
        link = f"/i/{letter_of(naming).token}/"
        assert LETTER in Guest().get(link).text
        jonas = Guest()
        arrived = jonas.fill(f"{link}arriving/", name="Jonas", adult="yes", agreement="yes")
        assert jonas.get(arrived["Location"]).status_code == 200
        today = Guest(scene.people["Bert"]).get("/today/").text
        assert "Jonas said yes, and is visiting your table." in today


def test_as_02_whoever_rests_is_heard_by_the_word_they_left(scene: Scene) -> None:
    bert = Guest(scene.people["Bert"])
    assert bert.fill(f"{table(scene)}ahead/", while_resting="ready").status_code == 302
    naming = names(scene, "Ama", "Jonas")
    assert "Jonas" not in bert.get("/today/").text
    answers(scene, naming, "Chiara", "Dev", "Els", "Lin")
    assert "Your letter is ready." in reads(scene, "Ama", naming, settled(naming)).text
