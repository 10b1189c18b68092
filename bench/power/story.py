"""What people were told, thing by thing, and at which note of the journal each answer left."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench.power.acting import NOT_THERE, Act


@dataclass
class Step:
    """An act that was answered with a yes. `state` is what its thing is from then on."""

    answered: int
    state: list[str]
    mark: str
    """The digest under which its form is answered once, as `openchair/kernel/once.py` makes it."""


@dataclass
class Thing:
    name: str
    first: list[str] = field(default_factory=lambda: NOT_THERE)
    steps: list[Step] = field(default_factory=list)

    @property
    def states(self) -> list[list[str]]:
        return [self.first, *(step.state for step in self.steps)]

    def acknowledged(self, at: int) -> int:
        """How many of its steps were answered before that note."""
        return sum(step.answered < at for step in self.steps)


@dataclass
class Story:
    """`laid`: at which note of the journal the house was laid."""

    laid: int
    things: dict[str, Thing]

    def acknowledged(self, at: int) -> int:
        return sum(thing.acknowledged(at) for thing in self.things.values())


def write(
    path: Path,
    laid: int,
    people: Sequence[dict[str, str]],
    acts: Sequence[Act],
    answered: Sequence[int],
) -> None:
    named = {person["account"]: person["name"] for person in people}
    told = {"laid": laid, "names": named, "acts": [asdict(act) for act in acts]}
    path.write_text(json.dumps(told | {"answered": list(answered)}))


def read(path: Path) -> Story:
    told = json.loads(path.read_text())
    things: dict[str, Thing] = {}
    for account, name in told["names"].items():
        things[f"name {account}"] = Thing(f"name {account}", ["said", name])
    for act, at in zip(told["acts"], told["answered"], strict=True):
        thing = things.setdefault(act["thing"], Thing(act["thing"]))
        thing.steps.append(Step(at, act["state"], _mark(Act(**act))))
    return Story(told["laid"], things)


def _mark(act: Act) -> str:
    return hashlib.sha256(f"account {act.account}|{act.path}|{act.once}".encode()).hexdigest()
