"""Somebody blocks a person to follow them into a new name."""

from datetime import time

from openchair.people.actions import change_person
from openchair.testing.scenes import Scene
from tests.guest import Guest


def test_whoever_blocks_reads_the_name_of_that_day(scene: Scene) -> None:
    change_person(
        scene.people["Tom"],
        name="Thomasina",
        night_from=time(21),
        night_until=time(8),
        zone="Europe/Brussels",
        theme="",
        keep_drafts=True,
        crisis_panel=True,
    )
    page = Guest(scene.people["Mara"]).get("/mine/apart/").text
    assert "Tom" in page
    assert "Thomasina" not in page
