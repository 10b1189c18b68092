"""Someone without an account may be written to; who they are lies nowhere in this room."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import transaction

from openchair.delivery import letters, outbox, sending
from openchair.delivery.kinds import Kind
from openchair.delivery.models import State
from openchair.delivery.night import Hours
from openchair.delivery.tests.conftest import NOON, only_letter

PAGE = "/letter/a-long-address/"
NIGHT = Hours(time(11), time(13))


@pytest.fixture(autouse=True)
def knowing_only_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who strangers are was handed over by the rooms above; other tests need it as it was."""
    monkeypatch.setattr(sending, "_strangers", [])


def write(stranger: sending.Stranger) -> None:
    sending.know_strangers(lambda _letter: stranger)
    with transaction.atomic():
        letters.write_to_stranger(Kind.HOST_ANSWER, about=uuid4(), at=NOON)


def test_the_mail_says_one_neutral_sentence_and_where_to_go(db):
    write(sending.Stranger("noor@example.org", PAGE))
    outbox.send_due(NOON)
    (sent,) = mail.outbox
    assert sent.to == ["noor@example.org"]
    assert sent.body == (
        f"An answer is waiting for you at Elm House.\n\nhttps://elm-house.example{PAGE}\n"
    )
    assert only_letter().state == State.SENT


def test_nothing_of_the_stranger_lies_in_the_letter(db):
    write(sending.Stranger("noor@example.org", PAGE))
    letter = only_letter()
    assert (letter.to_id, letter.address, letter.secret) == (None, "", "")


def test_it_waits_for_the_morning(db):
    write(sending.Stranger("noor@example.org", PAGE, hours=NIGHT))
    outbox.send_due(NOON)
    assert not mail.outbox
    outbox.send_due(NOON + timedelta(hours=1))
    assert len(mail.outbox) == 1


def test_where_the_address_is_gone_nothing_is_sent(db):
    write(sending.Stranger())
    outbox.send_due(NOON)
    assert not mail.outbox
