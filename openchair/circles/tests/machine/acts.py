"""What is drawn for an act, and which acts there are."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from openchair.circles.tests.machine.table import PEOPLE

WHO = st.integers(0, PEOPLE - 1)
AGES = [timedelta(minutes=20), timedelta(hours=25), timedelta(days=8), timedelta(days=15)]
AGES += [timedelta(hours=2), timedelta(days=45), timedelta(days=100)]
HERE = ("arriving", "seated", "resting")
FITTING: dict[str, tuple[str, ...]] = {
    "rest": ("visiting", "arriving", "seated"),
    "be_back": ("resting",),
    "sit_down": ("visiting", "resting"),
    "leave": ("visiting", "arriving", "seated", "resting", "paused"),
    "come_back": ("left",),
}
"""Whose turn it can be: what does not fit is mostly refused, and tried by the other rules."""


ACTS: dict[str, dict[str, st.SearchStrategy[Any]]] = {}


def act[**P](**drawn: st.SearchStrategy[Any]) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """One of the things people do, with what is drawn for it.

    No rule of its own: of many rules Hypothesis leaves most out of each program, and then whatever
    needs three different acts in a row never comes about.
    """

    def kept(function: Callable[P, None]) -> Callable[P, None]:
        ACTS[function.__name__] = drawn
        return function

    return kept
