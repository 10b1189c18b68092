"""Name, nights, address, and whom one never wants to meet."""

from datetime import timedelta

import pytest
import time_machine

from openchair.delivery.models import Kind, Letter
from openchair.people import actions, keeping, policy
from openchair.people.models import Account, Block, Person
from openchair.testing.scenes import Scene
from tests.guest import Guest

WRONG = "That is not the code in the letter."


def ask(guest: Guest, account: Account, email: str) -> str:
    guest.fill("/mine/address/", email=email)
    letters = Letter.objects.for_viewer(account).filter(kind=Kind.SIGN_IN_CODE)
    return letters.latest("written_at").secret


def test_what_is_set_is_kept(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    answer = els.fill("/mine/", name="Elsje", night_from="23:00", zone="Europe/Lisbon")
    assert answer["Location"] == "/mine/?kept=1"
    person = Person.objects.for_viewer(scene.people["Els"]).get(account=scene.people["Els"])
    assert (person.name, person.zone) == ("Elsje", "Europe/Lisbon")
    assert "Elsje" in Guest(scene.people["Ama"]).get(f"/tables/{scene.tables['Tuesday'].pk}/").text


def test_a_clock_nobody_has_is_asked_again(scene: Scene) -> None:
    answer = Guest(scene.people["Els"]).fill("/mine/", zone="Europe/Atlantis")
    assert answer.status_code == 422
    assert "Choose a place from the list" in answer.text
    assert "Europe/Atlantis" in answer.text


def test_an_address_is_taken_once_its_code_came_back(scene: Scene) -> None:
    els = scene.people["Els"]
    code = ask(guest := Guest(els), els, "new@example.org")
    assert guest.fill("/mine/address/code/", code=code.lower())["Location"] == "/mine/?kept=1"
    assert Account.objects.get(pk=els.pk).email == "new@example.org"
    assert guest.get("/mine/address/code/")["Location"] == "/mine/address/"


@pytest.mark.parametrize("typed", ["000000", "пароль", "\u0661\u0662", "x" * 500, "", "\x00"])
def test_a_wrong_code_for_an_address_is_said(scene: Scene, typed: str) -> None:
    els = scene.people["Els"]
    code = ask(guest := Guest(els), els, "new@example.org")
    answer = guest.fill("/mine/address/code/", code=typed)
    assert answer.status_code == 422
    assert "field-error" in answer.text
    assert guest.fill("/mine/address/code/", code=code).status_code == 302


def test_too_many_wrong_codes_or_too_late_end_it(scene: Scene) -> None:
    els = scene.people["Els"]
    code = ask(guest := Guest(els), els, "new@example.org")
    form = guest.form("/mine/address/code/")
    for _try in range(5):
        assert WRONG in guest.send(form, code="wrong").text
    assert "This code has run out." in guest.send(form, code=code).text
    code = ask(guest, els, "new@example.org")
    form = guest.form("/mine/address/code/")
    with time_machine.travel(scene.at + timedelta(minutes=16)):
        assert "This code has run out." in guest.send(form, code=code).text


def test_an_address_someone_else_has_is_not_taken(scene: Scene) -> None:
    els = scene.people["Els"]
    code = ask(guest := Guest(els), els, "AMA@example.org")
    answer = guest.fill("/mine/address/code/", code=code)
    assert "This address already opens another seat here." in answer.text
    assert Account.objects.get(pk=els.pk).email == "els@example.org"


def test_never_meeting_someone_and_ending_that(scene: Scene) -> None:
    els, ama = scene.people["Els"], scene.people["Ama"]
    guest, table = Guest(els), f"/tables/{scene.tables['Tuesday'].pk}/"
    form = guest.form("/mine/apart/", f"/mine/apart/{ama.pk}/")
    assert [guest.send(form).status_code for _press in range(2)] == [302, 303]
    assert "Ama" not in guest.get(table).text
    assert "Els" not in Guest(ama).get(table).text
    assert guest.press("/mine/apart/", f"/mine/apart/{ama.pk}/end/").status_code == 302
    assert "Ama" in guest.get(table).text
    omar = scene.people["Omar"]
    assert guest.post(f"/mine/apart/{omar.pk}/", once=form.fields["once"][::-1]).status_code in {
        400,
        404,
    }


def test_the_reasons(scene: Scene) -> None:
    ama, els = scene.people["Ama"], scene.people["Els"]
    assert (policy.why_not_block(ama, ama) or "").startswith("You cannot block yourself.")
    assert policy.why_not_block(ama, els) is None
    assert (policy.why_not_arrive(adult=True, name="") or "").startswith("Please write the name")
    assert "18 or older" in (policy.why_not_arrive(adult=False, name="a") or "")
    assert policy.why_not_arrive(adult=True, name="a") is None


def test_blocking_twice_is_once(scene: Scene) -> None:
    ama, els = scene.people["Ama"], scene.people["Els"]
    assert actions.block(ama, els, at=scene.at) == actions.block(ama, els, at=scene.at)
    actions.end_block(ama, els)
    actions.end_block(ama, els)
    assert not Block.objects.for_viewer(ama).exists()


def test_what_is_held_is_taken_along_and_forgotten(scene: Scene) -> None:
    mara, tom = scene.people["Mara"], scene.people["Tom"]
    held = keeping.export(mara)
    assert (held["person"]["name"], len(held["blocks"])) == ("Mara", 1)
    keeping.forget(tom)
    keeping.forget(mara)
    assert not Account.objects.filter(pk__in=[mara.pk, tom.pk]).exists()
