"""From the address in the terminal to an open house, left half way and taken up again."""

import pytest

from openchair.house import actions, steps
from openchair.house.models import Duty, HouseState, SetUpAddress
from openchair.house.queries import held, holders, the_house
from openchair.people.models import Account
from openchair.testing.scenes import NOON
from tests.first_morning import NAME, STEPS, STEWARD, begin, do, do_all, someone
from tests.guest import Guest


def is_open() -> bool:
    found = the_house()
    return found is not None and found.state == HouseState.OPEN


def test_a_house_opens_when_every_step_is_done(address: str) -> None:
    ralf = Guest()
    do_all(ralf, address)
    assert not is_open()
    assert ralf.fill("/house/opening/")["Location"] == "/house/"
    assert is_open()


@pytest.mark.parametrize("step", [name for name in STEPS if name not in ("steward", "mail")])
def test_it_does_not_open_while_a_step_is_missing(address: str, step: str) -> None:
    ralf = Guest()
    do_all(ralf, address, but=step)
    once = ralf.form("/house/name/").fields["once"]
    page = ralf.get("/house/opening/").text
    assert "This is still missing" in page
    assert ralf.post("/house/opening/", once=once).status_code == 409
    assert not is_open()


def test_it_opens_without_mail_and_says_what_that_means(address: str) -> None:
    ralf = Guest()
    do_all(ralf, address, but="mail")
    assert "nobody can come back on another device" in ralf.get("/house/opening/").text
    ralf.fill("/house/opening/")
    assert is_open()
    assert (
        "nobody can come back on another device without a recovery code"
        in Guest().get("/safety/").text
    )


def test_each_page_leads_to_the_next_open_step(address: str) -> None:
    ralf = Guest()
    assert begin(ralf, address)["Location"] == "/house/name/"
    assert do(ralf, "name")["Location"] == "/house/place/"
    assert do(ralf, "place")["Location"] == "/house/steward/"
    assert do(ralf, "steward")["Location"] == "/house/greeting/"
    assert ralf.is_signed_in


def test_the_address_goes_on_on_another_device_before_there_is_a_steward(address: str) -> None:
    begin(Guest(), address)
    phone = Guest()
    begin(phone, address)
    do(phone, "name")
    laptop = Guest()
    assert begin(laptop, address)["Location"] == "/house/place/"
    assert NAME["name"] in laptop.get("/house/name/").text


def test_half_way_it_goes_on_on_another_device_with_a_new_start(address: str) -> None:
    ralf = Guest()
    begin(ralf, address)
    for step in ("name", "place", "steward"):
        do(ralf, step)
    again = f"/set-up/{actions.new_address(NOON)}/"
    phone = Guest()
    assert "half way" in phone.get(again).text
    assert begin(phone, again)["Location"] == "/house/greeting/"
    assert phone.is_signed_in
    assert held()[Duty.STEWARD] == 1
    assert Guest().get(again).status_code == 410


def test_a_new_start_ends_the_address_before(address: str) -> None:
    actions.new_address(NOON)
    answer = Guest().get(address)
    assert answer.status_code == 410
    assert "Nothing was changed" in answer.text


def test_an_address_used_again_changes_nothing(address: str) -> None:
    ralf = Guest()
    do_all(ralf, address)
    before = Account.objects.count()
    assert Guest().get(address).status_code == 410
    ralf.fill("/house/opening/")
    stranger = Guest()
    assert stranger.get(address).status_code == 410
    assert not stranger.is_signed_in
    assert Account.objects.count() == before


@pytest.mark.parametrize("secret", ["nobody-ever-made-this", "x" * 32, "%20"])
def test_a_forged_address_is_not_there(address: str, secret: str) -> None:
    assert Guest().get(f"/set-up/{secret}/").status_code == 404
    assert Guest().post(f"/set-up/{secret}/").status_code in (400, 404)


@pytest.mark.parametrize("page", ["name", "place", "steward", "key", "opening"])
def test_a_stranger_sets_up_nothing(address: str, page: str) -> None:
    assert Guest().get(f"/house/{page}/").status_code in (302, 404)
    noor = Guest(someone("Noor"))
    assert noor.get(f"/house/{page}/").status_code == 404


def test_two_cannot_become_the_first_steward(address: str) -> None:
    one, other = Guest(), Guest()
    for guest in (one, other):
        begin(guest, address)
    late = other.form("/house/steward/")
    do(one, "steward")
    assert other.send(late, **STEWARD | {"email": "other@example.org"}).status_code in (401, 409)
    assert held()[Duty.STEWARD] == 1


def test_pressing_twice_makes_one_steward_and_lets_them_in_again(address: str) -> None:
    ralf = Guest()
    begin(ralf, address)
    form = ralf.form("/house/steward/")
    answers = [ralf.send(form, **STEWARD).status_code for _press in range(2)]
    assert answers[0] == 302
    assert len(holders(Duty.STEWARD)) == 1
    assert ralf.is_signed_in


def test_what_is_missing_is_said_and_the_rest_is_kept(address: str) -> None:
    ralf = Guest()
    begin(ralf, address)
    answer = ralf.fill("/house/steward/", name="Ralf", email="")
    assert answer.status_code == 422
    assert "field-error" in answer.text
    assert 'value="Ralf"' in answer.text


def test_nobody_else_comes_in_before_it_is_open(address: str) -> None:
    for path in ("/", "/meetings/", "/today/", "/tables/start/"):
        answer = Guest().get(path)
        assert answer.status_code == 503, path
        assert "not open yet" in answer.text
    for path in ("/sign-in/", "/now/", "/safety/", "/rules/", "/weather/"):
        assert Guest().get(path).status_code == 200, path
    assert Guest().get("/leave/").status_code == 302


def test_the_secret_lies_nowhere(address: str) -> None:
    secret = address.split("/")[2]
    assert not SetUpAddress.objects.filter(hash__contains=secret).exists()
    assert secret not in repr(list(SetUpAddress.objects.values()))


def test_an_open_house_makes_no_new_address(address: str) -> None:
    ralf = Guest()
    do_all(ralf, address)
    ralf.fill("/house/opening/")
    assert actions.new_address(NOON) == ""


def test_the_day_of_each_step_is_kept(address: str) -> None:
    ralf = Guest()
    do_all(ralf, address)
    found = the_house()
    assert found
    assert set(steps.look(found, NOON.date()).done) == set(STEPS) - {"lines"}
