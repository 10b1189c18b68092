"""Leaving with or without one's words; everything taken along; being forgotten in every room."""

import pytest

from openchair.journeys import keeping
from openchair.journeys.rooms import ROOMS
from openchair.people.models import Account
from openchair.testing.scenes import STANDING, Scene
from tests.guest import Guest

RAIN = "It is raining and he would have liked it"
TEA = "Come and sit, I have tea."


@pytest.mark.parametrize(("words_go", "stay"), [("stay", True), ("with-me", False), ("", True)])
def test_leaving_with_or_without_ones_words(scene: Scene, words_go: str, stay: bool) -> None:
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    ama = Guest(scene.people["Ama"])
    answer = ama.fill(f"{table}leaving/", words_go=words_go)
    told = "Your words stay at that table." if stay else "Your words are gone from that table."
    assert f"You have left. {told}" in ama.get(answer["Location"]).text
    assert "You have left." not in ama.get("/today/").text
    page = Guest(scene.people["Dev"]).get(table).text
    assert (RAIN in page, TEA in page) == (stay, stay)


def test_one_takes_along_what_every_room_holds(scene: Scene) -> None:
    held = keeping.export(scene.people["Ama"])
    assert set(held) == {*ROOMS, "journeys"}
    assert RAIN in str(held["sharing"])


@pytest.mark.parametrize("name", STANDING)
def test_whoever_it_is_can_be_forgotten(scene: Scene, name: str) -> None:
    keeping.forget(scene.people[name])
    assert not Account.objects.filter(email=f"{name.lower()}@example.org").exists()
    reader = scene.people["Els" if name == "Dev" else "Dev"]
    assert Guest(reader).get("/today/").status_code == 200
