"""The oracle of words closed for oneself, or hidden for all but their writer (spec/model.md 5.6.7)."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from openchair.sharing.models import Answer, Audience, ClosedWords, Hidden, HideNote, Need, Share
from tests.shape.access_matrix.hidden_away import ANSWERED as WHO_ANSWERED
from tests.shape.access_matrix.hidden_away import (
    AT_THE_STAIRWELL,
    HIDDEN_BY,
    READ_BY,
    ROWS,
    UNDER,
    WRITERS,
)
from tests.shape.access_matrix.saying import SAID_AT, wrote
from tests.shape.access_matrix.sight import INSIDE, sees

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)
OF_HIDDEN: dict[str, tuple[Any, ...]] = {
    "close-words": ("signed_in", BOTH, "share"),
    "open-words": ("signed_in", WRITE, "share", (302,)),
    "hide-words": ("signed_in", BOTH, "share"),
    "undo-hiding": ("signed_in", WRITE, "hidden", (302,)),
    "hidden-words": ("ears", READ, "", (200,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

LOOK_AFTER_TUESDAY = {"Chiara", "Dev"}
HOUR = timedelta(hours=1)


ABOUT_WORDS = {"close-words", "open-words", "hide-words"}


def still_knows_the_table(person: str, route: str, key: str) -> bool:
    """Whoever was asked to leave reads their own words alone, and closes or hides nothing there."""
    tables = [table for table in INSIDE if key in SAID_AT[table]]
    return route not in ABOUT_WORDS or all(person in sees(f"circle {one}") for one in tables)


def may_not_close(person: str, key: str) -> bool:
    return wrote("share", person, key) or key == "regret"


def may_not_hide(person: str, key: str) -> bool:
    """Who looks after the table; and not what a listener let stand."""
    looks_after = person in LOOK_AFTER_TUESDAY and key in SAID_AT["Tuesday"]
    return not looks_after or may_not_close(person, key) or key == "let stand"


REFUSALS = {
    "close-words": may_not_close,
    "hide-words": may_not_hide,
    "undo-hiding": lambda who, key: who not in (HIDDEN_BY.get(key), "Harriet"),
}


def may_touch_hidden(
    route: str, table: str, row: dict[str, Any], owners: set[str], key: Any
) -> bool | None:
    """Whether this changes what it may. None: that is not said here."""
    if table == "sharing_closedwords":
        return route in ("erase-words", "erase-answer") or key(row["account_id"]) in owners
    if table == "sharing_hidden":
        theirs = {key(row["account_id"]), key(row["by_id"])} & owners
        return route == "undo-hiding" or bool(theirs)  # the oracle of sight says whose
    return None


def lay_hidden(world: "World") -> None:
    for key in READ_BY:
        _say(world, key)
    for label, key in UNDER.items():
        _answer(world, label, key)
    for label in ROWS:
        kind, _space, name = label.partition(" ")
        _hide(world, label, world.scene.words[name] if kind == "share" else _answered(world, name))
    ama, joy = world.people["Ama"], world.scene.words["joy"].pk
    row = ClosedWords.objects.create(account=ama, share_id=joy, closed_at=world.at)
    world.put("closed Ama joy", row)
    answer = _answered(world, "let stand too").pk
    row = ClosedWords.objects.create(account=ama, answer_id=answer, closed_at=world.at)
    world.put("closed Ama let stand too", row)


def _answered(world: "World", label: str) -> Any:
    return world.rows[f"answer {label}"]


def _writer(of: dict[str, set[str]], key: str) -> str:
    return next(name for name, keys in of.items() if key in keys)


def _say(world: "World", key: str) -> None:
    table = "Stairwell" if key in AT_THE_STAIRWELL else "Tuesday"
    share = Share(circle_id=world.scene.tables[table].pk, audience=Audience.CIRCLE, need=Need.READ)
    share.author, share.said_at = world.people[_writer(WRITERS, key)], world.at - 2 * HOUR
    share.words = share.warning = "w"
    share.taken_back_at = world.at if key == "hidden and taken back" else None
    share.save()
    world.scene.words[key] = share


def _answer(world: "World", label: str, key: str) -> None:
    row = Answer(
        share_id=world.scene.words[key].pk, author=world.people[_writer(WHO_ANSWERED, label)]
    )
    row.words, row.said_at = "w", world.at - HOUR
    row.save()
    world.put(f"answer {label}", row)


def _hide(world: "World", label: str, said: Share | Answer) -> None:
    share = said if isinstance(said, Share) else Share.objects.get(pk=said.share_id)
    row = Hidden(circle_id=share.circle_id, share_id=share.pk, account=said.author)
    row.answer = said.pk if isinstance(said, Answer) else None
    row.by, row.note = world.people[HIDDEN_BY[label]], HideNote.HOW
    row.said_at, row.hidden_at = share.said_at, world.at
    row.undone_at = world.at if "let stand" in label and "under" not in label else None
    row.save()
    world.put(f"hidden {label}", row)


def hides_with(world: "World", ama: Any, els: Any) -> None:
    """For `test_keeping`: words of hers are hidden, she hid another's, and closed some for herself."""
    at = world.at
    for key, writer, by in (("rain", ama, els), ("earlier", els, ama)):
        share = world.scene.words[key]
        row = Hidden(circle_id=share.circle_id, share_id=share.pk, account=writer, by=by)
        row.note, row.said_at, row.hidden_at = HideNote.HOW, share.said_at, at
        row.save()
    ClosedWords.objects.create(account=ama, share_id=world.scene.words["towel"].pk, closed_at=at)
