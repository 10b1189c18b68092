"""One's own list of whom one never sits with: on the page, and what it does."""

import pytest

from openchair.circles import actions as circles
from openchair.circles.models import NeverWith
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.testing.scenes import Scene
from tests.guest import Guest

PAGE, LIST = "/mine/apart/", "/mine/apart/never/"


def test_a_name_and_an_address_are_written_down_once(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    for _time in range(2):
        answer = ama.fill(PAGE, LIST, name="Old Piet", email="piet@example.net")
        assert answer["Location"] == PAGE
    page = ama.get(PAGE).text
    assert page.count("Old Piet") == 1
    assert "piet@example.net" not in page
    assert "Old Piet" not in Guest(scene.people["Els"]).get(PAGE).text


def test_the_address_lies_nowhere(scene: Scene) -> None:
    Guest(scene.people["Ama"]).fill(PAGE, LIST, email="piet@example.net")
    with acting_for_the_house("laying a scene"):
        row = NeverWith.objects.get()
    assert row.name == ""
    assert "piet" not in repr(vars(row))
    assert "Someone whose address you wrote down" in Guest(scene.people["Ama"]).get(PAGE).text


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Write a name, or an address, or both."),
        ({"name": "n" * 61}, "Up to 60 letters fit."),
        ({"name": "Piet", "email": "piet"}, "Piet"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_kept(
    scene: Scene, said: dict[str, str], sentence: str
) -> None:
    answer = Guest(scene.people["Ama"]).fill(PAGE, LIST, **said)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert all(words in answer.text for words in said.values())


def test_taking_someone_off_and_nobody_else_s(scene: Scene) -> None:
    ama, els = Guest(scene.people["Ama"]), Guest(scene.people["Els"])
    ama.fill(PAGE, LIST, name="Old Piet")
    with acting_for_the_house("laying a scene"):
        row = NeverWith.objects.get()
    once = els.form("/tables/start/").fields["once"]
    assert els.post(f"{LIST}{row.pk}/off/", once=once).status_code == 404
    assert ama.press(PAGE, f"{LIST}{row.pk}/off/").status_code == 302
    assert "Old Piet" not in ama.get(PAGE).text


def test_it_keeps_them_from_a_shared_table(scene: Scene) -> None:
    Guest(scene.people["Ama"]).fill(PAGE, LIST, email="OMAR@example.org")
    letter = scene.letter_of("Lin", "Tuesday")
    with pytest.raises(Refusal, match="no longer open"):
        circles.accept(scene.people["Omar"], letter.token, at=scene.at)
