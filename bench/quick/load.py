"""Rounds of requests, page and floor by turns, and what each costs in processor time."""

import statistics
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.ground.house import Answer, Server

DRIFT = 1.02


class Void(Exception):
    """The run shows nothing: what was measured changed under way."""


@dataclass
class Target:
    """`costs` is milliseconds of processor time for one request, one figure for each round."""

    name: str
    server: Server
    ask: Callable[[], Answer]
    times: int
    status: int = 200
    costs: list[float] = field(default_factory=list)
    sizes: set[int] = field(default_factory=set)

    def warm(self) -> None:
        for _ in range(3):
            self._one()
        self.sizes.clear()

    def round(self) -> None:
        before = self.server.cpu()
        for _ in range(self.times):
            self._one()
        self.costs.append((self.server.cpu() - before) / self.times * 1000)

    def _one(self) -> None:
        answer = self.ask()
        if answer.status != self.status:
            raise Void(f"{self.name} answered {answer.status}")
        self.sizes.add(len(answer.body))

    @property
    def cost(self) -> float:
        return statistics.median(self.costs)

    def hold_still(self) -> None:
        """Raises Void where the answer's size drifted by more than two per cent."""
        if max(self.sizes) > min(self.sizes) * DRIFT + 100:
            raise Void(f"{self.name} drifted from {min(self.sizes)} to {max(self.sizes)} bytes")


def measure(targets: list[Target], rounds: int) -> None:
    for target in targets:
        target.warm()
    for _ in range(rounds):
        for target in targets:
            target.round()
    for target in targets:
        target.hold_still()


def against(target: Target, other: Target) -> float:
    """How many times as dear, round by round, because a busy machine slows both alike."""
    return statistics.median(
        cost / base for cost, base in zip(target.costs, other.costs, strict=True)
    )


def new_id() -> str:
    return str(uuid.uuid4())
