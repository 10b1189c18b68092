"""AS-09: Ama only needed to say it. Bert can press "I see you" and nothing else."""

import pytest

from openchair.delivery.models import Letter
from openchair.sharing.models import Share
from openchair.testing.scenes import Scene
from tests.guest import Guest

WORDS = "It is raining and he would have liked it"
REFUSED = "What would help here is nothing"


@pytest.fixture
def rain(scene: Scene) -> Share:
    """Her words, the only ones of the last two days that ask for nothing."""
    return scene.words["rain"]


def actions_under(guest: Guest, scene: Scene, share: Share) -> set[str]:
    page = f"/tables/{scene.tables['Tuesday'].pk}/"
    return {form.action for form in guest.forms(page) if str(share.pk) in form.action}


def test_as_09_bert_can_see_her_and_nothing_else(scene: Scene, rain: Share) -> None:
    bert = Guest(scene.people["Bert"])
    assert actions_under(bert, scene, rain) == {f"/words/{rain.pk}/seen/"}


def test_as_09_her_page_names_who_saw_it(scene: Scene, rain: Share) -> None:
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    Guest(scene.people["Bert"]).press(table, f"/words/{rain.pk}/seen/")
    assert "Bert sees you." in Guest(scene.people["Ama"]).get(table).text
    assert "Bert sees you." not in Guest(scene.people["Els"]).get(table).text


def test_as_09_an_answer_sent_by_hand_is_refused_and_its_words_given_back(
    scene: Scene, rain: Share
) -> None:
    bert = Guest(scene.people["Bert"])
    once = bert.form(f"/tables/{scene.tables['Tuesday'].pk}/").fields
    answer = bert.post(f"/words/{rain.pk}/answers/", words="Have you tried tea?", once=once["once"])
    assert answer.status_code == 409
    assert REFUSED in answer.text
    assert "Have you tried tea?" in answer.text
    assert "Have you tried tea?" not in Guest(scene.people["Ama"]).get("/today/").text


def test_as_09_nothing_asks_ama_for_more(scene: Scene, rain: Share) -> None:
    ama = Guest(scene.people["Ama"])
    assert actions_under(ama, scene, rain) == {f"/words/{rain.pk}/taking-back/"}
    assert WORDS in ama.get(f"/tables/{scene.tables['Tuesday'].pk}/").text


def test_as_09_nobody_is_called_because_nobody_answered(scene: Scene, rain: Share) -> None:
    for name in ("Bert", "Chiara", "Dev", "Els", "Lin"):
        viewer = scene.people[name]
        assert not Letter.objects.for_viewer(viewer).filter(about=rain.pk).exists()
