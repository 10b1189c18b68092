"""The oracle of one's own words: reading what is held, taking it along, erasing it, passages."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from openchair.journeys.models import Copy, Erasing
from openchair.sharing.models import Retelling, RetellingState
from tests.shape.access_matrix.of_answers import answer_is_there
from tests.shape.access_matrix.saying import wrote
from tests.shape.canaries import draw_canary

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)

OF_WORDS: dict[str, tuple[Any, ...]] = {
    "my-words": ("signed_in", READ, "", (200,)),
    "my-words-at": ("signed_in", READ, "circle", (200,)),
    "private-page": ("signed_in", READ, "", (200,)),
    "take-along": ("signed_in", BOTH),
    "copy": ("signed_in", READ, "", (200,)),
    "be-forgotten": ("signed_in", BOTH),
    "erase-table": ("signed_in", BOTH, "circle"),
    "passages": ("signed_in", BOTH, "", (200,)),
    "passage": ("signed_in", BOTH, "retelling"),
    "erase-words": ("signed_in", BOTH, "share"),
    "point-in-words": ("signed_in", WRITE, "share"),
    "erase-answer": ("signed_in", BOTH, "answer"),
    "keep-answer": ("signed_in", WRITE, "answer"),
    "point-in-answer": ("signed_in", WRITE, "answer"),
    "put-away": ("signed_in", WRITE, "answer", (302,)),
    "gone": ("open_to_all", READ, "done", (200,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

WORDS_AT = {  # also of those who sit there no more
    "Tuesday": {"Sam", "Chiara", "Dev", "Els", "Ama", "Bert", "Noor", "Vera", "Lin"},
    "Stairwell": {"Tom", "Lin", "Mara", "Gus", "Kim"},
    "Pair": {"Ines", "Yusuf"},
}
AT_A_TABLE = {"my-words-at", "erase-table"}
REFUSALS = {
    "erase-words": lambda who, key: not wrote("share", who, key),
    "erase-answer": lambda who, key: not wrote("answer", who, key),
    "keep-answer": lambda who, key: not wrote("answer", who, key),
    "point-in-words": lambda _who, _key: True,  # the words that are sent stand nowhere
    "point-in-answer": lambda _who, _key: True,
    "passage": lambda who, key: (who, key) == ("Ines", "Yusuf Ines"),  # it is with the listener
    "be-forgotten": lambda who, _key: who in ("Ralf", "Chiara", "Harriet"),  # the last of each
}
WITHOUT_THEM = {"house_event", "kernel_onceonly"}
"""What happened to the house, and the mark of the form by which they went."""
OF_ERASED_WORDS = {"sharing_share", "sharing_answer", "sharing_witness", "sharing_retelling"}
OF_ERASED_WORDS |= {"sharing_reader", "sharing_offer"}


def words_are_there(person: str, route: str, name: str) -> bool:
    """To whoever said nothing there. Nobody in the world has a copy, or erased everything."""
    if route in AT_A_TABLE:
        return person in WORDS_AT.get(name, ())
    if route == "put-away":
        return answer_is_there(person, name)
    return route not in ("copy", "gone")


def may_erase(person: str, route: str, name: str, table: str) -> bool | None:
    """Whether this changes what it may. None: that is not said here."""
    if route == "erase-words" and table in OF_ERASED_WORDS:
        return wrote("share", person, name)  # with what lies under it, and whom it asks
    if table == "kernel_erasure":  # without its content
        return route in ("be-forgotten", "erase-answer", "erase-letter", "erase-words")
    if route == "be-forgotten" and table in WITHOUT_THEM:
        return True
    if route == "passage" and person == "Harriet":
        return table == "sharing_retelling" or None
    return None


def lay_passages(world: "World") -> None:
    """Ama asks Dev, who has not answered; Yusuf asked Ines, who said no."""
    for asker, writer, key, state in (
        ("Ama", "Dev", "towel", RetellingState.ASKED),
        ("Yusuf", "Ines", "kettle", RetellingState.REFUSED),
    ):
        row = Retelling(asker=world.people[asker], writer=world.people[writer], state=state)
        row.share_id, row.asked_at = world.scene.words[key].pk, world.at - timedelta(hours=1)
        row.words = key
        row.save()
        world.put(f"retelling {asker} {writer}", row)
    chiara, joy = world.people["Chiara"], world.scene.words["joy"].pk
    row = Retelling(writer=chiara, share_id=joy, asked_at=world.at, words="w")
    row.save()
    world.put("retelling of one forgotten", row)
    _lay_erasing(world)


def _lay_erasing(world: "World") -> None:
    """Omar is on his way out; someone is forgotten already. Una asked for all of hers."""
    for name, account in (("Omar", world.people["Omar"]), ("nobody", None)):
        fields: Any = {"much": 2, "left": 1, "everything": False, "asked_at": world.at}
        fields |= {"account": account, "token_hash": draw_canary()}
        world.put(f"erasing {name}", Erasing.objects.create(**fields))
    una = Copy.objects.create(account=world.people["Una"], much=2, asked_at=world.at)
    world.put("along Una", una)
