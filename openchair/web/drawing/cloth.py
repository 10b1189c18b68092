"""The runner on the table: the same threads as the band, laid along both its edges."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import sqrt

from openchair.web import cloths
from openchair.web.cloths import Cloth

HALF = 27
SLANT = -24


@dataclass(frozen=True, slots=True)
class Runner:
    """Paths in the runner's own frame: middle of the table at 0, 0, turned by SLANT."""

    ground: str
    threads: tuple[str, ...]
    colour: str
    slant: int = SLANT


@cache
def runner(name: str, table: float, scale: float = 1) -> Runner:
    """A runner for a round table of that radius, cut to the edge so that no clip path is needed."""
    cloth = cloths.named(name)
    inside = table - 5 * scale
    edge = HALF * scale
    return Runner(
        ground=_strip(-edge, edge, inside),
        threads=tuple(_strip(a, b, inside) for a, b in _edges(cloth, scale)),
        colour=cloth.colour,
    )


def mini_runner(cloth: str) -> Runner:
    """For the small sign of a table, whose radius is 21."""
    return runner(cloth, 21, 0.3)


def _edges(cloth: Cloth, scale: float) -> Iterator[tuple[float, float]]:
    for offset, thick in cloth.threads:
        start = (-HALF + 0.8 * offset) * scale
        end = start + max(1.4, 1.25 * thick) * scale
        yield start, end
        yield -end, -start


def _strip(top: float, bottom: float, r: float) -> str:
    """A band of the disc between two heights."""
    a, b = sqrt(r * r - top * top), sqrt(r * r - bottom * bottom)
    return (
        f"M{-a:.1f} {top:.1f}H{a:.1f}A{r:g} {r:g} 0 0 1 {b:.1f} {bottom:.1f}"
        f"H{-b:.1f}A{r:g} {r:g} 0 0 1 {-a:.1f} {top:.1f}Z"
    )
