"""What is drawn for an act, and which acts there are."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from openchair.journeys.tests.machine.life import PEOPLE
from openchair.sharing.models import AnswerKind, Audience, Need, OfferReply, ShareKind

WHO = st.integers(0, PEOPLE - 1)
MOSTLY_THEIRS = st.one_of(st.none(), st.none(), st.none(), WHO)
"""Mostly done by whoever may; otherwise by anyone, and to be refused."""
FEW = st.sets(WHO, min_size=1, max_size=3)
WHICH = st.integers(0, 4)
"""Counted from the newest: what was said just now is what most is done with."""
REPLY = st.sampled_from([reply for reply in OfferReply if reply])
KIND = st.sampled_from(AnswerKind)
WAITING_KIND = st.sampled_from([AnswerKind.IDEA, AnswerKind.QUESTION])
AUDIENCE = st.sampled_from([*Audience, Audience.CHOSEN, Audience.CIRCLE])
SAID: dict[str, st.SearchStrategy[Any]] = {
    "who": WHO,
    "kind": st.sampled_from(ShareKind),
    "need": st.one_of(st.none(), st.sampled_from(Need)),
    "audience": AUDIENCE,
    "to": FEW,
    "warned": st.booleans(),
    "answered": st.lists(st.tuples(WHO, KIND), max_size=2),
}
"""What one says, to whom, and which answers come to it at once."""
AGES = [timedelta(minutes=20), timedelta(minutes=20), timedelta(hours=2), timedelta(hours=25)]
AGES += [timedelta(days=8), timedelta(days=15), timedelta(days=100)]

type Otherwise = tuple[Audience | None, set[int], bool, Need]
"""To whom instead, if to others; which of them by name; in other words or not; what would help."""
OTHERWISE: st.SearchStrategy[Otherwise] = st.tuples(
    st.one_of(st.none(), st.sampled_from(Audience)), FEW, st.booleans(), st.sampled_from(Need)
)
FATES = st.one_of(
    st.lists(st.sampled_from("along away back erase".split()), max_size=2),
    st.sampled_from([["along", "away"], ["along", "back"], ["along", "erase"]]),
)
"""What becomes of an answer at once: let go along, put away, taken back, erased."""

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
