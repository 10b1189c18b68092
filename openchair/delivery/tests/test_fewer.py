"""One press stops mail of a kind: from a mail program or a page, without signing in. RFC 8058."""

import re
from datetime import timedelta
from email import message_from_bytes, policy
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from openchair.delivery import fewer, letters, outbox
from openchair.delivery.fewer import NotOurs
from openchair.delivery.kinds import ALWAYS, Kind
from openchair.delivery.models import State
from openchair.delivery.queries import inside, switched_off
from openchair.delivery.tests.conftest import NOON, all_letters

UNHASHED = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
ONE_CLICK = {"List-Unsubscribe": "One-Click"}
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def pages(settings) -> None:
    settings.STORAGES = {"staticfiles": UNHASHED}


def mailed(server):
    return [message_from_bytes(taken.content, policy=policy.default) for taken in server.taken]


def at(address: str) -> str:
    return address.removeprefix("https://elm-house.example")


def send(to, kind: Kind, moment=NOON) -> None:
    letters.write(to, kind, at=moment, secret="AAA" if kind == Kind.SIGN_IN_CODE else "")
    outbox.send_due(moment)


@pytest.mark.parametrize("kind", sorted(set(Kind) - ALWAYS))
def test_every_kind_that_can_be_switched_off_says_how(ama, mail_server, kind):
    send(ama, kind)
    (mail,) = mailed(mail_server)
    address = mail["List-Unsubscribe"].strip("<>")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"Fewer, or none: {address}" in mail.get_body(("plain",)).get_content()
    assert f'href="{address}"' in mail.get_body(("html",)).get_content()


@pytest.mark.parametrize("kind", sorted(ALWAYS))
def test_what_is_always_sent_says_so(ama, mail_server, kind):
    send(ama, kind)
    (mail,) = mailed(mail_server)
    assert mail["List-Unsubscribe"] is None
    for part in mail.iter_parts():
        assert "Fewer" not in part.get_content()
    always = "This kind of mail is always sent."
    assert (always in mail.get_body(("plain",)).get_content()) or kind == Kind.HOUSE_CLOSING


def test_a_mail_program_stops_it_with_one_post_and_no_more_is_mailed(ama, mail_server):
    send(ama, Kind.SOMETHING)
    (mail,) = mailed(mail_server)
    program = Client(enforce_csrf_checks=True)
    for _twice in range(2):
        answer = program.post(at(mail["List-Unsubscribe"].strip("<>")), ONE_CLICK)
        assert answer.status_code == 200
        assert answer.cookies == {}
    assert switched_off(ama) == {Kind.SOMETHING}
    send(ama, Kind.SOMETHING, NOON + DAY)
    assert len(mail_server.taken) == 1
    assert len(inside(ama)) == 2


def test_other_kinds_are_mailed_as_before(ama, mail_server):
    Client().post(at(fewer.address(ama.pk, {Kind.SOMETHING})))
    send(ama, Kind.HOST_ANSWER)
    send(ama, Kind.SIGN_IN_CODE)
    assert len(mail_server.taken) == 2


def test_gathered_mail_stops_all_that_it_told_of(ama, mail_server):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    send(ama, Kind.HOST_ANSWER)
    (mail,) = mailed(mail_server)
    Client().post(at(mail["List-Unsubscribe"].strip("<>")))
    assert switched_off(ama) == {Kind.SOMETHING, Kind.HOST_ANSWER}


def test_opening_the_address_changes_nothing_and_shows_one_button(ama):
    page = Client(enforce_csrf_checks=True).get(at(fewer.address(ama.pk, {Kind.SOMETHING})))
    assert page.status_code == 200
    assert page.text.count("<button") == 1
    assert page.cookies == {}
    assert switched_off(ama) == set()


def test_a_press_on_the_page_needs_neither_sign_in_nor_cookie(ama):
    address = at(fewer.address(ama.pk, {Kind.SOMETHING}))
    answer = Client(enforce_csrf_checks=True).post(address)
    assert "Inside you still find everything" in answer.text
    assert switched_off(ama) == {Kind.SOMETHING}


@pytest.mark.parametrize("token", ["x", "A" * 48, "ä" * 10, "%00", "=" * 48])
def test_an_address_that_is_none_of_ours_is_not_there(db, token):
    for ask in (Client().get, Client().post):
        assert ask(f"/fewer/{token}/").status_code == 404


def test_one_changed_sign_makes_it_another_houses(ama):
    token = fewer.address(ama.pk, {Kind.SOMETHING}).split("/")[-2]
    assert fewer.wish_in(token) == fewer.Wish(ama.pk, frozenset({Kind.SOMETHING}))
    for place in range(0, len(token), 5):
        other = "B" if token[place] == "A" else "A"
        with pytest.raises(NotOurs):
            fewer.wish_in(token[:place] + other + token[place + 1 :])


def test_the_address_shows_neither_whose_it_was_nor_what_kind(ama):
    addresses = {fewer.address(ama.pk, {kind}) for kind in set(Kind) - ALWAYS}
    assert len({len(address) for address in addresses}) == 1
    for address in addresses:
        assert re.fullmatch(r"https://elm-house\.example/fewer/[\w=-]{48}/", address)
        assert ama.pk.hex not in address
    assert reverse("fewer-letters", args=["x"]) == "/fewer/x/"


def test_someone_who_is_gone_is_answered_as_anyone(db):
    address = at(fewer.address(uuid4(), {Kind.SOMETHING}))
    assert Client().post(address).status_code == 200
    assert all_letters() == []


def test_every_kind_has_its_place(ama):
    for kind in set(Kind) - ALWAYS:
        token = fewer.address(ama.pk, {kind}).split("/")[-2]
        assert fewer.wish_in(token).kinds == {kind}
    assert fewer.address(ama.pk, ALWAYS) == ""


def test_what_is_off_leaves_the_letter_inside_and_is_not_counted_as_mailed(ama, mail_server):
    Client().post(at(fewer.address(ama.pk, {Kind.SOMETHING})))
    send(ama, Kind.SOMETHING)
    (letter,) = all_letters()
    assert (letter.state, letter.sent_at) == (State.SENT, None)
