"""A passkey is another way in: made, shown, named, taken away, and never a second wall."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from openchair.kernel.refusal import Refusal
from openchair.people import actions, passkeys, policy
from openchair.people.models import Account, Passkey
from openchair.people.tests.a_device import FLAG, SoftDevice
from openchair.people.tests.test_coming_back_in import sign_in
from openchair.testing.scenes import Scene
from tests.guest import Guest

LATER = timedelta(minutes=11)


def options(page: str) -> str:
    found = re.search(r'data-options="([^"]*)"', page)
    assert found
    return html.unescape(found[1])


def make(guest: Guest, device: SoftDevice, name: str = "My phone") -> Any:
    form, page = guest.form("/mine/keys/add/"), guest.get("/mine/keys/add/").text
    return guest.send(form, credential=device.make(options(page)), name=name)


def show(guest: Guest, device: SoftDevice, where: str = "/sign-in/passkey/", **more: str) -> Any:
    form, page = guest.form(where), guest.get(where).text
    return guest.send(form, credential=device.show(options(page)), **more)


def key_of(account: Account) -> Passkey:
    return Passkey.objects.for_viewer(account).get(account=account)


def test_a_passkey_is_made_and_lets_in(scene: Scene) -> None:
    ama, device = scene.people["Ama"], SoftDevice()
    assert make(Guest(ama), device)["Location"] == "/mine/keys/"
    assert "My phone" in Guest(ama).get("/mine/keys/").text
    visitor = Guest(csrf=True)
    assert show(visitor, device)["Location"] == "/today/"
    assert visitor.is_signed_in
    assert visitor.client.session["_auth_user_id"] == str(ama.pk)


def test_one_is_led_to_where_one_wanted_and_never_out_of_the_house(scene: Scene) -> None:
    device = SoftDevice()
    make(Guest(scene.people["Ama"]), device)
    assert show(Guest(), device, next="/mine/")["Location"] == "/mine/"
    assert show(Guest(), device, next="https://example.org/")["Location"] == "/today/"


def test_a_lost_phone_locks_nobody_out(scene: Scene) -> None:
    """Who has a passkey comes in by a code alone, as before: docs/decisions/0050."""
    ama, guest = scene.people["Ama"], Guest()
    make(Guest(ama), SoftDevice())
    assert sign_in(guest, ama) == "/today/"
    assert guest.get("/today/").status_code == 200


def test_a_stranger_s_device_and_a_made_up_answer_let_nobody_in(scene: Scene) -> None:
    make(Guest(scene.people["Ama"]), known := SoftDevice())
    stranger, visitor = SoftDevice(), Guest()
    forged = SoftDevice()
    forged.id = known.id
    for device in (stranger, forged, SoftDevice("https://elsewhere.example")):
        answer = show(visitor, device)
        assert answer.status_code == 422
        assert "did not answer as it should" in answer.text
    for answer in ("", "[]", "{}", '{"id": 5}', "\x00", '{"id": "x", "response": 3}'):
        assert visitor.fill("/sign-in/passkey/", credential=answer).status_code == 422
    assert not visitor.is_signed_in


def test_an_answer_is_good_once_and_only_for_what_was_asked(scene: Scene) -> None:
    make(Guest(scene.people["Ama"]), device := SoftDevice())
    visitor, other = Guest(), Guest()
    asked = options(visitor.get("/sign-in/passkey/").text)
    answer = device.show(asked)
    assert other.fill("/sign-in/passkey/", credential=answer).status_code == 422
    assert show(visitor, device)["Location"] == "/today/"
    visitor.post("/sign-out/")
    assert visitor.fill("/sign-in/passkey/", credential=answer).status_code == 422


def test_a_device_that_did_not_look_who_holds_it_lets_nobody_in(scene: Scene) -> None:
    make(Guest(scene.people["Ama"]), device := SoftDevice())
    device.known = FLAG.UP
    assert show(Guest(), device).status_code == 422


def test_a_key_from_elsewhere_is_not_taken(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    answer = make(guest, SoftDevice("https://elsewhere.example"), "My own words for it")
    assert answer.status_code == 422
    assert "My own words for it" in answer.text
    assert not Passkey.objects.for_viewer(scene.people["Ama"]).exists()


def test_it_can_be_named_and_taken_away_by_its_owner_alone(scene: Scene) -> None:
    ama = scene.people["Ama"]
    make(guest := Guest(ama), device := SoftDevice(), "")
    key = key_of(ama)
    assert key.name == "A passkey"
    page, els = f"/mine/keys/{key.pk}/", Guest(scene.people["Els"])
    assert guest.fill(page, name="The blue phone")["Location"] == "/mine/keys/"
    assert guest.fill(page, name="  ")["Location"] == "/mine/keys/"
    assert key_of(ama).name == "The blue phone"
    assert els.get(page).status_code == 404
    assert els.post(f"{page}away/", once="11111111-1111-4111-8111-111111111111").status_code == 404
    away = guest.form(page, f"{page}away/")
    assert [guest.send(away).status_code for _press in range(2)] == [302, 303]
    assert show(Guest(), device).status_code == 422
    actions.take_away_passkey(ama, key.pk, at=scene.at)


def test_it_shows_that_it_is_them(scene: Scene) -> None:
    ama, guest = scene.people["Ama"], Guest(scene.people["Ama"])
    make(guest, device := SoftDevice())
    make(Guest(scene.people["Els"]), foreign := SoftDevice())
    with time_machine.travel(scene.at + LATER):
        assert guest.get("/mine/keys/add/")["Location"] == "/mine/sure/"
        assert "Show a passkey" in guest.get("/mine/sure/").text
        assert show(guest, foreign, "/mine/sure/passkey/").status_code == 422
        assert show(guest, device, "/mine/sure/passkey/")["Location"] == "/mine/keys/add/"
        assert guest.get("/mine/keys/add/").status_code == 200
    assert ama.email


def test_ten_are_enough(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    for number in range(policy.MOST_PASSKEYS):
        assert make(guest, SoftDevice(), f"{number}").status_code == 302
    answer = make(guest, SoftDevice(), "one more")
    assert answer.status_code == 422
    assert "ten passkeys already" in answer.text


def test_the_only_way_back_in_stays(scene: Scene) -> None:
    omar = scene.people["Omar"]
    omar.email = None
    omar.save()
    make(Guest(omar), SoftDevice())
    with pytest.raises(Refusal, match="only way back in"):
        actions.take_away_passkey(omar, key_of(omar).pk, at=scene.at)
    actions.make_recovery_codes(omar, at=scene.at)
    actions.take_away_passkey(omar, key_of(omar).pk, at=scene.at)
    assert not Passkey.objects.for_viewer(omar).exists()


def test_the_device_is_told_the_neutral_name_and_no_other(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    asked = options(guest.get("/mine/keys/add/").text)
    assert "Ama" not in asked
    assert "ama@" not in asked
    assert passkeys.handle_in('{"id": "x"}') != passkeys.handle_in('{"id": "y"}')
