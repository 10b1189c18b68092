"""A round table from above: chairs, cups, the runner, and the names of those who sit there."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Protocol

from openchair.web.drawing.cloth import Runner, runner
from openchair.web.drawing.labels import (
    MIDDLE,
    Box,
    Disc,
    Ground,
    Label,
    Sitting,
    label,
    settle,
)

WIDTH, HEIGHT = 400, 404
EDGE = 2
PAGE = Box(EDGE, EDGE, WIDTH - EDGE, HEIGHT - EDGE)
CROWD = 10
DISTANCE = {"seat": 18, "resting": 18, "open": 37, "remembered": 6}
CHAIR_IN_DISCS = ((0, 0, 18), (-18, 14, 7.5), (-9, 17, 6), (9, 17, 6), (18, 14, 7.5))


class Place(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def word(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Chair:
    kind: str
    x: float
    y: float
    turn: float
    scale: float

    @property
    def discs(self) -> tuple[Disc, ...]:
        """The room it takes: the seat, and the back with its two ends."""
        across, down = cos(radians(self.turn)), sin(radians(self.turn))
        return tuple(
            Disc(
                self.x + (x * across - y * down) * self.scale,
                self.y + (x * down + y * across) * self.scale,
                r * self.scale,
            )
            for x, y, r in CHAIR_IN_DISCS
        )


@dataclass(frozen=True, slots=True)
class Cup:
    x: float
    y: float
    clean: bool


@dataclass(frozen=True, slots=True)
class Sprig:
    x: float
    y: float
    turn: float


@dataclass(frozen=True, slots=True)
class Drawing:
    radius: int
    scale: float
    chairs: tuple[Chair, ...]
    cups: tuple[Cup, ...]
    sprigs: tuple[Sprig, ...]
    labels: tuple[Label, ...]
    runner: Runner
    direction: str
    width: int = WIDTH
    height: int = HEIGHT


def draw_table(places: Sequence[Place], rtl: bool = False, cloth: str = "house") -> Drawing:
    """The drawing for these places, the first of which is the reader's. Meant for two to twelve."""
    crowded = len(places) >= CROWD
    radius, scale = (96, 0.8) if crowded else (108, 1.0)
    angles = _angles(len(places), rtl)
    chairs = tuple(
        _chair(place.kind, angle, radius, scale, -18 if rtl else 18)
        for place, angle in zip(places, angles, strict=True)
    )
    return Drawing(
        radius=radius,
        scale=scale,
        chairs=chairs,
        cups=tuple(_cups(places, angles, radius)),
        sprigs=tuple(_sprigs(places, angles, radius)),
        labels=_labels(places, angles, chairs, radius, rtl),
        runner=runner(cloth, radius),
        direction="rtl" if rtl else "ltr",
    )


@dataclass(frozen=True, slots=True)
class Nameless:
    kind: str
    label: str = ""
    word: str = ""


FOR_STRANGERS = tuple(
    Nameless(kind) for kind in ("seat", "seat", "seat", "resting", "open", "seat", "seat")
)


def draw_nameless_table(cloth: str = "house") -> Drawing:
    """Always the same seven places, so that a stranger learns nothing about a real table."""
    return draw_table(FOR_STRANGERS, cloth=cloth)


def _angles(number: int, rtl: bool) -> list[float]:
    step = (-360 if rtl else 360) / max(number, 1)
    return [90 + step * k for k in range(number)]


def _at(angle: float, distance: float) -> tuple[float, float]:
    return (
        round(MIDDLE + distance * cos(radians(angle)), 1),
        round(MIDDLE + distance * sin(radians(angle)), 1),
    )


def _chair(kind: str, angle: float, radius: int, scale: float, drawn_out: int) -> Chair:
    """A chair set out is also turned a little, towards whoever may come."""
    x, y = _at(angle, radius + DISTANCE[kind])
    turn = angle - 90 + (drawn_out if kind == "open" else 0)
    return Chair(kind, x, y, round(turn, 1), scale)


def _cups(places: Sequence[Place], angles: list[float], radius: int) -> list[Cup]:
    """One for everybody who drinks, all alike; a clean one where a chair is set out."""
    return [
        Cup(*_at(angle, radius - 22), clean=place.kind == "open")
        for place, angle in zip(places, angles, strict=True)
        if place.kind in ("seat", "open")
    ]


def _sprigs(places: Sequence[Place], angles: list[float], radius: int) -> list[Sprig]:
    return [
        Sprig(*_at(angle, radius - 26), turn=round(angle - 90, 1))
        for place, angle in zip(places, angles, strict=True)
        if place.kind == "remembered"
    ]


def _labels(
    places: Sequence[Place],
    angles: list[float],
    chairs: tuple[Chair, ...],
    radius: int,
    rtl: bool,
) -> tuple[Label, ...]:
    """Names of people first; the words of open chairs then stand where there is still room."""
    things = (Disc(MIDDLE, MIDDLE, radius + 3), *(disc for chair in chairs for disc in chair.discs))
    ground = Ground(PAGE, things, [], len(places) >= CROWD)
    settled: dict[int, Label] = {}
    for k in sorted(range(len(places)), key=lambda k: places[k].kind == "open"):
        if not places[k].label:
            continue
        sitting = _sitting(places[k].kind, angles[k], radius, chairs[k].scale)
        spot, block = settle(places[k].label, places[k].word, sitting, ground)
        settled[k] = label(spot, block, rtl)
        ground.names.append(settled[k].box)
    return tuple(settled[k] for k in sorted(settled))


def _sitting(kind: str, angle: float, radius: int, scale: float) -> Sitting:
    """Where a name is sought. Beside a chair that is pushed in, it stands where it always stood."""
    distance = DISTANCE["seat" if kind == "remembered" else kind]
    x, y = _at(angle, radius + distance)
    return Sitting(angle, x, y, radius, scale, kind == "open")
