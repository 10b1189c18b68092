"""A trial letter through the outbox to a real mail server, and what the page says of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from openchair.delivery import outbox
from openchair.delivery.channels.email import ServerAway
from openchair.delivery.tests.conftest import MailServer, a_free_port
from openchair.house.queries import step_done_on
from openchair.testing.scenes import NOON
from tests.first_morning import STEWARD, begin, do
from tests.guest import Guest

PAGE = "/house/mail/"


@pytest.fixture
def ralf(address: str, settings: Any) -> Guest:
    """Half way, in a house that knows a mail server."""
    ralf = Guest()
    begin(ralf, address)
    for step in ("name", "place", "steward"):
        do(ralf, step)
    settings.OPENCHAIR = replace(
        settings.OPENCHAIR,
        mail_host="127.0.0.1",
        mail_from="post@elm-house.example",
        public_address="https://elm-house.example",
    )
    return ralf


@pytest.fixture
def mail_server(settings: Any) -> Iterator[MailServer]:
    server = MailServer(a_free_port())
    options = {"host": "127.0.0.1", "port": server.port, "timeout": 5}
    backend = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    yield server
    controller.stop()


def try_it(ralf: Guest) -> None:
    answer = ralf.fill(PAGE, f"{PAGE}try/", email=STEWARD["email"])
    assert answer.status_code == 302


def test_the_letter_is_taken_and_its_code_proves_that_it_arrived(
    ralf: Guest, mail_server: MailServer
) -> None:
    try_it(ralf)
    assert "on its way" in ralf.get(PAGE).text
    outbox.send_due(timezone.now())
    assert "The mail server took the letter." in ralf.get(PAGE).text
    (taken,) = mail_server.taken
    assert taken.rcpt_tos == [STEWARD["email"]]
    assert isinstance(taken.content, bytes)
    letter = message_from_bytes(taken.content, policy=default).get_body(["plain"])
    assert letter
    code = re.findall(r"[A-Z0-9]{4}-[A-Z0-9]{4}", letter.get_content())[0]
    assert ralf.fill(PAGE, code=code).status_code == 302
    assert step_done_on("mail") == NOON.date()


def test_a_server_that_is_away_is_said_and_nothing_is_claimed(ralf: Guest, settings: Any) -> None:
    nobody = {"host": "127.0.0.1", "port": a_free_port(), "timeout": 2}
    backend = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": nobody}}
    try_it(ralf)
    with pytest.raises(ServerAway):
        outbox.send_due(timezone.now())
    page = ralf.get(PAGE).text
    assert "did not take the letter (ConnectionRefusedError)" in page
    assert "took the letter." not in page.replace("not take", "")


def test_another_code_is_none(ralf: Guest) -> None:
    try_it(ralf)
    answer = ralf.fill(PAGE, code="AAAA-BBBB")
    assert answer.status_code == 422
    assert "not the code" in answer.text
    assert step_done_on("mail") is None


def test_an_address_that_is_none_is_said(ralf: Guest) -> None:
    answer = ralf.fill(PAGE, f"{PAGE}try/", email="ralf")
    assert answer.status_code == 422
    assert "does not look like an address" in answer.text


def test_without_a_mail_server_the_page_says_what_that_means(address: str) -> None:
    ralf = Guest()
    begin(ralf, address)
    for step in ("name", "place", "steward"):
        do(ralf, step)
    page = ralf.get(PAGE).text
    assert "no code can be sent to someone who wants to come back" in page
    assert "openchair.toml" in page
    assert ralf.press(PAGE, f"{PAGE}without/").status_code == 302
