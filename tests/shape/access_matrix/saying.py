"""Who wrote what in the world, and at which table it was said."""

from typing import Any

from tests.shape.access_matrix import hidden_away, said_by_name
from tests.shape.access_matrix.sight import INSIDE, sees

WRITERS = {
    "share": {
        "Sam": {"earlier"},
        "Chiara": {"joy"},
        "Dev": {"towel"},
        "Els": {"private", "regret"},
        "Ama": {"rain"},
        "Tom": {"ladder"},
        "Lin": {"soup", "silent", "before Kim", "since it was opened"},
        "Mara": {"key"},
        "Gus": {"by one removed"},
        "Ines": {"kettle"},
        "Vera": {"hidden"},
    },
    "answer": {
        "Ama": {"under what was taken back", "Ama to towel", "Ama offers to regret"},
        "Bert": {"said back", "Bert offers to towel"},
        "Noor": {"by a visitor", "Noor offers to towel"},
        "Els": {"of long ago", "Els offers to towel"},
        "Vera": {"Vera offers to towel"},
        "Sam": {"by one who left"},
        "Dev": {"Dev to towel"},
        "Tom": {"Tom to soup", "Tom to key"},
        "Mara": {"Mara to soup", "Mara to ladder"},
        "Kim": {"Kim to soup", "put away by Lin"},
        "Lin": {"Lin to ladder", "Lin to key", "hidden of Lin"},
        "Yusuf": {"Yusuf to kettle"},
    },
}


HIDDEN = {"share": hidden_away.WRITERS, "answer": hidden_away.ANSWERED}
BY_NAME = {"share": said_by_name.WRITERS, "answer": said_by_name.ANSWERED}


def wrote(kind: str, person: str, key: str) -> bool:
    more = (BY_NAME[kind].get(person, ()), HIDDEN[kind].get(person, ()))
    return key in WRITERS[kind].get(person, ()) or any(key in keys for keys in more)


def sits_where_said(person: str, key: str) -> bool:
    table = next((t for t in INSIDE if key in SAID_AT[t]), "")
    return person in INSIDE.get(table, ())


SAID_AT = {
    "Tuesday": {
        "earlier",
        "joy",
        "towel",
        "private",
        "rain",
        "regret",
        "hidden",
        *said_by_name.READ_BY,
        *(hidden_away.READ_BY.keys() - hidden_away.AT_THE_STAIRWELL),
    },
    "Stairwell": {
        *hidden_away.AT_THE_STAIRWELL,
        "ladder",
        "soup",
        "key",
        "silent",
        "before Kim",
        "by one removed",
        "since it was opened",
    },
    "Pair": {"kettle"},
    "Alone": set[str](),
}


def newcomer_is_there(person: str, target: Any) -> bool:
    """Ending what never was tells nothing."""
    name, _at, table = target.name.partition(" at ")
    sits_there = name in INSIDE.get(table, ()) and person in sees(target.label)
    return target.route in ("walk-no-more", "no-more-distance") or sits_there
