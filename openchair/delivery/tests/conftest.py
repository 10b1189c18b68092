"""A small house with a name, readers who sleep when told, and a real mail server."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from django.contrib.auth import get_user_model
from django.core import mail

from openchair.delivery import sending
from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter
from openchair.delivery.night import Hours
from openchair.kernel.guard import acting_for_the_house

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Readers:
    """What the rooms above would know of each account."""

    def __init__(self) -> None:
        self.asleep: dict[Any, Hours] = {}
        self.language: dict[Any, str] = {}
        self.may_hear: Callable[[Letter], bool] = lambda letter: True
        self.stays: Callable[[Letter], bool] = lambda letter: False

    def hours_of(self, account: Any) -> Hours:
        return self.asleep.get(account.pk, Hours())

    def language_of(self, account: Any) -> str:
        return self.language.get(account.pk, "")

    def may_still_hear(self, letter: Letter) -> bool:
        return self.may_hear(letter)

    def stays_inside(self, letter: Letter) -> bool:
        return self.stays(letter)

    def hand_over(self) -> None:
        sending.ask_before_sending(dict.fromkeys(Kind, self.may_still_hear))
        sending.know_readers(hours_of=self.hours_of, language_of=self.language_of)
        sending.speak_as(lambda: "Elm House")
        sending.leave_inside(self.stays_inside)


@pytest.fixture(autouse=True)
def readers() -> Iterator[Readers]:
    questions, readers, name, inside = (
        dict(sending.QUESTIONS),
        [*sending._readers],
        [*sending._name_of_house],
        [*sending._inside],
    )
    told = Readers()
    told.hand_over()
    yield told
    sending.QUESTIONS.clear()
    sending.QUESTIONS.update(questions)
    sending._readers[:], sending._name_of_house[:] = readers, name
    sending._inside[:] = inside


@pytest.fixture(autouse=True)
def post(settings) -> None:
    """A mail server is named; Django's own test mailer stands in its place."""
    settings.OPENCHAIR = replace(
        settings.OPENCHAIR,
        demo=False,
        public_address="https://elm-house.example",
        mail_host="mail.example",
        mail_from="post@elm-house.example",
    )
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    mail.outbox = []


@pytest.fixture
def ama(db):
    return get_user_model().objects.create(email="ama@example.org")


@pytest.fixture
def bert(db):
    return get_user_model().objects.create(email="bert@example.org")


def all_letters() -> list[Letter]:
    with acting_for_the_house("tests"):
        return list(Letter.objects.order_by("written_at", "pk"))


def only_letter() -> Letter:
    (letter,) = all_letters()
    return letter


@dataclass
class MailServer:
    """Keeps what it took on, and answers as it is told, first answer first, then yes."""

    port: int
    answers_to_address: list[str] = field(default_factory=list)
    answers_to_words: list[str] = field(default_factory=list)
    taken: list[Envelope] = field(default_factory=list)
    on_taking: Callable[[], object] = lambda: None

    async def handle_RCPT(self, _server, _session, envelope, address, _options) -> str:  # noqa: N802
        answer = self.answers_to_address.pop(0) if self.answers_to_address else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802
        answer = self.answers_to_words.pop(0) if self.answers_to_words else "250 OK"
        if answer.startswith("250"):
            self.taken.append(envelope)
            self.on_taking()
        return answer


@pytest.fixture
def mail_server(settings, post) -> Iterator[MailServer]:
    server = MailServer(a_free_port())
    through_smtp(settings, server.port)
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    yield server
    controller.stop()


def through_smtp(settings, port: int, **more: object) -> None:
    options = {"host": "127.0.0.1", "port": port, "timeout": 5, "name": "elm-house.example"} | more
    backend = "openchair.delivery.channels.smtp.Backend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}


def a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])
