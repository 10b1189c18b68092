"""How a name is said, names that are never used, and the one word nobody is called by."""

from typing import Any

import pytest
from django.conf import settings

from openchair.kernel.refusal import Refusal
from openchair.people import actions, policy
from openchair.people.models import Block, NameNotUsed
from openchair.testing.scenes import Scene
from tests.guest import Guest

PAGE = "/mine/name/"


def never(guest: Guest, name: str) -> Any:
    return guest.fill(PAGE, "/mine/name/never/", never=name)


def test_how_a_name_is_said_stands_beside_it_for_who_may_read_the_name(scene: Scene) -> None:
    els, table = Guest(scene.people["Els"]), f"/tables/{scene.tables['Tuesday'].pk}/"
    assert els.fill(PAGE, name_said="ELSS")["Location"] == PAGE
    assert "Els (say ELSS)" in Guest(scene.people["Ama"]).get(table).text
    assert "ELSS" not in els.get(table).text
    assert Guest(scene.people["Mara"]).get(table).status_code == 404
    assert els.fill(PAGE, name_said="x" * 61).status_code == 422
    els.fill(PAGE, name_said="")
    assert "(say" not in Guest(scene.people["Ama"]).get(table).text


def test_a_name_on_the_list_is_not_taken_again(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    assert never(els, "Elisabeth")["Location"] == PAGE
    for written in ("Elisabeth", " elisabeth ", "ＥＬＩＳＡＢＥＴＨ"):
        answer = els.fill("/mine/", name=written)
        assert answer.status_code == 422
        assert "never used here" in answer.text
    assert els.fill("/mine/", name="Elsje").status_code == 302


def test_the_list_is_the_person_s_own(scene: Scene) -> None:
    els, ama = Guest(scene.people["Els"]), Guest(scene.people["Ama"])
    never(els, "Elisabeth")
    row = NameNotUsed.objects.for_viewer(scene.people["Els"]).get()
    assert "Elisabeth" in els.get(PAGE).text
    assert "Elisabeth" not in ama.get(PAGE).text
    form = els.form(PAGE, f"{PAGE}never/{row.pk}/end/")
    ama.post(form.action, once=form.fields["once"][::-1])
    token = "11111111-1111-4111-8111-111111111111"
    assert ama.post(form.action, once=token)["Location"] == PAGE
    assert "Elisabeth" in els.get(PAGE).text
    assert [els.send(form).status_code for _press in range(2)] == [302, 303]
    assert "Elisabeth" not in els.get(PAGE).text


def test_twice_is_once_and_a_blank_is_asked_again(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    never(els, "Elisabeth")
    never(els, "ELISABETH")
    assert NameNotUsed.objects.for_viewer(scene.people["Els"]).count() == 1
    answer = never(els, " ")
    assert answer.status_code == 422
    assert "Write the name" in answer.text
    assert "Write the name" in (policy.why_not_never_use(scene.people["Els"], "") or "")


def test_the_present_name_is_changed_first(scene: Scene) -> None:
    answer = never(Guest(scene.people["Els"]), "els")
    assert answer.status_code == 422
    assert "Choose another name first" in answer.text


def test_who_kept_them_apart_reads_someone_in_its_place(scene: Scene) -> None:
    """They knew them by that name, and are shown no other."""
    ama, els = scene.people["Ama"], scene.people["Els"]
    actions.block(ama, els, at=scene.at)
    guest = Guest(els)
    guest.fill("/mine/", name="Robin")
    assert "Els" in Guest(ama).get("/mine/apart/").text
    never(guest, "Els")
    page = Guest(ama).get("/mine/apart/").text
    assert "Els" not in page
    assert "Robin" not in page
    assert "End this for Someone" in page
    assert Block.objects.for_viewer(ama).get().name == ""


@pytest.mark.parametrize("name", ["You", "you", " YOU ", "Ｙｏｕ"])
def test_nobody_is_called_by_the_word_for_the_reader(scene: Scene, name: str) -> None:
    answer = Guest(scene.people["Els"]).fill("/mine/", name=name)
    assert answer.status_code == 422
    assert "choose another" in answer.text
    assert policy.why_not_arrive(adult=True, name=name)


def test_nor_by_its_translations(scene: Scene) -> None:
    words = policy._words_for_you()
    assert len(words) >= len({code for code, _name in settings.LANGUAGES if "-x" not in code})
    for word in words:
        with pytest.raises(Refusal):
            actions.arrive(
                name=word.upper(),
                adult=True,
                night_from=scene.at.time(),
                night_until=scene.at.time(),
                zone="UTC",
                at=scene.at,
            )


def test_a_language_is_chosen_on_mine(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    assert els.fill("/mine/", language="en")["Location"] == "/mine/?kept=1"
    answer = els.fill("/mine/", language="xx")
    assert answer.status_code == 422
