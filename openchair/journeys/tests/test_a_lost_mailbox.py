"""A lost mailbox: a host who knows the person helps, two days pass, and the new address proves itself."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from openchair.delivery import sending
from openchair.delivery.models import Kind, Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people import actions, policy
from openchair.people.models import Account, Mending
from openchair.people.undoing import CALL_OFF, PROVE, path_to
from openchair.testing.scenes import Scene
from tests.guest import Guest

PAGE, NEW = "/house/mending/", "els.new@example.net"
TWO_DAYS = timedelta(days=2)
AFTER = TWO_DAYS + timedelta(minutes=5)
HOST = "Chiara"


def begin(scene: Scene, lost: str = "els@example.org", address: str = NEW) -> Any:
    return Guest(scene.people[HOST]).fill(PAGE, lost=lost, email=address, know_them="yes")


def the_mending(scene: Scene) -> Mending:
    return Mending.objects.for_viewer(scene.people["Els"]).get(account=scene.people["Els"])


def told() -> list[sending.Stranger]:
    with acting_for_the_house("looking at letters"):
        letters = list(Letter.objects.filter(kind=Kind.SECURITY, to=None).order_by("written_at"))
    return [sending.stranger_of(letter) for letter in letters]


def email_of(scene: Scene) -> str | None:
    return Account.objects.get(pk=scene.people["Els"].pk).email


def test_the_old_mailbox_is_told_and_after_two_days_the_new_one_proves_itself(
    scene: Scene,
) -> None:
    assert begin(scene)["Location"] == f"{PAGE}said/"
    row = the_mending(scene)
    (first,) = told()
    assert (first.address, first.page) == ("els@example.org", path_to(CALL_OFF, row.pk))
    actions.write_to_new_addresses(scene.at + TWO_DAYS - timedelta(minutes=1))
    assert len(told()) == 1
    later = scene.at + TWO_DAYS + timedelta(minutes=5)
    actions.write_to_new_addresses(later)
    actions.write_to_new_addresses(later)
    assert told()[-1].address == NEW
    assert len(told()) == 2
    page = path_to(PROVE, row.pk)
    with time_machine.travel(later):
        visitor = Guest(csrf=True)
        assert "Is this mailbox yours?" in visitor.get(page).text
        assert email_of(scene) == "els@example.org"
        answer = visitor.press(page, page)
        assert "This address is yours now" in visitor.get(answer["Location"]).text
    assert email_of(scene) == NEW
    assert not visitor.is_signed_in


def test_it_is_called_off_from_the_old_mailbox(scene: Scene) -> None:
    begin(scene)
    page = path_to(CALL_OFF, the_mending(scene).pk)
    visitor = Guest()
    form = visitor.form(page)
    assert [visitor.send(form).status_code for _press in range(2)] == [302, 303]
    actions.write_to_new_addresses(scene.at + TWO_DAYS)
    assert NEW not in [one.address for one in told()]


def test_it_is_called_off_from_any_browser_that_is_signed_in(scene: Scene) -> None:
    begin(scene)
    els = Guest(Account.objects.get(pk=scene.people["Els"].pk))
    assert "your mailbox is lost" in els.get("/today/").text
    assert NEW not in els.get("/today/").text
    assert els.press("/today/", "/mine/address/mending/end/")["Location"] == "/today/"
    assert "your mailbox is lost" not in els.get("/today/").text
    token = "11111111-1111-4111-8111-111111111111"
    assert els.post("/mine/address/mending/end/", once=token).status_code == 302


def test_the_host_learns_nothing(scene: Scene) -> None:
    known, unknown = begin(scene), begin(scene, lost="nobody@example.net")
    host = Guest(scene.people[HOST])
    assert known["Location"] == unknown["Location"]
    assert known.content == unknown.content
    page = host.get(known["Location"]).text
    assert "els" not in page.casefold().split("<main")[1].split("</main")[0]
    assert not Mending.objects.for_viewer(scene.people[HOST]).exists()


def test_the_host_cannot_prove_it_before_the_two_days_or_without_the_letter(scene: Scene) -> None:
    begin(scene)
    row = the_mending(scene)
    assert row.can_be_called_off()
    with pytest.raises(Refusal, match="no longer be used"):
        actions.prove_mended(row.pk, at=scene.at + TWO_DAYS)
    assert email_of(scene) == "els@example.org"


def test_what_nobody_proves_within_a_fortnight_is_let_go(scene: Scene) -> None:
    begin(scene)
    row = the_mending(scene)
    actions.write_to_new_addresses(scene.at + AFTER)
    late = scene.at + AFTER + timedelta(days=14)
    with pytest.raises(Refusal, match="no longer be used"):
        actions.prove_mended(row.pk, at=late)
    actions.forget_old_mendings(late)
    assert not Mending.objects.for_viewer(scene.people["Els"]).exists()


def test_an_address_that_opens_another_seat_is_not_given_away(scene: Scene) -> None:
    begin(scene, address="ama@example.org")
    actions.write_to_new_addresses(scene.at + AFTER)
    with pytest.raises(Refusal, match="opens another seat"):
        actions.prove_mended(the_mending(scene).pk, at=scene.at + AFTER)
    assert email_of(scene) == "els@example.org"


def test_beginning_twice_is_once_and_keeps_the_first(scene: Scene) -> None:
    begin(scene)
    begin(scene, address="another@example.net")
    assert the_mending(scene).address == NEW
    assert len(told()) == 1


def test_what_is_missing_is_said_and_what_was_typed_stands_there(scene: Scene) -> None:
    host = Guest(scene.people[HOST])
    answer = host.fill(PAGE, lost="els@example.org", email="no address")
    assert answer.status_code == 422
    assert "els@example.org" in answer.text
    assert "no address" in answer.text
    assert "if you know this person" in answer.text
    own = host.fill(PAGE, lost="Chiara@example.org", email=NEW, know_them="yes")
    assert own.status_code == 422
    assert "your own address" in own.text
    assert policy.why_not_mend(scene.people[HOST], "els@example.org") is None


@pytest.mark.parametrize("name", ["Ama", "Ralf", "Harriet"])
def test_for_anyone_else_the_page_is_not_there(scene: Scene, name: str) -> None:
    guest = Guest(scene.people[name])
    assert guest.get(PAGE).status_code == 404
    assert guest.get(f"{PAGE}said/").status_code == 404
    assert guest.post(PAGE, lost="els@example.org", email=NEW).status_code == 404
