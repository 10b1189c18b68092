"""The oracle of beginning a table and looking after it (spec/model.md 5.2, Circle and Keeper term)."""

from typing import Any

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)

OF_KEEPING: dict[str, tuple[Any, ...]] = {
    "begin-a-table": ("signed_in", READ, "", (200,)),
    "begin-of-kind": ("signed_in", BOTH),
    "our-table": ("seated", BOTH, "circle"),
    "begin-gathering": ("seated", WRITE, "circle", (302,)),
    "agree": ("seated", WRITE, "circle", (302,)),
    "ask-together": ("seated", BOTH, "circle"),
    "wake-table": ("seated", WRITE, "circle", (302,)),
    "read-from-arrival": ("seated", WRITE, "circle", (302,)),
    "question": ("signed_in", BOTH, "question"),
    "looking-after": ("seated", READ, "circle", (200,)),
    "look-after": ("seated", WRITE, "circle", (302,)),
    "ask-to-look-after": ("seated", WRITE, "circle", (422,)),  # nobody is chosen
    "put-down-table": ("seated", WRITE, "circle", (302,)),
    "term": ("signed_in", BOTH, "term"),
    "host-calls": ("hosts", READ, "", (200,)),
    "done-talking": ("hosts", WRITE, "host-call", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

ASKED_TOGETHER = ("agreement", "rest", "close", "before")
KEEPERS = {"Chiara", "Dev"}
PAIRS = {"Pair", "Alone"}
AWAY = {"Bert", "Vera"}  # resting, paused
ASKED_TO_KEEP = {"Els", "Lin"}


def why_not_ask(who: str, table: str, kind: str) -> bool:
    """A visitor asks nothing of all; the whole table rests once it gathers; and two tables have been
    opened to whoever comes later."""
    opened = kind == "before" and table in ("Tuesday", "Stairwell")
    return who == "Noor" or (kind == "rest" and table != "Tuesday") or opened


REFUSALS = {
    "our-table": lambda who, table: who == "Noor" or (table == "Tuesday" and who not in KEEPERS),
    "begin-gathering": lambda _who, table: table in PAIRS,
    "agree": lambda who, _table: who == "Vera",  # a pause waits
    "wake-table": lambda who, _table: who == "Noor",
    "read-from-arrival": lambda who, _table: who == "Noor",
    "look-after": lambda who, table: (
        table in PAIRS or (table == "Tuesday" and who in KEEPERS | AWAY | {"Noor"})
    ),
}

CHANGES_THE_TABLE = {
    "ask-together",
    "begin-gathering",
    "look-after",
    "our-table",
    "put-down-table",
    "question",
    "read-from-arrival",
    "term",
    "wake-table",
}
