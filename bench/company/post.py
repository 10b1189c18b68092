"""A mail server on this machine that notes when a mail came, and for whom."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from bench.ground.house import a_free_port


class Post:
    def __init__(self) -> None:
        self._came: dict[str, float] = {}
        self._more = threading.Condition()

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  # its name in the library
        with self._more:
            for address in envelope.rcpt_tos:
                self._came.setdefault(address, time.monotonic())
            self._more.notify_all()
        return "250 OK"

    def came(self, address: str, *, within: float) -> float | None:
        """When the first mail for this address came; None if none did."""
        with self._more:
            self._more.wait_for(lambda: address in self._came, within)
            return self._came.get(address)


@contextmanager
def a_post_office() -> Iterator[tuple[Post, int]]:
    post, port = Post(), a_free_port()
    controller = Controller(post, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield post, port
    finally:
        controller.stop()
