"""Ten codes on paper: shown once, each works once, and a new set ends the old."""

import re
from datetime import timedelta

import time_machine
from django.core.cache import cache

from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions
from openchair.people.models import RecoveryCode
from openchair.testing.scenes import Scene
from tests.guest import Guest

CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")
NOTHING = "This code opens nothing here"


def make(guest: Guest) -> list[str]:
    assert guest.press("/mine/recovery/", "/mine/recovery/")["Location"] == "/mine/recovery/shown/"
    return CODE.findall(guest.get("/mine/recovery/shown/").text)


def test_ten_are_shown_once(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    codes = make(guest)
    assert len(set(codes)) == 10
    again = guest.get("/mine/recovery/shown/").text
    assert CODE.findall(again) == []
    assert "were shown once" in again
    assert "Making new ones ends those" in guest.get("/mine/recovery/").text


def test_each_lets_in_once_however_it_is_typed(scene: Scene) -> None:
    first, second, *_more = make(Guest(scene.people["Ama"]))
    guest = Guest(csrf=True)
    typed = first.lower().replace("-", " ")
    assert guest.fill("/sign-in/recovery/", code=typed)["Location"] == "/today/"
    assert guest.client.session["_auth_user_id"] == str(scene.people["Ama"].pk)
    late = Guest().fill("/sign-in/recovery/", code=first)
    assert late.status_code == 422
    assert NOTHING in late.text
    assert first in late.text
    assert Guest().fill("/sign-in/recovery/", code=second).status_code == 302


def test_a_new_set_ends_the_old(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    old, new = make(guest), make(guest)
    assert Guest().fill("/sign-in/recovery/", code=old[3]).status_code == 422
    assert Guest().fill("/sign-in/recovery/", code=new[3]).status_code == 302


def test_none_of_them_lies_in_the_table(scene: Scene) -> None:
    codes = make(Guest(scene.people["Ama"]))
    with acting_for_the_house("looking at what lies there"):
        lying = "".join(RecoveryCode.objects.values_list("code_hash", flat=True))
    assert not [code for code in codes if code in lying or code.replace("-", "") in lying]


def test_many_tries_are_slowed_with_a_sentence(scene: Scene) -> None:
    codes = make(Guest(scene.people["Ama"]))
    cache.clear()
    visitor = Guest()
    for _try in range(10):
        assert NOTHING in visitor.fill("/sign-in/recovery/", code="AAAA-BBBB-CCCC").text
    answer = visitor.fill("/sign-in/recovery/", code=codes[0])
    assert answer.status_code == 422
    assert "Wait a quarter of an hour" in answer.text
    cache.clear()


def test_one_shows_that_it_is_them_and_is_used_up(scene: Scene) -> None:
    ama = scene.people["Ama"]
    code, *_more = make(guest := Guest(ama))
    (foreign, *_more) = actions.make_recovery_codes(scene.people["Els"], at=scene.at)
    with time_machine.travel(scene.at + timedelta(minutes=11)):
        assert guest.get("/mine/recovery/")["Location"] == "/mine/sure/"
        assert guest.fill("/mine/sure/recovery/", code=foreign).status_code == 422
        assert guest.fill("/mine/sure/recovery/", code=code)["Location"] == "/mine/recovery/"
        assert guest.get("/mine/recovery/").status_code == 200
        assert guest.fill("/mine/sure/recovery/", code=code).status_code == 422


def test_a_visitor_makes_none(scene: Scene) -> None:
    assert Guest().get("/mine/recovery/")["Location"].startswith("/sign-in/")
    assert Guest().post("/mine/recovery/").status_code == 401


def test_an_empty_box_is_asked_for_a_code_from_paper(scene: Scene) -> None:
    answer = Guest().fill("/sign-in/recovery/", code="")
    assert "Write one of the codes from your paper." in answer.text
