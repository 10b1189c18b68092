"""One press at one table, and what follows from it, second by second."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from bench.company.hours import Hour
from bench.company.post import Post
from bench.ground.writing import Writer, as_read

A_MINUTE = 60.0
LOOKED = 0.1
STAYS_QUIET = 3.0
"""Seconds for which nobody hears who was not asked."""


class Never(Exception):
    """A step did not happen, or somebody heard who had not said so."""


@dataclass
class Steps:
    """What happened, and after how many seconds, each time."""

    after: dict[str, list[float]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def note(self, step: str, seconds: float) -> None:
        self.after.setdefault(step, []).append(seconds)

    @property
    def longest(self) -> float:
        return max((max(times) for times in self.after.values()), default=0.0)


class Once:
    """One press at one table. Sam writes; Ana has the house open, Joe has not."""

    def __init__(
        self,
        hour: Hour,
        port: int,
        post: Post,
        table: dict[str, Any],
        steps: Steps,
        patience: float = A_MINUTE,
    ) -> None:
        self.patience = patience
        self.hour, self.post, self.joe, self.steps = hour, post, table["joe"], steps
        self.sam = Writer(port, table["path"], table["sam"])
        self.ana = Writer(port, table["path"], table["ana"])
        self.sam.open_the_page()
        self.ana.open_the_page()

    def goes(self) -> None:
        self.press("Say it, answered", self.say)
        if self.hour.asked:
            self.somebody_hears("the writer reads that", self.hour.reads)
            return
        self.until("the writer reads that", self.sam, self.call, self.hour.reads)
        self.nobody_hears()
        if self.hour.wakes:
            self.press("Wake someone, answered", lambda: self.sam.send(f"{self.call}wake/"))
            self.somebody_hears("the writer reads who was asked", "have been asked.")

    def say(self) -> Any:
        words = {"words": "Would somebody sit with me?", "kind": "sit-with-me"}
        answer = self.sam.send(self.sam.path, **words, need="", audience="circle")
        self.call = answer.headers.get("location", "")
        return answer

    def somebody_hears(self, step: str, words: str) -> None:
        """Sam and Ana look at the same time, each at a page of their own."""
        with ThreadPoolExecutor() as both:
            line = "Sam would like company now."
            looks = both.submit(
                self.until, "on Today of Ana, who is here", self.ana, "/today/", line
            )
            self.until(step, self.sam, self.call, words)
            looks.result()
        came = self.post.came(self.joe, within=A_MINUTE)
        if came is None:
            raise Never("no mail came")
        self.steps.note("the mail for Joe is at the mail server", came - self.began)
        self.press("I’m coming, pressed by Ana, answered", self.come)
        self.until("the writer reads that Ana is here", self.sam, self.call, "Ana is here.")

    def come(self) -> Any:
        return self.ana.send(f"{self.call}answer/", answer="coming")

    def nobody_hears(self) -> None:
        if self.post.came(self.joe, within=STAYS_QUIET) is not None:
            raise Never("a mail came for somebody who had not said so")
        if "would like company" in self.reads(self.ana, "/today/"):
            raise Never("Today says it to somebody who had not said so")

    def press(self, step: str, form: Callable[[], Any]) -> None:
        """A form, after which seconds are counted from its press."""
        self.began = time.monotonic()
        answer = form()
        if answer.status not in (302, 303):
            raise Never(f"{step}: {answer.status}")
        self.steps.note(step, time.monotonic() - self.began)

    def until(
        self, step: str, who: Writer, page: str, words: str, *, every: float = LOOKED
    ) -> None:
        """Again and again they look whether these words stand there."""
        while words not in self.reads(who, page):
            if time.monotonic() > self.began + self.patience:
                raise Never(f"{step}: not within {self.patience:g} seconds")
            time.sleep(every)
        self.steps.note(step, time.monotonic() - self.began)

    def reads(self, who: Writer, page: str) -> str:
        return as_read(who.caller.get(page)).decode()
