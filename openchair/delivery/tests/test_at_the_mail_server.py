"""Letters on their way out, against a real mail server that says yes, later, never, or nothing."""

import smtplib
import ssl
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from threading import Thread
from uuid import uuid4

import pytest
from django.db import connections, transaction

from openchair.delivery import letters, outbox, sending
from openchair.delivery.channels import email
from openchair.delivery.channels.email import DeadAddress, NotTaken, Refused, ServerAway
from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter, State
from openchair.delivery.tests import failing
from openchair.delivery.tests.conftest import (
    NOON,
    a_free_port,
    all_letters,
    only_letter,
    through_smtp,
)
from openchair.delivery.wording import Mail

CANARIES = ["Tuesday table", "Bert", "I could not sleep again", "walking-canary"]
MAIL = Mail("ama@example.org", "Elm House", "A code", "Your code is AAA.\n")


def parsed(server):
    return [message_from_bytes(taken.content, policy=policy.default) for taken in server.taken]


def test_a_letter_is_sent_once(ama, mail_server):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    outbox.send_due(NOON + timedelta(days=2))
    assert len(mail_server.taken) == 1
    assert mail_server.taken[0].rcpt_tos == ["ama@example.org"]
    assert only_letter().state == State.SENT


def test_a_mail_says_where_it_is_from_and_nothing_about_the_machine(ama, mail_server):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    (mail,) = parsed(mail_server)
    assert mail["From"] == "Elm House <post@elm-house.example>"
    assert mail["Message-ID"] == f"<{only_letter().pk}@elm-house.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Mailer"] is None
    parts = [part.get_content_type() for part in mail.iter_parts()]
    assert parts == ["text/plain", "text/html"]
    names = {"from", "to", "subject", "date", "message-id", "auto-submitted", "mime-version"}
    names |= {"content-type", "list-unsubscribe", "list-unsubscribe-post"}
    assert {name.lower() for name in mail} <= names


@pytest.mark.parametrize("kind", Kind)
def test_no_word_of_the_house_leaves_it(ama, mail_server, kind):
    about = uuid4()
    letters.write(ama, kind, about=about, at=NOON)
    outbox.send_due(NOON)
    raw = mail_server.taken[0].content.decode()
    decoded = [part.get_content() for part in parsed(mail_server)[0].iter_parts()]
    for text in (raw, *decoded):
        assert not any(canary in text for canary in [*CANARIES, str(about), about.hex])


def test_a_name_in_another_script_arrives(ama, mail_server):
    sending.speak_as(lambda: 'Ulmenhaus Ӂ, "Süd"')
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    (mail,) = parsed(mail_server)
    assert mail["From"].addresses[0].display_name == 'Ulmenhaus Ӂ, "Süd"'
    assert "Ulmenhaus Ӂ" in mail.get_body(("plain",)).get_content()


def test_a_server_that_says_later_is_asked_later(ama, mail_server):
    mail_server.answers_to_address = ["451 greylisted", "451 greylisted"]
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON, secret="AAA")
    moments = [NOON + timedelta(seconds=seconds) for seconds in (0, 9, 10, 39, 40)]
    states = []
    for moment in moments:
        outbox.send_due(moment)
        states.append((only_letter().tries, only_letter().state))
    waiting = State.WAITING
    assert states == [(1, waiting), (1, waiting), (2, waiting), (2, waiting), (2, State.SENT)]
    assert len(mail_server.taken) == 1


def test_what_gathered_stays_together_when_the_server_says_later(ama, mail_server):
    mail_server.answers_to_words = ["452 busy"]
    letters.write(ama, Kind.SOMETHING, at=NOON)
    letters.write(ama, Kind.INVITATION, at=NOON)
    outbox.send_due(NOON)
    assert {letter.state for letter in all_letters()} == {State.WAITING}
    outbox.send_due(NOON + timedelta(seconds=10))
    assert len(mail_server.taken) == 1


@pytest.mark.parametrize("place", ["answers_to_address", "answers_to_words"])
def test_a_dead_address_is_not_tried_again(ama, mail_server, place):
    setattr(mail_server, place, ["550 nobody here by that name"])
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    outbox.send_due(NOON + timedelta(days=1))
    letter = only_letter()
    assert letter.state == State.FAILED
    assert letter.last_error.startswith("SMTP")
    assert "ama" not in letter.last_error
    assert mail_server.taken == []


def test_an_address_that_is_none_is_not_tried_again(ama, mail_server):
    ama.email = "two@example.org, three@example.org"
    ama.save()
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    assert (only_letter().state, only_letter().last_error) == (State.FAILED, "ValueError")


def test_a_server_that_is_down_keeps_the_rest_waiting(ama, bert, settings):
    through_smtp(settings, a_free_port())
    letters.write_to_each([ama, bert], Kind.SOMETHING, at=NOON)
    with pytest.raises(ServerAway):
        outbox.send_due(NOON)
    assert sorted(letter.tries for letter in all_letters()) == [0, 1]
    assert {letter.state for letter in all_letters()} == {State.WAITING}


def test_a_server_that_comes_back_gets_what_waited(ama, mail_server, settings):
    there = settings.MAILERS
    through_smtp(settings, a_free_port())
    letters.write(ama, Kind.SOMETHING, at=NOON)
    with pytest.raises(ServerAway):
        outbox.send_due(NOON)
    settings.MAILERS = there
    outbox.send_due(NOON + timedelta(seconds=10))
    assert only_letter().state == State.SENT


def test_after_half_a_week_of_trying_a_letter_has_failed(ama, mail_server):
    mail_server.answers_to_address = ["451 later"] * 100
    letters.write(ama, Kind.SOMETHING, at=NOON)
    moments = [NOON]
    while only_letter().state == State.WAITING:
        moments.append(only_letter().due_at)
        outbox.send_due(moments[-1])
    assert only_letter().state == State.FAILED
    assert timedelta(days=2) < moments[-1] - NOON < timedelta(days=4)


def test_a_house_without_a_mail_server_keeps_its_letters(ama, settings):
    settings.OPENCHAIR = replace(settings.OPENCHAIR, mail_host="")
    letters.write(ama, Kind.SOMETHING, at=NOON)
    with pytest.raises(ServerAway):
        outbox.send_due(NOON)
    assert only_letter().state == State.WAITING


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (smtplib.SMTPAuthenticationError(535, b"no"), ServerAway),
        (smtplib.SMTPConnectError(554, b"no"), ServerAway),
        (smtplib.SMTPServerDisconnected(), ServerAway),
        (TimeoutError(), ServerAway),
        (ssl.SSLCertVerificationError(), ServerAway),
        (smtplib.SMTPSenderRefused(530, b"TLS first", "post@elm-house.example"), ServerAway),
        (smtplib.SMTPSenderRefused(550, b"no", "post@elm-house.example"), Refused),
        (smtplib.SMTPDataError(450, b"later"), Refused),
        (smtplib.SMTPSenderRefused(421, b"closing", "post@elm-house.example"), ServerAway),
        (smtplib.SMTPDataError(552, b"5.2.2 mailbox full"), Refused),
        (smtplib.SMTPDataError(554, b"no"), NotTaken),
        (smtplib.SMTPDataError(421, b"closing"), ServerAway),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (421, b"closing")}), ServerAway),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (552, b"full")}), Refused),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (550, b"5.2.2 full")}), Refused),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (554, b"5.7.1 no relay")}), Refused),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (550, b"5.1.1 no")}), DeadAddress),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (450, b"later")}), Refused),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (550, b"no such user")}), DeadAddress),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (550, b"Bad SPF")}), Refused),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (550, b"5.1.0 on a list")}), Refused),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (550, b"5.1.10 gone")}), DeadAddress),
        (smtplib.SMTPRecipientsRefused({"ama@example.org": (554, b"no recipient")}), Refused),
    ],
)
def test_every_answer_has_its_meaning(settings, error, verdict):
    settings.MAILERS = {"default": {"BACKEND": "openchair.delivery.tests.failing.Backend"}}
    failing.error = error
    with pytest.raises(verdict):
        email.send(MAIL, "<1@elm-house.example>")


def test_a_fault_of_ours_is_tried_again_and_told_by_its_class_alone(ama, bert, readers, mailoutbox):
    def broken(letter: Letter) -> bool:
        if letter.to == ama:
            raise KeyError("ama@example.org")
        return True

    readers.may_hear = broken
    letters.write_to_each([ama, bert], Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    told = {letter.to_id: (letter.state, letter.last_error) for letter in all_letters()}
    assert told == {ama.pk: (State.WAITING, "KeyError"), bert.pk: (State.SENT, "")}


@pytest.mark.django_db(transaction=True)
def test_several_processes_send_each_letter_once(ama, bert, mail_server, transactional_db):
    with transaction.atomic():
        for _ in range(12):
            letters.write(ama, Kind.SECURITY, at=NOON)
            letters.write(bert, Kind.SOMETHING, at=NOON)
    workers = [Thread(target=send_and_leave) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    identities = [mail["Message-ID"] for mail in parsed(mail_server)]
    assert len(identities) == len(set(identities)) == 13
    assert {letter.state for letter in all_letters()} == {State.SENT}


def send_and_leave() -> None:
    outbox.send_due(NOON)
    connections.close_all()
