"""The budgets of the house, each with the figure that was measured."""

import platform
import subprocess
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Line:
    """`holds`: a miss ends the command with an error, because it does not wobble."""

    what: str
    unit: str
    must: float
    reach: float
    figure: float | None
    holds: bool = False

    @property
    def verdict(self) -> str:
        if self.figure is None:
            return "not measured"
        if self.figure <= self.reach:
            return "pass, reached"
        return "pass" if self.figure <= self.must else "MISS"

    def __str__(self) -> str:
        figure = "-" if self.figure is None else f"{self.figure:.2f}".rstrip("0").rstrip(".")
        budget = f"{self.must:g} / {self.reach:g}"
        return f"{self.what:<50} {budget:>11} {figure:>8} {self.unit:<4} {self.verdict}"


HEAD = f"{'':<50} {'must/reach':>11} {'figure':>8}"


def broken(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.holds and line.verdict == "MISS"]


def record(lines: list[Line], more: dict[str, Any]) -> dict[str, Any]:
    names = ["django", "jinja2", "uvicorn", "cryptography", "asgiref"]
    return {
        "revision": _revision(),
        "python": platform.python_version(),
        "machine": platform.platform(),
        "versions": {name: version(name) for name in names},
        "lines": [asdict(line) | {"verdict": line.verdict} for line in lines],
        **more,
    }


def _revision() -> str:
    said = ["git", "describe", "--always", "--dirty"]
    return subprocess.run(said, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
