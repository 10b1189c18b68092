"""The one who asks for a copy and is forgotten; and the other one, who goes on meanwhile."""

import json
import statistics
import threading
import time
from dataclasses import dataclass, field
from typing import Any, Self

from bench.ground.house import Answer, Caller, Folder, Server, look
from bench.ground.writing import Writer, as_read

TAKE, FILE, EVERYTHING = "/mine/words/copy/", "/mine/words/copy/file/", "/mine/words/everything/"
ERASED = b"It is erased"
SURE = "/sure/"
EVERY = 0.2  # seconds between two requests of the other one
PATIENCE = 1800.0


class Slow(Exception):
    """It was not done in half an hour."""


class Asker:
    """Signs in again where ten minutes went by and the house asks whether it is them."""

    def __init__(self, folder: Folder, one: str) -> None:
        self._folder, self._one = folder, one
        self._sign_in()

    def _sign_in(self) -> None:
        cookies: str = self._folder.ask("bench.export.laying.sure_of", one=self._one)
        self._writer = Writer(self._folder.port, TAKE, cookies)
        self._writer.open_the_page()

    def ask_for_copy(self) -> float:
        """Seconds until it can be fetched."""
        began = time.monotonic()
        assert self._writer.send(TAKE).status == 302
        self._wait(TAKE, FILE.encode(), began)
        return time.monotonic() - began

    def fetch(self) -> bytes:
        answer = self._look(FILE)
        assert answer.status == 200
        return answer.body

    def be_forgotten(self, token: str) -> tuple[float, float]:
        """Seconds until the press is answered, and until everything is erased."""
        began = time.monotonic()
        answer = self._writer.send(EVERYTHING, token)
        pressed = time.monotonic() - began
        assert answer.status == 302
        self._wait(answer.headers["location"], ERASED, began)
        return pressed, time.monotonic() - began

    def _wait(self, page: str, until: bytes, began: float) -> None:
        while until not in as_read(self._look(page)):
            if time.monotonic() > began + PATIENCE:
                raise Slow
            time.sleep(0.5)

    def _look(self, page: str) -> Answer:
        answer = look(self._folder.port, page, self._writer.cookies)
        if answer.headers.get("location", "").endswith(SURE):
            self._sign_in()
            return look(self._folder.port, page, self._writer.cookies)
        return answer


@dataclass
class Samples:
    """How long the other one waited for pages and for what they said; the house's memory."""

    read: list[float] = field(default_factory=list)
    said_in: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    failed: int = 0

    @classmethod
    def of_a_calm_house(cls, server: Server, world: dict[str, Any]) -> "Samples":
        with Other(server, world) as other:
            time.sleep(8)
            return other.samples()

    @property
    def most_memory(self) -> int:
        return max(self.memory)

    @property
    def least_memory(self) -> int:
        return min(self.memory)

    def said(self) -> str:
        return f"{_spread(self.read)} for a page, {_spread(self.said_in)} to say something"


def longest(folder: Folder, name: str) -> dict[str, float]:
    """Of this appointment: the longest turn, its processor time, and the longest transaction."""
    time.sleep(2)
    seen: dict[str, dict[str, float]] = json.loads((folder.home / "watched.json").read_text())
    return seen[name]


def _spread(seconds: list[float]) -> str:
    if not seconds:
        return "not at all"
    return f"{statistics.median(seconds):.2f} s ({max(seconds):.2f} at most)"


class Other:
    """Reads and writes by turns, each over a connection of its own thread, until it is left."""

    def __init__(self, server: Server, world: dict[str, Any]) -> None:
        self._server, self._page = server, world["page"]
        self._reader = Caller(server.folder.port, world["cookies"])
        self._writer = Writer(server.folder.port, world["page"], world["cookies"])
        self._writer.open_the_page()
        self._samples, self._ended = Samples(), threading.Event()
        self._threads = [threading.Thread(target=act) for act in (self._go_on, self._watch)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def samples(self) -> Samples:
        self.__exit__()
        return self._samples

    def _go_on(self) -> None:
        number = 0
        while not self._ended.wait(EVERY):
            number += 1
            self._time(self._samples.read, 200, lambda: self._reader.get("/today/"))
            if number % 5 == 0:
                self._time(
                    self._samples.said_in,
                    302,
                    lambda: self._writer.send(
                        self._page, words="I am here.", kind="", need="", audience="circle"
                    ),
                )

    def _time(self, kept: list[float], status: int, ask: Any) -> None:
        began = time.monotonic()
        try:
            good = ask().status == status
        except OSError:
            good = False
        kept.append(time.monotonic() - began)
        self._samples.failed += not good

    def _watch(self) -> None:
        self._samples.memory.append(self._server.memory())
        while not self._ended.wait(0.1):
            self._samples.memory.append(self._server.memory())
