"""A table is hidden until someone who sits there, or looks after it, shows a card."""

import pytest

from openchair.circles.models import Card, Circle, CircleState
from openchair.circles.queries import cards
from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest

CARD = {
    "shown_to": "visitors",
    "about": "life",
    "name": "Ladders and soup",
    "sentence": "Neighbours who lend each other things.",
    "area": "the north of the town",
    "language": "English",
    "rhythm": "any day",
}


@pytest.fixture(autouse=True)
def hidden(scene: Scene) -> None:
    """As every table begins."""
    with acting_for_the_house("tests"):
        Card.objects.all().delete()
        Letter.objects.all().delete()


def page(scene: Scene, table: str = "Stairwell") -> str:
    return f"/tables/{scene.tables[table].pk}/card/"


def test_a_table_is_hidden_until_someone_there_shows_a_card(scene: Scene) -> None:
    assert "Ladders and soup" not in Guest().get("/").text
    assert Guest(scene.people["Mara"]).fill(page(scene), **CARD).status_code == 302
    front = Guest().get("/").text
    for said in ("name", "sentence", "area", "language", "rhythm"):
        assert CARD[said] in front


def test_a_card_for_the_house_is_seen_with_an_account(scene: Scene) -> None:
    Guest(scene.people["Mara"]).fill(page(scene), **CARD | {"shown_to": "house"})
    assert "Ladders and soup" not in Guest().get("/").text
    assert [shown.card.name for shown in cards(scene.people["Omar"])] == ["Ladders and soup"]


def test_a_card_is_taken_off_again(scene: Scene) -> None:
    mara = Guest(scene.people["Mara"])
    mara.fill(page(scene), **CARD)
    mara.fill(page(scene), shown_to="")
    assert "Ladders and soup" not in Guest().get("/").text
    assert "Ladders and soup" not in mara.get(page(scene)).text


def test_nothing_of_the_table_itself_stands_on_its_card(scene: Scene) -> None:
    Guest(scene.people["Mara"]).fill(page(scene), **CARD)
    front = Guest().get("/").text
    for inside in ("The stairwell", "Neighbours who share lifts", "Mara", "Kim"):
        assert inside not in front


def test_the_others_at_the_table_are_told(scene: Scene) -> None:
    Guest(scene.people["Mara"]).fill(page(scene), **CARD)
    assert "now shows a card" in Guest(scene.people["Lin"]).get("/today/").text
    assert "now shows a card" not in Guest(scene.people["Mara"]).get("/today/").text
    assert "now shows a card" not in Guest(scene.people["Omar"]).get("/today/").text


def test_a_word_changed_on_the_card_tells_nobody(scene: Scene) -> None:
    mara = Guest(scene.people["Mara"])
    mara.fill(page(scene), **CARD)
    with acting_for_the_house("tests"):
        before = Letter.objects.count()
        mara.fill(page(scene), **CARD | {"rhythm": "Sundays"})
        assert Letter.objects.count() == before


def test_pressing_twice_makes_one_card(scene: Scene) -> None:
    mara = Guest(scene.people["Mara"])
    form = mara.form(page(scene))
    assert {mara.send(form, **CARD).status_code for _press in range(2)} == {302, 303}
    with acting_for_the_house("tests"):
        assert Card.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "table", "sentence"),
    [
        ("Els", "Tuesday", "Someone who looks after this table can change its card with you."),
        ("Noor", "Tuesday", "You are visiting this table."),
        ("Ines", "Pair", "A table for two keeps to itself."),
    ],
)
def test_who_may_not_reads_why(scene: Scene, name: str, table: str, sentence: str) -> None:
    answer = Guest(scene.people[name]).post(
        page(scene, table), **CARD, once="6d1a9c2e-0a7e-4f37-8d0e-0f4b8a1b2c3d"
    )
    assert answer.status_code == 409
    assert sentence in answer.text
    assert sentence in Guest(scene.people[name]).get(page(scene, table)).text


def test_who_looks_after_the_table_may(scene: Scene) -> None:
    assert Guest(scene.people["Dev"]).fill(page(scene, "Tuesday"), **CARD).status_code == 302


@pytest.mark.parametrize("name", ["Omar", "Ama", "Ralf"])
def test_for_everybody_else_the_page_is_not_there(scene: Scene, name: str) -> None:
    assert Guest(scene.people[name]).get(page(scene)).status_code == 404


@pytest.mark.parametrize("missing", ["name", "sentence"])
def test_what_is_missing_is_said_and_the_rest_is_kept(scene: Scene, missing: str) -> None:
    answer = Guest(scene.people["Mara"]).fill(page(scene), **CARD | {missing: " "})
    assert answer.status_code == 422
    assert "field-error" in answer.text
    assert CARD["area"] in answer.text


def test_a_closed_table_shows_no_card_to_strangers(scene: Scene) -> None:
    mara = scene.people["Mara"]
    Guest(mara).fill(page(scene), **CARD)
    with acting_for_the_house("tests"):
        Circle.objects.filter(pk=scene.tables["Stairwell"].pk).update(state=CircleState.CLOSED)
    assert cards(scene.people["Omar"]) == []
