"""The worker begins and ends with the server it lives in."""

import asyncio
import contextlib
from collections.abc import Mapping
from datetime import UTC, datetime
from threading import enumerate as threads
from typing import Any

import pytest

from openchair import asgi, clock
from openchair.delivery import sending
from openchair.delivery.sending import NotHandedOver
from openchair.kernel.sealed import KeysInMemory, keys

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db(transaction=True)


class Server:
    """What uvicorn does at both ends of its life."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.at_work: list[bool] = []

    async def receive(self) -> dict[str, str]:
        self.at_work.append(a_worker_is_there())
        return {"type": "lifespan"}

    async def send(self, said: Mapping[str, Any]) -> None:
        self.heard.append(said["type"])

    def live(self) -> None:
        asyncio.run(asgi.application({"type": "lifespan"}, self.receive, self.send))


def a_worker_is_there() -> bool:
    return any(thread.name == "worker" for thread in threads())


def test_the_worker_is_there_while_the_house_is_open():
    server = Server()
    server.live()
    assert server.heard == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert server.at_work == [False, True]
    assert not a_worker_is_there()


def test_a_house_that_cannot_send_letters_does_not_open(monkeypatch):
    monkeypatch.setattr(sending, "_readers", [])
    server = Server()
    with contextlib.suppress(NotHandedOver):
        server.live()
    assert server.heard == ["lifespan.startup.failed"]


@pytest.mark.parametrize("name", clock.APPOINTMENTS)
def test_every_appointment_can_be_kept_again_and_again(name, monkeypatch):
    monkeypatch.setattr(keys, "store", KeysInMemory())
    clock.APPOINTMENTS[name].do(NOON)
    clock.APPOINTMENTS[name].do(NOON)
