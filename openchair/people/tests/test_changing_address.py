"""A changed address: proved at the new one, told to the old one, undone by one press within two days."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from openchair.delivery import sending
from openchair.delivery.models import Kind, Letter
from openchair.delivery.wording import mail_for
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people import actions, telling
from openchair.people.models import Account, AddressChange
from openchair.people.tests.test_coming_back_in import sign_in
from openchair.people.tests.test_mine import ask
from openchair.people.tests.test_recovery_codes import make as make_codes
from openchair.people.undoing import UNDO, path_to
from openchair.testing.scenes import Scene
from tests.guest import Guest

NEW, DAY = "new@example.org", timedelta(days=1)


def change(scene: Scene, name: str = "Els", address: str = NEW) -> Guest:
    account = scene.people[name]
    guest = Guest(account)
    guest.fill("/mine/address/code/", code=ask(guest, account, address))
    return guest


def email_of(scene: Scene, name: str = "Els") -> str | None:
    return Account.objects.get(pk=scene.people[name].pk).email


def told(scene: Scene) -> list[Any]:
    """Where letters about addresses go, and which page they lead to."""
    with acting_for_the_house("looking at letters"):
        letters = list(Letter.objects.filter(kind=Kind.SECURITY, to=None).order_by("written_at"))
    return [sending.stranger_of(letter) for letter in letters]


def the_change(scene: Scene, name: str = "Els") -> AddressChange:
    return AddressChange.objects.for_viewer(scene.people[name]).get(account=scene.people[name])


def test_the_old_address_hears_of_it_without_content(scene: Scene) -> None:
    change(scene)
    assert email_of(scene) == NEW
    (stranger,) = told(scene)
    assert stranger.address == "els@example.org"
    assert stranger.page == path_to(UNDO, the_change(scene).pk)
    assert "Els" not in stranger.page


def test_the_letter_is_content_free(scene: Scene) -> None:
    change(scene)
    with acting_for_the_house("looking at letters"):
        mail = mail_for(list(Letter.objects.filter(kind=Kind.SECURITY, to=None)))
    assert mail.address == "els@example.org"
    assert "Something changed in how you come in" in mail.body
    assert "/back/" in mail.body
    for word in (NEW, "Els", "els@", "Tuesday"):
        assert word not in mail.body + mail.page + mail.subject


def test_every_browser_says_so_for_two_days(scene: Scene) -> None:
    change(scene)
    elsewhere = Guest(Account.objects.get(pk=scene.people["Els"].pk))
    assert "go to another address" in elsewhere.get("/today/").text
    assert "go to another address" in elsewhere.get("/today/").text
    with time_machine.travel(scene.at + 2 * DAY + timedelta(minutes=1)):
        assert "go to another address" not in elsewhere.get("/today/").text
    assert "go to another address" not in Guest(scene.people["Ama"]).get("/today/").text


def test_one_press_from_the_old_mailbox_brings_it_back(scene: Scene) -> None:
    thief = change(scene)
    codes = make_codes(thief)
    page = path_to(UNDO, the_change(scene).pk)
    visitor = Guest(csrf=True)
    assert visitor.get(page).status_code == 200
    assert email_of(scene) == NEW, "looking does nothing"
    form = visitor.form(page)
    answers = [visitor.send(form) for _press in range(2)]
    assert [one.status_code for one in answers] == [302, 303]
    assert "The old address is back" in visitor.get(answers[0]["Location"]).text
    assert email_of(scene) == "els@example.org"
    assert thief.get("/today/").status_code == 302
    assert Guest().fill("/sign-in/recovery/", code=codes[0]).status_code == 422
    els = Account.objects.get(pk=scene.people["Els"].pk)
    assert sign_in(Guest(), els) == "/today/"


def test_a_second_change_does_not_shut_the_first_address_out(scene: Scene) -> None:
    change(scene)
    first = the_change(scene).pk
    change(scene, address="third@example.org")
    actions.undo_address(first, at=scene.at + DAY)
    assert email_of(scene) == "els@example.org"


def test_after_two_days_it_stays_and_the_old_one_is_forgotten(scene: Scene) -> None:
    change(scene)
    late = scene.at + 2 * DAY + timedelta(hours=1)
    row = the_change(scene)
    assert row.is_open(scene.at)
    assert not row.is_open(late)
    with pytest.raises(Refusal, match="no longer be undone"):
        actions.undo_address(row.pk, at=late)
    actions.forget_old_addresses(late)
    assert not AddressChange.objects.for_viewer(scene.people["Els"]).exists()
    with acting_for_the_house("looking at letters"):
        letter = Letter.objects.filter(kind=Kind.SECURITY, to=None).latest("written_at")
    assert not telling.is_there_someone_to_tell(letter)


def test_an_old_address_that_somebody_took_meanwhile_is_not_taken_back(scene: Scene) -> None:
    change(scene)
    actions.give_address(scene.people["Omar"], "els@example.org", at=scene.at)
    with pytest.raises(Refusal, match="opens another seat"):
        actions.undo_address(the_change(scene).pk, at=scene.at + DAY)


@pytest.mark.parametrize("page", ["back", "not", "new"])
def test_a_page_without_its_letter_is_not_there(scene: Scene, page: str) -> None:
    change(scene)
    address = f"/{page}/{the_change(scene).pk}/{'0' * 40}/"
    assert Guest().get(address).status_code == 404
    assert Guest().post(address, once="11111111-1111-4111-8111-111111111111").status_code == 404
    assert Guest().get("/done/something/").status_code == 404


def test_a_first_address_or_the_same_again_is_no_change(scene: Scene) -> None:
    omar = scene.people["Omar"]
    omar.email = None
    omar.save()
    assert actions.give_address(omar, "omar@example.net", at=scene.at)
    assert actions.give_address(omar, "omar@example.net", at=scene.at)
    assert not AddressChange.objects.for_viewer(omar).exists()


def test_whose_address_it_is_shows_nowhere_while_it_is_proved(scene: Scene) -> None:
    known, unknown = Guest(scene.people["Els"]), Guest(scene.people["Bert"])
    answers = [
        guest.fill("/mine/address/", email=address)
        for guest, address in ((known, "ama@example.org"), (unknown, "nobody@example.net"))
    ]
    assert [one["Location"] for one in answers] == ["/mine/address/code/"] * 2
    assert email_of(scene, "Ama") == "ama@example.org"


def test_after_a_while_it_must_be_them_who_changes_it(scene: Scene) -> None:
    guest = Guest(scene.people["Els"])
    with time_machine.travel(scene.at + timedelta(minutes=11)):
        assert guest.get("/mine/address/")["Location"] == "/mine/sure/"
