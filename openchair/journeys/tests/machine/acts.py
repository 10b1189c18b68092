"""What is drawn for an act, and which acts there are."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from openchair.journeys.tests.machine.life import PEOPLE
from openchair.sharing.models import OfferReply

WHO = st.integers(0, PEOPLE - 1)
FEW = st.sets(WHO, min_size=1, max_size=3)
WHICH = st.integers(0, 4)
"""Counted from the newest: what was said just now is what most is done with."""
REPLY = st.sampled_from([reply for reply in OfferReply if reply])
AGES = [timedelta(minutes=20), timedelta(minutes=20), timedelta(hours=2), timedelta(hours=25)]
AGES += [timedelta(days=8), timedelta(days=15), timedelta(days=100)]
ACTS: dict[str, dict[str, st.SearchStrategy[Any]]] = {}


def act[**P](
    often: int = 1, **drawn: st.SearchStrategy[Any]
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """One of the things people do, with what is drawn for it; as in the machine of tables."""

    def kept(function: Callable[P, None]) -> Callable[P, None]:
        for turn in range(often):
            ACTS[f"{function.__name__} {turn}"] = drawn
        return function

    return kept
