"""Four people who say, answer, see, take back, erase and are called anew, as their browsers would.

Each act is one form. What it acts on is a *thing*: words, an answer, a mark of having seen, a name.
A thing goes from one state to the next, by its owner's acts alone, one after the other.
"""

import re
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from bench.ground.house import Answer, look
from bench.ground.writing import Writer, as_read

SAID = re.compile(r"#said-([0-9a-f-]{36})$")
MY_ANSWER = re.compile(rb"/answers/([0-9a-f-]{36})/taking-back/")
NOT_THERE = ["not there"]
NIGHT = {"night_from": "21:00", "night_until": "08:00", "zone": "UTC", "theme": ""}


@dataclass
class Act:
    """Answered with a yes at this port. `state` is what the thing is from then on."""

    thing: str
    state: list[str]
    account: str
    path: str
    once: str
    port: int


@dataclass
class Told:
    """What happened, in the order in which it was answered at each port."""

    acts: list[Act] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@dataclass
class Person:
    entry: dict[str, str]
    port: int
    dice: Random
    told: Told
    others_words: list[str]
    """Shares of the one they sit with."""
    words: list[str] = field(default_factory=list)
    kept_apart: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    def sit_down(self) -> None:
        """At a server that has just been started."""
        entry = self.entry
        self._writer = Writer(self.port, entry["path"], entry["cookies"])
        self._writer.open_the_page()

    def start(self, acts: int) -> None:
        self._thread = threading.Thread(target=self._act, args=(acts,), daemon=True)
        self._thread.start()

    def finish(self) -> None:
        self._thread.join()

    def _act(self, acts: int) -> None:
        ways: dict[Callable[[], None], int] = {
            self._say: 40,
            self._answer: 16,
            self._see: 10,
            self._look_away: 4,
            self._take_back_words: 6,
            self._take_back_answer: 4,
            self._erase_words: 10,
            self._erase_answer: 4,
            self._be_called: 6,
        }
        for way in self.dice.choices(list(ways), list(ways.values()), k=acts):
            way()

    def _say(self) -> None:
        words, audience = (
            self._new_words(),
            self.dice.choice(("circle", "circle", "circle", "only-me")),
        )
        path, once = self.entry["path"], str(uuid.uuid4())
        answer = self._send(path, once, words=words, kind="", need="", audience=audience)
        found = SAID.search(answer.headers.get("location", ""))
        if self._is_yes(path, answer) and found:
            self._note(f"share {found[1]}", ["said", words, audience], path, once)
            (self.words if audience == "circle" else self.kept_apart).append(found[1])

    def _answer(self) -> None:
        if not self.others_words:
            return
        words, path = self._new_words(), f"/words/{self.dice.choice(self.others_words)}/answers/"
        once = str(uuid.uuid4())
        if not self._is_yes(path, self._send(path, once, words=words)):
            return
        port = self._writer.caller.port
        if new := self._answers_on_the_page() - self.known:
            self.known |= new
            self.answers += new
            self._note(f"answer {new.pop()}", ["said", words], path, once, port=port)

    def _answers_on_the_page(self) -> set[str]:
        page = as_read(look(self.port, self.entry["path"], self.entry["cookies"]))
        return {found.decode() for found in MY_ANSWER.findall(page)}

    def _see(self) -> None:
        if fresh := [words for words in self.others_words if words not in self.seen]:
            share = self.dice.choice(fresh)
            if self._press(f"seen {share} {self._account}", ["seen"], f"/words/{share}/seen/"):
                self.seen.add(share)

    def _look_away(self) -> None:
        if share := self._one_of(sorted(self.seen)):
            thing = f"seen {share} {self._account}"
            if self._press(thing, NOT_THERE, f"/words/{share}/unseen/"):
                self.seen.discard(share)

    def _take_back_words(self) -> None:
        if share := self._one_of(self.words + self.kept_apart):
            self._press(f"share {share}", ["taken back"], f"/words/{share}/taking-back/")

    def _take_back_answer(self) -> None:
        if answer := self._one_of(self.answers):
            self._press(f"answer {answer}", ["taken back"], f"/answers/{answer}/taking-back/")

    def _erase_words(self) -> None:
        if share := self._one_of(self.words + self.kept_apart):
            here = self.words if share in self.words else self.kept_apart
            here.remove(share)
            state = ["emptied"] if here is self.words else NOT_THERE
            self._press(f"share {share}", state, f"/words/{share}/erasing/")

    def _erase_answer(self) -> None:
        if answer := self._one_of(self.answers):
            self.answers.remove(answer)
            self._press(f"answer {answer}", NOT_THERE, f"/answers/{answer}/erasing/")

    def _be_called(self) -> None:
        name = f"{self.entry['name']} {self.dice.randrange(10**6)}"
        self._press(f"name {self._account}", ["said", name], "/mine/", name=name, **NIGHT)

    @property
    def _account(self) -> str:
        return self.entry["account"]

    def _new_words(self) -> str:
        """Mostly a few, sometimes more than a page of the database holds."""
        return f"canary {uuid.uuid4()}" + " and so on" * self.dice.choice((0, 5, 40, 900))

    def _one_of(self, there: list[str]) -> str:
        return self.dice.choice(there) if there else ""

    def _press(self, thing: str, state: list[str], path: str, **fields: str) -> bool:
        once = str(uuid.uuid4())
        yes = self._is_yes(path, self._send(path, once, **fields))
        if yes:
            self._note(thing, state, path, once)
        return yes

    def _send(self, path: str, once: str, **fields: Any) -> Answer:
        return self._writer.send(path, once, **fields)

    def _is_yes(self, path: str, answer: Answer) -> bool:
        if answer.status in (302, 303):
            return True
        self.told.refused.append(f"{answer.status} {path}")
        return False

    def _note(self, thing: str, state: list[str], path: str, once: str, port: int = 0) -> None:
        port = port or self._writer.caller.port
        self.told.acts.append(Act(thing, state, self._account, path, once, port))
