"""The oracle of sight: which person may see which row, and on which page they must read it.

Written by hand from spec/model.md 5.2, 5.7 and 5.8, and from who sits where since when in the scene.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from tests.shape.access_matrix import hidden_away, said_by_name
from tests.shape.access_matrix.of_company import SEES_COMPANY
from tests.shape.access_matrix.of_distance import DISTANCES
from tests.shape.access_matrix.of_how import SEES_HOW
from tests.shape.access_matrix.of_sitting import BESIDE
from tests.shape.access_matrix.of_tables import KEPT_CHAIR, OF_TABLES, OWN_OF_TABLES
from tests.shape.access_matrix.of_waiting import SEES_WAITING
from tests.shape.access_matrix.of_worries import SEES_WORRIES

STANDING = frozenset(
    "Ama Bert Chiara Dev Els Lin Noor Sam Ines Yusuf Mara Tom Kim Omar Harriet Ralf Gus Una Vera".split()
)
WITHOUT_A_SEAT_HERE = ("stranger", "invited")
EVERYBODY = STANDING | set(WITHOUT_A_SEAT_HERE)

# Bert rests, Noor visits since yesterday, Vera is paused; Sam left with the door open.
TUESDAY = frozenset("Chiara Els Ama Bert Dev Lin Noor Vera".split())
# Mara blocked Tom, Kim came two days ago; Gus was removed, and Una's open door has closed.
STAIRWELL = frozenset("Mara Tom Lin Kim".split())
PAIR = frozenset({"Ines", "Yusuf"})
INSIDE = {"Tuesday": TUESDAY, "Stairwell": STAIRWELL, "Pair": PAIR, "Alone": frozenset({"Ama"})}
SAT_THERE = {"Tuesday": {"Sam"}}
APART = {("Mara", "Tom"), ("Vera", "Dev"), ("Kim", "Omar"), ("Harriet", "Lin")}

SHARES = {
    "earlier": TUESDAY - {"Noor"} | {"Sam"},  # whoever visits, from the visit on; his own
    "joy": TUESDAY,
    "towel": TUESDAY - {"Vera"},  # Vera keeps Dev apart
    "private": {"Els"},
    "rain": TUESDAY,
    "regret": TUESDAY,  # that words were taken back, not the words
    "ladder": STAIRWELL - {"Mara"},
    "soup": STAIRWELL,
    "key": STAIRWELL - {"Tom"},
    "silent": STAIRWELL,
    "before Kim": STAIRWELL - {"Kim"},  # from arrival on
    "since it was opened": STAIRWELL,  # to whoever came later: Kim
    "by one removed": STAIRWELL | {"Gus"},
    "kettle": PAIR,
    "hidden": {"Vera"},  # while she is paused
    **said_by_name.READ_BY,
    **hidden_away.READ_BY,
}
ANSWERS = {
    "under what was taken back": {"Ama"},  # the thread is closed; one's own stays one's own
    "said back": {"Bert"},
    "by a visitor": TUESDAY,
    "of long ago": TUESDAY - {"Noor"} | {"Sam"},
    "by one who left": TUESDAY | {"Sam"},
    "Ama to towel": TUESDAY - {"Vera"},
    "Dev to towel": TUESDAY - {"Vera"},
    "Tom to soup": STAIRWELL - {"Mara"},
    "Mara to soup": STAIRWELL - {"Tom"},
    "Kim to soup": STAIRWELL,
    "Lin to ladder": STAIRWELL - {"Mara"},
    "Lin to key": STAIRWELL - {"Tom"},
    "Mara to ladder": {"Mara", "Lin", "Kim"},
    "Tom to key": {"Tom", "Lin", "Kim"},
    "Yusuf to kettle": PAIR,
    "Els offers to towel": {"Els"},  # behind Dev's yes
    "Vera offers to towel": {"Vera"},
    "put away by Lin": {"Kim"},
    "Ama offers to regret": {"Ama"},
    "Noor offers to towel": {"Noor"},
    "Bert offers to towel": TUESDAY - {"Vera"},
    "hidden of Lin": {"Lin"},  # by a pause
    **said_by_name.ANSWERS,
    **hidden_away.ANSWERS,
}
OFFERS = {
    "Els to towel": {"Dev"},
    "Vera to towel": set[str](),
    "Ama to regret": set[str](),
    "Noor to towel": set[str](),
    "Bert to towel": set[str](),
}
WITNESSES = {  # the writer alone reads them, and who gave them
    "Els towel": {"Els", "Dev"},
    "Vera joy": {"Vera", "Chiara"},
    "Lin rain": {"Lin", "Ama"},
    "Mara ladder": {"Mara"},
    "Tom key": {"Tom"},
    "Lin ladder": {"Lin", "Tom"},
    "Kim soup": {"Kim", "Lin"},
}
INVITATIONS = {  # the letter is its writer's, while they sit there
    "Pair": {"Ines"},
    "Alone": {"Ama"},
    "of one who left": set(),
    "lapsed": {"Lin"},
    "declined": {"Bert"},
    "withdrawn": {"Els"},
    "to the stairwell": {"Lin"},
}
TERMS = {"Chiara": TUESDAY, "Dev": TUESDAY - {"Vera"}, "Els": {"Els"}, "Lin": {"Lin"}}
BLOCKS = {
    "Mara Tom": {"Mara"},
    "Vera Dev": {"Vera"},
    "Kim Omar": {"Kim"},
    "Harriet Lin": {"Harriet"},
}
NOT_LISTED = {
    "entry Mourning café": {"Ralf"},
    "entry Late line": {"Ralf", "Chiara"},  # who checked it may see that they did
    "entry Early bench": {"Ralf"},
    "entry Tea from London": {"Ralf"},  # its source no longer has it, and nobody checked it
    "source waiting": {"Ralf"},
}
REPORTS = {  # the writer, and the listener it was written to, unless kept apart
    "of Mara": {"Mara", "Harriet"},
    "of Lin": {"Lin"},
    "of Omar": {"Omar"},
    "of one forgotten": {"Harriet"},
}
PASSAGES = {
    "of Mara": {"Mara", "Harriet"},
    "Harriet to Mara": {"Mara", "Harriet"},
    "of Lin": {"Lin"},
    "Harriet to Lin": {"Harriet"},
    "of Omar": {"Omar"},
    "of one forgotten": {"Harriet"},
}
KINDS: dict[str, Mapping[str, AbstractSet[str]]] = {
    "report": dict(REPORTS),
    "passage": dict(PASSAGES),
    "share": dict(SHARES),
    "answer": dict(ANSWERS),
    "witness": dict(WITNESSES),
    "offer": dict(OFFERS),
    "reader": dict(said_by_name.READERS),
    "hidden": dict(hidden_away.ROWS),
    "closed": dict(hidden_away.CLOSED),
    "invitation": dict(INVITATIONS),
    "term": dict(TERMS),
    "block": dict(BLOCKS),
    "retelling": {  # the two it is between, and the listener after a no
        "Ama Dev": {"Ama", "Dev"},
        "Yusuf Ines": {"Ines", "Yusuf", "Harriet"},
        "of one forgotten": {"Chiara"},
    },
    "event": {"Omar": {"Omar", "Ralf"}},  # what ended their duty
    **OF_TABLES,
    **BESIDE,
    **SEES_COMPANY,
    "worry": SEES_WORRIES,
    **SEES_HOW,
    **SEES_WAITING,
    **DISTANCES,
}
OWN = {
    "account",
    "address-change",
    "along",
    "draft",
    "erasing",
    "handover",
    "mending",
    "once",
    "passkey",
    "recovery-code",
    "role",
    "session",
    "unreached",
    "unused-name",
    "unwanted",
} | OWN_OF_TABLES


def sees(label: str) -> frozenset[str]:
    """Everyone who may see this row."""
    kind, _space, rest = label.partition(" ")
    if kind in KINDS:
        return frozenset(KINDS[kind][rest])
    if kind == "hostletter":
        return frozenset({"Chiara"})
    if kind in ("line", "card"):
        return EVERYBODY  # the scene shows both its cards to visitors
    if kind in OWN:
        return frozenset({rest}) & STANDING
    if kind == "letter":
        return frozenset({rest.rpartition(" to ")[2]})
    if kind == "person":
        return frozenset(_sees_person(rest))
    if kind in ("entry", "source"):
        return frozenset(NOT_LISTED.get(label, EVERYBODY))
    return frozenset(_of_table(kind, rest))


def _of_table(kind: str, rest: str) -> set[str]:
    if kind == "circle":
        return set(INSIDE[rest] | SAT_THERE.get(rest, set()))
    if kind == "chair":
        return set(KEPT_CHAIR.get(rest) or INSIDE[rest])
    assert kind == "seat", kind
    name, _at, table = rest.partition(" at ")
    known = INSIDE[table] | SAT_THERE.get(table, set())  # and a seat that is remembered
    there = INSIDE[table] if name in known else frozenset[str]()
    return {one for one in there if not apart(one, name)} | {name}


def _sees_person(name: str) -> set[str]:
    """Those who sit with them, or sat with them while their door is open; never those kept apart."""
    tables = [t for t in INSIDE if name in INSIDE[t] or name in SAT_THERE.get(t, set())]
    return {one for t in tables for one in INSIDE[t] if not apart(one, name)} | {name}


def apart(one: str, other: str) -> bool:
    return (one, other) in APART or (other, one) in APART


def may_read(label: str, field: str) -> frozenset[str]:
    """Everyone whose pages may hold what stands in this field."""
    if label.startswith("hostletter") and field in ("address", "place"):
        return frozenset()  # where somebody lives or comes back is nobody's to read
    if label.startswith("letter"):
        return frozenset()  # a code goes by mail, never over a page
    if label == "circle Stairwell" and field == "id":
        return sees(label) | {"Gus", "Una"}  # who was once there knows that it is there
    if label == "account Harriet" and field == "id":
        return STANDING  # whoever may write to her sends it with the letter
    if label.startswith("account") and field == "id":
        return sees(f"person {label.partition(' ')[2]}")
    return sees(label)


# Where what one may see must stand: (route, the labels in its address), and for whom.
ON_THE_TABLE = (
    [(f"share {key}", "words", "Tuesday") for key in ("joy", "towel", "private", "rain", "hidden")]
    + [
        (f"share {key}", "words", "Stairwell")
        for key in ("soup", "key", "silent", "by one removed")
    ]
    + [("share kettle", "words", "Pair"), ("answer Yusuf to kettle", "words", "Pair")]
    + [
        (f"answer {a}", "words", "Tuesday")
        for a in ("by a visitor", "Ama to towel", "Dev to towel")
    ]
    + [
        (f"answer {a}", "words", "Stairwell")
        for a in ("Tom to soup", "Mara to soup", "Kim to soup")
    ]
    + [("answer by one who left", "words", "Tuesday"), ("answer Lin to key", "words", "Stairwell")]
    + [(f"chair {table}", "words", table) for table in ("Tuesday", "Stairwell")]
    + [(f"circle {table}", "name", table) for table in INSIDE]
    + [(f"circle {table}", "purpose", table) for table in INSIDE]
    + [
        (f"person {name}", "name", t)
        for t in ("Tuesday", "Stairwell", "Pair")
        for name in INSIDE[t]
    ]
    + [("person Sam", "name", "Tuesday"), ("seat Bert at Tuesday", "resting_word", "Tuesday")]
    + [("invitation Alone", "token", "Alone")]
    + [(f"draft {name}", "words", "Tuesday") for name in TUESDAY - {"Lin"}]
    + [(f"draft {name}", "words", "Stairwell") for name in STAIRWELL]
)


def shown_at_table(table: str, person: str) -> list[tuple[str, str]]:
    """What this person must read on the page of this table; their own name is said as "You"."""
    return [
        (label, field)
        for label, field, where in ON_THE_TABLE
        if where == table and person in sees(label) and label != f"person {person}"
    ]
