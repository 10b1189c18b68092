"""From an empty database to an open house with two people at its first table."""

import re
from collections.abc import Iterator

import pytest

from openchair.house.models import Duty
from openchair.house.queries import held
from openchair.kernel.guard import acting_for_the_house
from openchair.sharing.models import Share
from tests.first_morning import GREETING, STEPS, an_empty_house, begin, do
from tests.guest import Guest

SENTENCE = "For when the flat is too quiet"


@pytest.fixture
def address(db: None) -> Iterator[str]:
    with an_empty_house() as path:
        yield path


def hand_over(ralf: Guest, page: str, name: str) -> Guest:
    """The address on this page goes to one person, who arrives and says yes."""
    found = re.findall(r"/h/[\w-]+/", ralf.get(page).text)
    someone = Guest(csrf=True)
    said = {"name": name, "shown_as": f"{name}, here for you", "adult": "yes"}
    assert someone.fill(found[0], **said).status_code == 302
    return someone


def test_a_saturday_morning(address: str) -> None:
    ralf = Guest(csrf=True)
    begin(ralf, address)
    for step in STEPS[:3]:
        do(ralf, step)
    ralf.fill("/house/greeting/", **GREETING | {"who": "someone"})
    chiara = hand_over(ralf, "/house/greeting/", "Chiara")
    ralf.press("/house/listener/", "/house/duties/ear/ask/")
    harriet = hand_over(ralf, "/house/listener/", "Harriet")
    for step in STEPS[5:]:
        do(ralf, step)
    assert chiara.get("/today/").status_code == 503
    assert ralf.fill("/house/opening/").status_code == 302
    assert chiara.get("/today/").status_code == 200
    assert all(held()[duty] == 1 for duty in Duty)
    assert GREETING["greeting"] in Guest().get("/").text
    assert "Harriet, here for you" in harriet.get("/safety/").text
    two_sit_down(chiara)


def two_sit_down(chiara: Guest) -> None:
    table = chiara.fill("/tables/start/", name="Ours", sentence=SENTENCE)["Location"]
    letter = re.findall(r"/i/[\w-]+/", chiara.get(table).text)[0]
    joost = Guest(csrf=True)
    arrived = joost.fill(f"{letter}arriving/", name="Joost", adult="yes", agreement="yes")
    assert arrived["Location"] == table
    joost.fill(table, words="Is the kettle on?")
    assert "Is the kettle on?" in chiara.get(table).text
    with acting_for_the_house("tests"):
        assert Share.objects.count() == 1


def test_no_secret_of_the_morning_is_logged(address: str, caplog: pytest.LogCaptureFixture) -> None:
    ralf = Guest()
    begin(ralf, address)
    for step in STEPS[:4]:
        do(ralf, step)
    ralf.press("/house/duties/", "/house/duties/ear/ask/")
    letter = re.findall(r"/h/([\w-]+)/", ralf.get("/house/duties/").text)[0]
    Guest().get(f"/h/{letter}/")
    Guest().post(f"/h/{letter}/")
    said = "\n".join(r.getMessage() for r in caplog.records if r.name.startswith("openchair"))
    assert letter not in said
    assert address.split("/")[2] not in said
