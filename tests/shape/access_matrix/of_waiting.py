"""The oracle of words that wait: who was asked to answer them, and what their writer may know (AS-13)."""

from typing import TYPE_CHECKING, Any

from openchair.presence.models import AskedToAnswer, Waiting

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

OF_WAITING: dict[str, tuple[Any, ...]] = {
    "waiting": ("signed_in", frozenset({"GET", "HEAD"}), "asked-to-answer", (200,)),
    "pass-waiting": ("signed_in", frozenset({"POST"}), "asked-to-answer", (302,)),
    "what-happened": ("signed_in", frozenset({"GET", "HEAD"}), "words-waiting", (200,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

WHO = {  # whose words, and who was asked; Vera keeps Dev apart, Mara Tom, and Sam left
    "towel": ("Dev", ("Lin", "Vera", "Sam")),
    "key": ("Mara", ("Kim", "Tom")),
    "regret": ("Els", ("Ama",)),  # taken back
    "earlier": ("Sam", ("Els",)),  # he left, and reads them still
}
SEES_WAITING: dict[str, dict[str, frozenset[str]]] = {
    "words-waiting": {key: frozenset({writer}) for key, (writer, _asked) in WHO.items()},
    "asked-to-answer": {
        "Lin towel": frozenset({"Lin", "Dev"}),
        "Vera towel": frozenset(),
        "Sam towel": frozenset({"Dev"}),
        "Kim key": frozenset({"Kim", "Mara"}),
        "Tom key": frozenset(),
        "Ama regret": frozenset({"Els"}),
        "Els earlier": frozenset({"Els", "Sam"}),
    },
}


def waiting_is_there(person: str, target: Any) -> bool:
    """To the writer while their words and their table are there; to whom they asked, alone."""
    seen = person in SEES_WAITING[target.kind].get(target.name, ())
    if target.kind == "words-waiting":
        return seen
    return seen and target.name.startswith(person)


def lay_waiting(world: "World") -> None:
    for key, (writer, names) in WHO.items():
        share, at = world.scene.words[key], world.at
        row = Waiting(share_id=share.pk, by=world.people[writer], began_at=at, told_at=at)
        row.save()
        world.put(f"words-waiting {key}", row)
        for name in names:
            one = AskedToAnswer(waiting=row, share_id=share.pk, account=world.people[name])
            one.asked_at = at
            one.save()
            world.put(f"asked-to-answer {name} {key}", one)


def may_touch_waiting(person: str, route: str, label: str, table: str, *, new: bool) -> bool | None:
    """Whether this changes what it may. None: that is not said here."""
    if route == "pass-waiting" and table == "presence_readiness":
        return not new  # whose turn it was
    if table not in ("presence_waiting", "presence_askedtoanswer"):
        return None
    if route == "pass-waiting":
        return new or label.removeprefix("asked-to-answer ").startswith(person)
    return new and route == "circle"  # what is said is looked after, and someone may be asked


def waits_with(world: "World", ama: Any, els: Any) -> None:
    """For `test_keeping`: words of hers wait, and she was asked about another's."""
    for writer, key, asked in ((ama, "rain", els), (els, "joy", ama)):
        share, at = world.scene.words[key], world.at
        row = Waiting(share_id=share.pk, by=writer, began_at=at, told_at=at)
        row.save()
        AskedToAnswer(waiting=row, share_id=share.pk, account=asked, asked_at=at).save()
