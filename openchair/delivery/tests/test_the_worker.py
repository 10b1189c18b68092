"""The worker goes on, whatever goes wrong, and stops when it is told."""

import logging
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from threading import Event

import pytest
from django.db import transaction

from openchair.delivery import bell, letters, sending, worker
from openchair.delivery.kinds import Kind
from openchair.delivery.models import State
from openchair.delivery.sending import NotHandedOver
from openchair.delivery.tests.conftest import NOON, a_free_port, only_letter, through_smtp
from openchair.delivery.worker import Appointment, Worker

pytestmark = pytest.mark.django_db(transaction=True)
OFTEN, SELDOM = timedelta(seconds=0), timedelta(days=1)

type Begin = Callable[..., Worker]


@pytest.fixture
def begin() -> Iterator[Begin]:
    begun: list[Worker] = []

    def begin(**appointments: Appointment) -> Worker:
        at_work = Worker(appointments, lambda: NOON)
        at_work.start()
        begun.append(at_work)
        return at_work

    yield begin
    for one in begun:
        one.stop()


def until(true: Callable[[], object], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(true())


def write(to) -> None:
    with transaction.atomic():
        letters.write(to, Kind.SIGN_IN_CODE, at=NOON, secret="AAA")


def test_a_code_is_on_its_way_in_a_moment(ama, begin, mail_server):
    begin()
    time.sleep(0.1)
    write(ama)
    assert until(lambda: mail_server.taken, seconds=2)
    assert until(lambda: only_letter().state == State.SENT)


def test_letters_of_another_process_are_found_without_a_bell(ama, begin, mail_server, monkeypatch):
    monkeypatch.setattr(bell, "ring", lambda: None)
    begin()
    write(ama)
    assert until(lambda: mail_server.taken, seconds=4)


def test_appointments_are_kept_at_start_and_then_when_they_are_due(begin):
    often: list[datetime] = []
    seldom: list[datetime] = []
    begin(often=Appointment(OFTEN, often.append), seldom=Appointment(SELDOM, seldom.append))
    assert until(lambda: len(often) > 1)
    assert len(seldom) == 1
    assert often[0] == NOON


def test_one_that_fails_keeps_nothing_else_from_being_done(ama, begin, mail_server, caplog):
    def fail(_at: object) -> None:
        raise ValueError("ama@example.org")

    logging.getLogger("openchair").propagate = True
    begin(tidy=Appointment(SELDOM, fail))
    write(ama)
    assert until(lambda: mail_server.taken)
    logging.getLogger("openchair").propagate = False
    assert "The worker could not tidy: ValueError" in caplog.text
    assert "ama@" not in caplog.text


def test_while_the_mail_server_is_away_the_worker_rests_and_then_sends(
    ama, begin, mail_server, settings, monkeypatch
):
    monkeypatch.setattr(worker, "REST", 0.05)
    monkeypatch.setattr("openchair.delivery.outbox.PAUSES", [0] * 1000)
    there = settings.MAILERS
    through_smtp(settings, a_free_port())
    begin()
    write(ama)
    assert until(lambda: only_letter().tries > 1)
    settings.MAILERS = there
    assert until(lambda: mail_server.taken)


def test_a_worker_that_rests_stops_at_once(ama, begin, settings):
    through_smtp(settings, a_free_port())
    at_work = begin()
    write(ama)
    assert until(lambda: only_letter().tries)
    began = time.monotonic()
    at_work.stop()
    assert time.monotonic() - began < 5


def test_the_letter_in_hand_is_finished_before_it_stops(ama, begin, mail_server):
    taking = Event()
    mail_server.on_taking = taking.set
    at_work = begin()
    write(ama)
    taking.wait(60)
    at_work.stop()
    assert only_letter().state == State.SENT


def test_a_worker_does_not_start_in_a_house_that_is_not_ready(begin):
    sending._readers.clear()
    with pytest.raises(NotHandedOver):
        begin()
