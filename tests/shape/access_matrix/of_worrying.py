"""The oracle of "I'm worried about you": who may say it, who answers it, and who wakes someone."""

from typing import Any

from tests.shape.access_matrix.of_worries import LAID, TAKEN_BACK
from tests.shape.access_matrix.saying import wrote

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)
OF_WORRIES: dict[str, tuple[Any, ...]] = {
    "staying": ("signed_in", READ, "", (200,)),
    "worried": ("signed_in", BOTH, "share"),
    "worried-no-more": ("signed_in", WRITE, "share", (302,)),
    "worry": ("signed_in", READ, "worry"),
    "answer-worry": ("signed_in", WRITE, "worry", (302,)),
    "wake-someone": ("signed_in", WRITE, "company", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

OF_ONE_WHO_LEFT = {"earlier", "by one removed"}


def may_not_worry(person: str, key: str) -> bool:
    """Not of one's own words, of words taken back, of one who left, nor while one is paused; and not
    again after it was answered and taken back."""
    gone = key == "regret" or key in OF_ONE_WHO_LEFT
    heard = f"{person} {key}" == TAKEN_BACK
    return wrote("share", person, key) or gone or heard or person == "Vera"


def may_not_reply(person: str, name: str) -> bool:
    """The writer alone, and once; the same answer twice is once (`asking.FIELDS` says yes)."""
    _by, key, _also, reply = LAID[name]
    if not wrote("share", person, key):
        return True
    return reply not in ("", "yes")


REFUSALS = {
    "worried": may_not_worry,
    "answer-worry": may_not_reply,
    "wake-someone": lambda who, asker: who != asker,
}


def may_touch_worry(person: str, route: str, name: str, table: str) -> bool | None:
    """None: that is not said here."""
    if table != "presence_worry":
        return None
    if route == "answer-worry":
        return wrote("share", person, LAID[name][1])
    return route in ("worried", "worried-no-more")
