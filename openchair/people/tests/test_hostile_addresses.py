"""Somebody uses this house to fill a mailbox, or to learn who is here."""

import time
from datetime import timedelta

import pytest
import time_machine

from openchair.delivery.models import Kind, Letter
from openchair.people.models import Account
from openchair.people.views.coming_in import EVERY_CODE_TAKES
from openchair.testing.scenes import Scene
from tests.guest import Guest

THEIRS = "somebody@elsewhere.example"


def codes(account: Account) -> list[Letter]:
    return list(Letter.objects.for_viewer(account).filter(kind=Kind.SIGN_IN_CODE))


def test_five_codes_to_an_address_and_then_a_while_none(scene: Scene) -> None:
    els = scene.people["Els"]
    answers = [Guest(els).fill("/mine/address/", email=THEIRS).status_code for _again in range(8)]
    assert answers == [302] * 5 + [409] * 3
    assert len(codes(els)) == 5
    with time_machine.travel(scene.at + timedelta(minutes=16)):
        assert Guest(els).fill("/mine/address/", email=THEIRS).status_code == 302


def test_what_was_typed_stands_on_the_page_that_says_so(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    for _again in range(5):
        els.fill("/mine/address/", email=THEIRS)
    answer = els.fill("/mine/address/", email=THEIRS)
    assert "on their way already" in answer.text
    assert THEIRS in answer.text


@pytest.mark.parametrize("address", ["els@example.org", "nobody@example.org"])
def test_a_known_address_takes_no_longer_than_any_other(scene: Scene, address: str) -> None:
    guest = Guest()
    form = guest.form("/sign-in/")
    began = time.monotonic()
    assert guest.send(form, email=address)["Location"] == "/sign-in/code/"
    assert time.monotonic() - began >= EVERY_CODE_TAKES
