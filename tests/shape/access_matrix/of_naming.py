"""The oracle of naming someone and of letters: who is asked, who named, who wrote, who keeps away."""

from typing import Any

from tests.shape.access_matrix.sight import sees

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)

OF_NAMING: dict[str, tuple[Any, ...]] = {
    "make-room": ("seated", READ, "circle", (200,)),
    "name-someone": ("seated", BOTH, "circle"),
    "answer-ahead": ("seated", BOTH, "circle"),
    "naming": ("signed_in", BOTH, "naming"),
    "take-back-naming": ("signed_in", WRITE, "naming", (302,)),
    "own-letter": ("signed_in", BOTH, "invitation"),
    "mail-letter": ("signed_in", WRITE, "invitation", (302,)),
    "letter-paper": ("signed_in", READ, "invitation"),
    "turned-away": ("signed_in", BOTH, "turned-away"),
    "have-it": ("open_to_all", WRITE, "token", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

VISITS = {"Noor"}
WAIT_FOR_AN_ANSWER = {"Bert", "Vera", "Tom"}
"""One person named at a time, in the whole house (AS-05)."""
REFUSALS = {
    "name-someone": lambda who, _table: who in VISITS | WAIT_FOR_AN_ANSWER,
    "answer-ahead": lambda who, _table: who in VISITS,
    "mail-letter": lambda _who, _letter: True,  # that house has no mail server
    "naming": lambda who, key: key == f"by {who}",  # who named does not answer
}


def naming_is_there(person: str, route: str, label: str) -> bool:
    """Taking a name back is for whoever named; who is asked finds nothing there."""
    if label == "missing" or person not in sees(label):
        return False
    return route != "take-back-naming" or label == f"naming by {person}"
