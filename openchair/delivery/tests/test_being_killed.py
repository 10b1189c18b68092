"""kill -9 between sending and marking: at most one mail twice, and both under one Message-ID."""

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from email import message_from_bytes

import pytest
from django.db import connection, transaction

from openchair.delivery import letters
from openchair.delivery.kinds import Kind
from openchair.delivery.models import State
from openchair.delivery.tests.conftest import NOON, MailServer, only_letter

MINUTE = timedelta(minutes=1)


@pytest.fixture
def a_letter(transactional_db, ama):
    with transaction.atomic():
        letters.write(ama, Kind.SOMETHING, at=NOON)


def worker(server: MailServer, at: datetime) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "openchair.delivery.tests.one_worker",
            str(connection.settings_dict["NAME"]),
            str(server.port),
            at.isoformat(),
        ],
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": "openchair.settings", "OPENCHAIR_MAIL_HOST": "127.0.0.1"},
    )


def test_a_worker_killed_after_sending_costs_one_mail_sent_twice(a_letter, mail_server):
    victim = worker(mail_server, NOON)
    mail_server.on_taking = lambda: os.kill(victim.pid, signal.SIGKILL)
    assert victim.wait() == -signal.SIGKILL
    mail_server.on_taking = lambda: None
    assert only_letter().state == State.WAITING

    assert worker(mail_server, NOON).wait() == 0, "the dead hand still holds it"
    assert len(mail_server.taken) == 1
    assert worker(mail_server, NOON + 3 * MINUTE).wait() == 0
    assert worker(mail_server, NOON + 6 * MINUTE).wait() == 0

    assert only_letter().state == State.SENT
    first, second = (message_from_bytes(taken.content) for taken in mail_server.taken)
    assert first["Message-ID"] == second["Message-ID"]
