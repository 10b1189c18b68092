"""The oracle of words said to some by name, or opened to more since: who reads them, and what stands under them."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from openchair.sharing.models import Answer, Audience, Need, Reader, Share
from tests.shape.access_matrix.said_by_name import UNDER
from tests.shape.access_matrix.saying import sits_where_said, wrote

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

HOUR = timedelta(hours=1)
OF_READERS: dict[str, tuple[Any, ...]] = {
    "change-words": ("signed_in", frozenset({"GET", "HEAD", "POST"}), "share"),
    "carry-answer": ("signed_in", frozenset({"POST"}), "answer", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""


def may_not_change(person: str, key: str) -> bool:
    """Who is paused says nothing; what was taken back is gone; who left sits there no more."""
    free = wrote("share", person, key) and sits_where_said(person, key)
    return not free or person == "Vera" or key in ("regret", "hidden and taken back")


REFUSALS = {
    "change-words": may_not_change,
    "carry-answer": lambda who, key: not wrote("answer", who, key),
}


def lay_readers(world: "World") -> None:
    _said(world, "to a few", "Dev", Audience.CHOSEN, "Vera", "Lin")
    _said(world, "to a visitor", "Chiara", Audience.CHOSEN, "Noor", "Sam")
    opened = _said(world, "opened", "Els", Audience.CIRCLE, "Ama", "Chiara")
    later = Reader.objects.create(
        share=opened, account=world.people["Bert"], since=world.at - 2.5 * HOUR
    )
    world.put("reader Bert to opened", later)
    opened.widened_at = world.at - HOUR
    opened.save()
    for label, ago, more in (
        ("Lin to a few", HOUR, {}),
        ("Ama before it was opened", 2 * HOUR, {}),
        ("Chiara before it was opened", 2 * HOUR, {}),
        ("Ama said yes to going along", 2 * HOUR, {"carried_at": world.at}),
        ("Bert since it was opened", HOUR / 2, {}),
        ("Dev let it go along to Bert", 2.75 * HOUR, {"carried_at": world.at - 2.25 * HOUR}),
    ):
        _answer(world, label, ago, more)


def _said(world: "World", key: str, name: str, audience: Audience, *to: str) -> Share:
    share = Share(author=world.people[name], circle_id=world.scene.tables["Tuesday"].pk)
    share.audience, share.need, share.words, share.warning = audience, Need.READ, "w", "w"
    share.said_at = world.at - 3 * HOUR
    share.save()
    world.scene.words[key] = share
    for one in to:
        account = world.people[one]
        row = Reader.objects.create(share=share, account=account, since=share.said_at)
        world.put(f"reader {one} {key if key.startswith('to') else f'to {key}'}", row)
    return share


def _answer(world: "World", label: str, ago: timedelta, more: dict[str, Any]) -> None:
    share = world.scene.words[UNDER[label]]
    row = Answer(share_id=share.pk, author=world.people[label.split(maxsplit=1)[0]], **more)
    row.words, row.said_at = "w", world.at - ago
    row.save()
    world.put(f"answer {label}", row)
