"""Before what cannot be undone, someone shows once more that it is them, and is led back."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from openchair.kernel.once import once_only
from openchair.people import sure
from openchair.people.doors import signed_in, sure_it_is_you
from openchair.people.models import Account
from openchair.people.tests.test_coming_back_in import code_for
from openchair.testing.scenes import Scene
from openchair.urls import urlpatterns as of_the_house
from tests.guest import Guest

done: list[str] = []


@signed_in
@sure_it_is_you
@once_only
def grave(request: HttpRequest) -> HttpResponse:
    """Something that cannot be undone."""
    if request.method != "POST":
        return HttpResponse("grave")
    done.extend(request.POST.getlist("words"))
    return HttpResponse(status=302, headers={"Location": "/today/"})


urlpatterns = [*of_the_house, path("grave/", grave, name="grave")]
LATER = timedelta(minutes=11)


@pytest.fixture(autouse=True)
def a_grave_page() -> Iterator[None]:
    done.clear()
    with override_settings(ROOT_URLCONF=__name__):
        yield


def confirm(guest: Guest, account: Account) -> Any:
    assert guest.press("/mine/sure/", "/mine/sure/send/")["Location"] == "/mine/sure/code/"
    return guest.fill("/mine/sure/code/", code=code_for(account))


def without_an_address(account: Account) -> Account:
    account.email = None
    account.save()
    return account


def test_for_ten_minutes_after_signing_in_nobody_is_asked(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    with time_machine.travel(scene.at + timedelta(minutes=9)):
        assert guest.get("/grave/").text == "grave"


def test_after_that_the_page_is_asked_for_again_once_it_is_them(scene: Scene) -> None:
    ama = scene.people["Ama"]
    guest = Guest(ama)
    with time_machine.travel(scene.at + LATER):
        assert guest.get("/grave/?day=2")["Location"] == "/mine/sure/"
        assert confirm(guest, ama)["Location"] == "/grave/?day=2"
        assert guest.get("/grave/?day=2").text == "grave"


def test_what_was_typed_is_kept_and_done_once(scene: Scene) -> None:
    ama = scene.people["Ama"]
    guest, token = Guest(ama, csrf=True), "11111111-1111-4111-8111-111111111111"
    with time_machine.travel(scene.at + LATER):
        guest.client.handler.enforce_csrf_checks = False
        said = {"words": "one\nand «two» <b>", "once": token}
        assert guest.post("/grave/", **said)["Location"] == "/mine/sure/"
        guest.client.handler.enforce_csrf_checks = True
        assert done == []
        assert confirm(guest, ama)["Location"] == "/mine/sure/go-on/"
        page = guest.get("/mine/sure/go-on/")
        assert "Nothing has happened yet." in page.text
        form = guest.form("/mine/sure/go-on/", "/grave/")
        assert guest.send(form)["Location"] == "/today/"
        assert guest.send(form).status_code == 303
        assert done == ["one\nand «two» <b>"]
        assert guest.get("/mine/sure/go-on/")["Location"] == "/mine/"


def test_a_wrong_code_is_said_and_lets_nobody_by(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    with time_machine.travel(scene.at + LATER):
        guest.get("/grave/")
        guest.press("/mine/sure/", "/mine/sure/send/")
        answer = guest.fill("/mine/sure/code/", code="nonsense")
        assert answer.status_code == 422
        assert "That is not the code" in answer.text
        assert guest.get("/grave/")["Location"] == "/mine/sure/"


def test_codes_for_this_are_few_too(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    sent = [guest.press("/mine/sure/", "/mine/sure/send/").status_code for _again in range(6)]
    assert sent == [302] * 5 + [409]


def test_who_left_nothing_here_presses_twice_with_a_minute_between(scene: Scene) -> None:
    guest = Guest(without_an_address(scene.people["Omar"]))
    at = scene.at + LATER
    with time_machine.travel(at, tick=False) as clock:
        guest.get("/grave/")
        assert "cannot tell you from someone else" in guest.get("/mine/sure/").text
        for seconds in (0, 30, 29):
            clock.shift(seconds)
            assert guest.press("/mine/sure/", "/mine/sure/press/")["Location"] == "/mine/sure/"
        clock.shift(1)
        assert guest.press("/mine/sure/", "/mine/sure/press/")["Location"] == "/grave/"
        assert guest.get("/grave/").text == "grave"


def test_who_has_an_address_cannot_press_past_it(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    with time_machine.travel(scene.at + LATER, tick=False) as clock:
        guest.get("/grave/")
        token = "11111111-1111-4111-8111-111111111112"
        for last in "23":
            answer = guest.post("/mine/sure/press/", once=f"{token[:-1]}{last}")
            assert answer["Location"] == "/mine/sure/"
            clock.shift(61)
        assert guest.get("/grave/")["Location"] == "/mine/sure/"


def test_a_visitor_is_asked_to_sign_in_first(scene: Scene) -> None:
    assert Guest().get("/mine/sure/")["Location"].startswith("/sign-in/")


def test_without_anything_begun_there_is_nothing_to_go_on_with(scene: Scene) -> None:
    ama = scene.people["Ama"]
    guest = Guest(ama)
    assert guest.get("/mine/sure/go-on/")["Location"] == "/mine/"
    assert guest.get("/mine/sure/code/")["Location"] == "/mine/sure/"
    assert confirm(guest, ama)["Location"] == "/mine/"
    assert guest.post("/mine/sure/send/").status_code == 400


def test_who_left_nothing_here_gets_no_code(scene: Scene) -> None:
    guest = Guest(without_an_address(scene.people["Omar"]))
    token = "11111111-1111-4111-8111-111111111113"
    assert guest.post("/mine/sure/send/", once=token)["Location"] == "/mine/sure/"


@pytest.mark.parametrize("minutes", [-1, 10, 11])
def test_it_holds_for_ten_minutes_and_not_from_the_future(scene: Scene, minutes: int) -> None:
    session: Any = SimpleNamespace(get={sure.SURE: scene.at.timestamp()}.get)
    assert sure.is_sure(session, at=scene.at)
    assert not sure.is_sure(session, at=scene.at + timedelta(minutes=minutes))
