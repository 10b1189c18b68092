"""One case of one way: what was answered, and how long the answers took."""

import re
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from bench.prober.table import Table
from bench.timing import plain
from tests.guest import Guest

IDS = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TOKENS = re.compile(rb"/i/[A-Za-z0-9_-]{20,}")


@dataclass
class Watch:
    """`told` is all that whoever probes could read; `seconds` what they had to wait for it."""

    told: list[bytes] = field(default_factory=list)
    seconds: float = 0.0

    def get(self, guest: Guest, *pages: str) -> None:
        for page in pages:
            self._ask(guest.get, page)

    def post(self, guest: Guest, page: str, **fields: str) -> None:
        self._ask(guest.post, page, once=str(uuid.uuid4()), **fields)

    def _ask(self, question: Callable[..., Any], *said: str, **named: str) -> None:
        began = time.perf_counter()
        answer = question(*said, **named)
        self.seconds += time.perf_counter() - began
        self.note(plain(answer))

    def note(self, said: object) -> None:
        raw = said if isinstance(said, bytes) else repr(said).encode()
        self.told.append(TOKENS.sub(b"/i/TOKEN", IDS.sub(b"ID", raw)))


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done within has never been."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def guest(table: Table, name: str) -> Guest:
    return Guest(table.account(name))
