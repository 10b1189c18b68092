"""The woven stripes by which a table is recognised: pattern first, colour second.

A pattern says nothing about the table's kind. The class of a cloth is `cloth-<name>`; the stylesheet
weaves the band with the same numbers, and a test keeps the two together. A circle keeps the class
of the cloth it chose (`circles.cloths`).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BAND = 28
GREEN, INDIGO, MADDER, PLUM = "#114f3c", "#334c7b", "#892d2d", "#6f3758"

type Threads = tuple[tuple[float, float], ...]

HEART: Threads = ((7, 2), (12, 4), (19, 2))
BANK: Threads = ((4, 5), (12, 1), (16, 2))
STEP: Threads = ((8, 1), (12, 1), (18, 5))
THREAD: Threads = ((12, 3),)
PAIR: Threads = ((7, 4), (17, 4))
RAILS: Threads = ((5, 2), (13, 2), (21, 2))


@dataclass(frozen=True)
class Cloth:
    """One stripe. `threads` are (distance from the upper edge, width) in a band 28 px high."""

    name: str
    colour: str
    threads: Threads
    words: str | Promise

    @property
    def css(self) -> str:
        return f"cloth-{self.name}"


CLOTHS = (
    Cloth("house", GREEN, HEART, _("green, one broad line between two thin ones")),
    Cloth("indigo", INDIGO, BANK, _("blue, a broad line over two thin ones")),
    Cloth("madder", MADDER, STEP, _("red, two thin lines over a broad one")),
    Cloth("green", GREEN, PAIR, _("green, two broad lines")),
    Cloth("plum", PLUM, THREAD, _("plum, one line")),
    Cloth("indigo-rails", INDIGO, RAILS, _("blue, three thin lines")),
    Cloth("madder-heart", MADDER, HEART, _("red, one broad line between two thin ones")),
    Cloth("green-step", GREEN, STEP, _("green, two thin lines over a broad one")),
    Cloth("plum-bank", PLUM, BANK, _("plum, a broad line over two thin ones")),
    Cloth("indigo-thread", INDIGO, THREAD, _("blue, one line")),
    Cloth("madder-pair", MADDER, PAIR, _("red, two broad lines")),
    Cloth("plum-rails", PLUM, RAILS, _("plum, three thin lines")),
)
_BY_NAME = {cloth.name: cloth for cloth in CLOTHS}


def named(name: str) -> Cloth:
    """The cloth of that name, given bare or as its class; the house's own if there is none such."""
    return _BY_NAME.get(name.removeprefix("cloth-"), CLOTHS[0])
