"""The oracle of answers: what waits behind a yes, what was put away, and whose answers close."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from openchair.sharing.models import Answer, AnswerKind, Offer
from tests.shape.access_matrix import hidden_away, said_by_name
from tests.shape.access_matrix.saying import wrote
from tests.shape.access_matrix.sight import sees

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

WRITE = frozenset({"POST"})
OF_ANSWERS: dict[str, tuple[Any, ...]] = {
    "close-answers": ("signed_in", WRITE, "share", (302,)),
    "reply-to-offer": ("signed_in", WRITE, "offer", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

UNDER = (
    said_by_name.UNDER
    | hidden_away.UNDER
    | {
        "under what was taken back": "regret",
        "said back": "joy",
        "by a visitor": "joy",
        "of long ago": "earlier",
        "by one who left": "joy",
        "put away by Lin": "soup",
        "hidden of Lin": "by one removed",
    }
)
OFFERED = {"Els": "towel", "Vera": "towel", "Ama": "regret", "Noor": "towel", "Bert": "towel"}
"""Vera offered before she kept Dev apart: now he reads nothing of it. What Ama offered to was taken
back, Noor took her offer back, and Bert heard a yes."""


def share_of(answer: str) -> str:
    return UNDER.get(answer) or answer.rpartition(" to ")[2]


def answer_is_there(person: str, answer: str) -> bool:
    """One's own answer may stand under words one does not read any more."""
    if not answer:
        return False
    return person in sees(f"answer {answer}") and person in sees(f"share {share_of(answer)}")


def may_not_put_away(person: str, answer: str) -> bool:
    return not wrote("share", person, share_of(answer)) or wrote("answer", person, answer)


REFUSALS = {
    "put-away": may_not_put_away,
    "close-answers": lambda who, key: not wrote("share", who, key),
}


def may_touch_answers(person: str, route: str, label: str, table: str) -> bool | None:
    """Whether this changes what it may. None: that is not said here."""
    kind, _space, name = label.partition(" ")
    if route == "put-away" and table == "sharing_answer":
        return wrote("share", person, share_of(name))
    if route == "reply-to-offer" and table in ("sharing_offer", "sharing_answer"):
        return person in sees(label)
    if table != "sharing_offer":
        return None
    if route == "leaving":  # their own words go along, and what waited under them
        return person in OFFERED or any(wrote("share", person, key) for key in OFFERED.values())
    if route in ("take-back-answer", "erase-answer"):
        return person in OFFERED
    return kind == "share" and wrote("share", person, name)


def lay_answers(world: "World") -> None:
    """Ideas that wait, and that nobody reads; an answer put away, and one hidden by a pause."""
    for name, key in OFFERED.items():
        back = world.at if name == "Noor" else None
        more = {"kind": AnswerKind.IDEA, "held": name != "Bert", "taken_back_at": back}
        row = _answer(world, f"{name} offers to {key}", name, key, **more)
        offer = Offer(share_id=row.share_id, answer_id=row.pk, by=world.people[name])
        offer.kind, offer.offered_at = AnswerKind.IDEA, row.said_at
        offer.save()
        world.put(f"offer {name} to {key}", offer)
    _answer(world, "put away by Lin", "Kim", "soup", put_away_at=world.at)
    hidden, pause = _answer(world, "hidden of Lin", "Lin", "by one removed"), _pause(world)
    pause.words = hidden.pk
    pause.save()


def _pause(world: "World") -> Any:
    return world.rows["pause Lin"]


def _answer(world: "World", label: str, name: str, key: str, **more: Any) -> Answer:
    row = Answer(share_id=world.scene.words[key].pk, author=world.people[name], **more)
    row.words, row.said_at = label, world.at - timedelta(minutes=30)
    row.save()
    world.put(f"answer {label}", row)
    return row
