"""Chairs of those who left with the door open, the way out on every page, and the way back in."""

from datetime import timedelta

import pytest
import time_machine

from openchair.circles import actions
from openchair.circles.models import OpenChair
from openchair.circles.queries import the_table
from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions as people
from openchair.testing.scenes import Scene
from tests.guest import Guest

DAY = timedelta(days=1)
CHAIR = "The chair of Sam is pushed in, and the door is open."


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def test_who_left_has_a_chair_at_the_table_until_the_door_closes(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    page = ama.get(table(scene)).text
    assert CHAIR in page
    assert "t-leaf" in page
    with time_machine.travel(scene.at + 87 * DAY):
        assert "Sam is pushed in" not in ama.get(table(scene)).text


def test_who_is_kept_apart_is_not_drawn_either(scene: Scene) -> None:
    people.block(scene.people["Ama"], scene.people["Sam"], at=scene.at)
    page = Guest(scene.people["Ama"]).get(table(scene)).text
    assert "Sam" not in page
    assert "t-leaf" not in page


def test_a_chair_that_is_kept_stands_instead(scene: Scene) -> None:
    ama, sam = scene.people["Ama"], scene.seat("Sam", "Tuesday")
    actions.keep_chair(ama, scene.seat("Ama", "Tuesday"), sam, at=scene.at)
    page = Guest(ama).get(table(scene)).text
    assert "A chair is set out: kept for Sam." in page
    assert CHAIR not in page


def test_at_a_full_table_the_sentence_carries_who_is_not_drawn(scene: Scene) -> None:
    with acting_for_the_house("laying a scene"):
        for number in range(3):
            circle = scene.tables["Tuesday"].pk
            OpenChair.objects.create(circle_id=circle, words=f"c{number}", set_out_at=scene.at)
    page = Guest(scene.people["Ama"]).get(table(scene)).text
    assert CHAIR in page
    assert "t-leaf" in page
    with acting_for_the_house("laying a scene"):
        OpenChair.objects.create(circle_id=circle, words="one more", set_out_at=scene.at)
    page = Guest(scene.people["Ama"]).get(table(scene)).text
    assert CHAIR in page
    assert "t-leaf" not in page


@pytest.mark.parametrize(
    "path", ["", "agreement/", "rest/", "chairs/", "card/", "days/2026-03-02/"]
)
def test_every_page_of_a_table_leads_away_from_it(scene: Scene, path: str) -> None:
    page = Guest(scene.people["Ama"]).get(f"{table(scene)}{path}").text
    assert f'href="{table(scene)}leaving/"' in page


def test_to_whoever_left_the_table_is_a_name_and_a_way_back(scene: Scene) -> None:
    sam = Guest(scene.people["Sam"])
    assert sam.get(table(scene))["Location"] == f"{table(scene)}return/"
    page = sam.get(f"{table(scene)}return/").text
    assert "Tuesday table" in page
    for word in ("Ama", "missing someone", "wet towel", scene.tables["Tuesday"].purpose):
        assert word not in page
    assert sam.press(f"{table(scene)}return/", f"{table(scene)}return/").status_code == 302
    assert sam.get(table(scene)).status_code == 200
    assert sam.get(f"{table(scene)}return/")["Location"] == table(scene)


def test_who_left_writes_nothing_there(scene: Scene) -> None:
    sam = Guest(scene.people["Sam"])
    once = sam.form("/tables/start/").fields["once"]
    assert sam.post(table(scene), once=once, words="Hello?").status_code == 404


def test_the_drawing_never_holds_more_than_twelve(scene: Scene) -> None:
    ama = scene.people["Ama"]
    mine = scene.seat("Ama", "Tuesday")
    mine.around, mine.remembered = [mine], [scene.seat("Sam", "Tuesday")]
    assert len(the_table(ama, mine, at=scene.at).places) == 3  # hers, Sam's, and one set out
