"""Names around the table: where each can stand without touching a chair or another name."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians, sin
from typing import Literal

from openchair.web.drawing.lettering import LINE, halved, shortened, width

type Align = Literal["left", "middle", "right"]
MIDDLE = 200
LONGEST = 150
BEFORE: dict[Align, float] = {"left": 0, "middle": 0.5, "right": 1}


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Disc:
    """A round thing: the table, or one of the four that make up a chair."""

    x: float
    y: float
    r: float

    def touches(self, box: Box) -> bool:
        if abs(self.x - (box.left + box.right) / 2) > self.r + (box.right - box.left) / 2:
            return False
        x = min(max(self.x, box.left), box.right)
        y = min(max(self.y, box.top), box.bottom)
        return hypot(x - self.x, y - self.y) < self.r


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a name, the person's own word last if there is one, and how wide they are together."""

    lines: tuple[str, ...]
    word: str
    wide: float

    @classmethod
    def of(cls, lines: tuple[str, ...], word: str) -> "Block":
        written = (*lines, word) if word else lines
        return cls(lines, word, max(map(width, written)))

    @property
    def high(self) -> int:
        return LINE * (len(self.lines) + bool(self.word))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block of lines may stand: `x` as `align` says, `y` at its middle."""

    x: float
    y: float
    align: Align

    def box(self, block: Block) -> Box:
        left = self.x - BEFORE[self.align] * block.wide
        top = self.y - block.high / 2
        return Box(left, top, left + block.wide, top + block.high)

    def room(self, page: Box) -> float:
        before, after = self.x - page.left, page.right - self.x
        return {"left": after, "middle": 2 * min(before, after), "right": before}[self.align]


@dataclass(frozen=True, slots=True)
class Ground:
    """What names must keep clear of: the edge of the drawing, the table, chairs, other names."""

    page: Box
    things: tuple[Disc, ...]
    names: list[Box]
    crowded: bool

    def is_free(self, box: Box) -> bool:
        return (
            box.within(self.page)
            and not any(box.touches(other) for other in self.names)
            and not any(thing.touches(box) for thing in self.things)
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of a name, and under them the person's own word, each with its own baseline."""

    lines: tuple[tuple[str, float], ...]
    word: str
    word_y: float
    x: float
    anchor: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sitting:
    """One place seen from the middle of the table: its angle, how far out its chair is, its size."""

    angle: float
    chair_x: float
    chair_y: float
    table: float
    scale: float
    is_open: bool

    @property
    def out(self) -> tuple[float, float]:
        return cos(radians(self.angle)), sin(radians(self.angle))


def settle(name: str, word: str, sitting: Sitting, ground: Ground) -> tuple[Spot, Block]:
    """The first spot where the name stands free: whole, then on two lines, then shortened."""
    for block in _ways_to_write(name, word, narrow=sitting.is_open and ground.crowded):
        for spot in _spots(sitting, block.high, ground.crowded):
            if ground.is_free(spot.box(block)):
                return spot, block
    return _shortened_to_fit(name, word, sitting, ground)


def _ways_to_write(name: str, word: str, narrow: bool) -> list[Block]:
    """On one line or on two; on two first where a chair is set out at a full table."""
    blocks = [Block.of((name,), word)]
    if " " in name:
        blocks.append(Block.of(halved(name), word))
    ways = [block for block in blocks if block.wide <= LONGEST]
    return ways[::-1] if narrow else ways


def _shortened_to_fit(name: str, word: str, sitting: Sitting, ground: Ground) -> tuple[Spot, Block]:
    spots = list(_spots(sitting, 2 * LINE if word else LINE, ground.crowded))
    for room in (LONGEST, 110, 80, 55):
        for spot in spots:
            block = _shortened(name, word, min(spot.room(ground.page), room))
            if ground.is_free(spot.box(block)):
                return spot, block
    return spots[0], _shortened(name, word, 55)


def _shortened(name: str, word: str, room: float) -> Block:
    return Block.of((shortened(name, room),), shortened(word, room))


def _spots(sitting: Sitting, high: int, crowded: bool) -> Iterator[Spot]:
    """Where a name that is so high may stand, best first."""
    across = abs(sitting.out[0])
    if sitting.is_open:
        yield from _by_an_open_chair(sitting, high)
    elif across < 0.3:
        yield _beyond(sitting, high, side=1 if sitting.out[1] > 0 else -1)
    elif across > 0.85 and not crowded:
        yield _beyond(sitting, high, side=1, outward=10)
    yield from _beside(sitting, high)
    for outward in (10, 20, 30):
        for side in (1, -1):
            yield _beyond(sitting, high, side, outward)


def _beyond(sitting: Sitting, high: int, side: int, outward: float = 0) -> Spot:
    """Below the chair (side 1) or above it (side -1), centred, moved outward a little."""
    away = 21 * sitting.scale + 10 + high / 2
    along = outward if sitting.out[0] > 0 else -outward
    return Spot(sitting.chair_x + along, sitting.chair_y + side * away, "middle")


def _beside(sitting: Sitting, high: int) -> Iterator[Spot]:
    across, down = sitting.out
    align: Align = "left" if across > 0 else "right"
    lift = (high - LINE) / 4 * (1 if down > 0 else -1)
    for reach in (sitting.table + 43, sitting.table + 52):
        yield Spot(MIDDLE + reach * across, MIDDLE + reach * down + lift, align)


def _by_an_open_chair(sitting: Sitting, high: int) -> Iterator[Spot]:
    side = 1 if sitting.out[1] > 0 else -1
    away = 31 * sitting.scale + high / 2
    yield Spot(sitting.chair_x, sitting.chair_y + side * away, "middle")
    align: Align = "left" if sitting.out[0] > 0 else "right"
    outward = (27 * sitting.scale + 2) * (1 if align == "left" else -1)
    for drop in (0, side * LINE / 2, side * LINE):
        yield Spot(sitting.chair_x + outward, sitting.chair_y + drop, align)


def label(spot: Spot, block: Block, rtl: bool) -> Label:
    box = spot.box(block)
    baselines = [round(box.top + LINE * (i + 0.76), 1) for i in range(len(block.lines) + 1)]
    return Label(
        lines=tuple(zip(block.lines, baselines, strict=False)),
        word=block.word,
        word_y=baselines[-1],
        x=round(spot.x, 1),
        anchor=_anchor(spot.align, rtl),
        box=box,
    )


def _anchor(align: Align, rtl: bool) -> str:
    """SVG anchors text at its reading start, which is on the right in right-to-left pages."""
    if align == "middle":
        return align
    return "end" if (align == "right") != rtl else "start"
