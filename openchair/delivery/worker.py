"""The one who works while nobody asks: sends what is due, and keeps the clock's appointments.

A thread in the web process. It sleeps until the bell rings or a second has passed, which is how it
hears of letters written by other processes. Whatever goes wrong, it goes on.
"""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Self

from django.db import connections

from openchair.delivery import bell, outbox, sending

log = logging.getLogger("openchair.delivery")

POLL = 1.0
REST = 10.0
PATIENCE = 20.0


@dataclass(frozen=True)
class Appointment:
    """Something to be done at start and then again and again; it must be safe to repeat."""

    every: timedelta
    do: Callable[[datetime], object]


class Worker:
    """`now` is the clock on the wall. Intervals are measured by one that nobody sets."""

    def __init__(
        self, appointments: Mapping[str, Appointment], now: Callable[[], datetime]
    ) -> None:
        self._appointments = appointments
        self._now = now
        self._next = dict.fromkeys(appointments, time.monotonic())
        self._stopping = Event()
        self._thread = Thread(target=self.run, name="worker", daemon=True)

    def start(self) -> None:
        """Raises NotHandedOver when the house is not ready to send."""
        sending.ready()
        self._thread.start()

    def stop(self) -> None:
        """Returns when the letter in hand is sent, or after a while without it."""
        self._stopping.set()
        bell.ring()
        self._thread.join(PATIENCE)

    def run(self) -> None:
        while not self._stopping.is_set():
            self._keep_appointments()
            self._send()
        connections.close_all()

    def _keep_appointments(self) -> None:
        for name, appointment in self._appointments.items():
            if time.monotonic() >= self._next[name]:
                self._next[name] = time.monotonic() + appointment.every.total_seconds()
                with GoingOn(name):
                    appointment.do(self._now())

    def _send(self) -> None:
        more = False
        with GoingOn("send letters") as sent:
            more = outbox.send_next(self._now())
        if sent.failed:
            self._stopping.wait(REST)
        else:
            bell.wait(0 if more else POLL)


class GoingOn:
    """What fails inside is logged, by its class alone; the worker goes on with new connections."""

    failed = False

    def __init__(self, what: str) -> None:
        self.what = what

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object
    ) -> bool:
        self.failed = isinstance(error, Exception)
        if self.failed:
            log.error("The worker could not %s: %s", self.what, type(error).__name__)
            connections.close_all()
        return self.failed
