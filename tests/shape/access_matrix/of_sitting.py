"""The oracle of visiting, of someone beside a newcomer, and of whom one never sits with."""

from typing import TYPE_CHECKING, Any

from openchair.circles.models import Beside
from openchair.sharing.models import Audience, Need, Share
from tests.shape.access_matrix.of_distance import lay_distances

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

WRITE, BOTH = frozenset({"POST"}), frozenset({"GET", "HEAD", "POST"})
OF_SITTING: dict[str, tuple[Any, ...]] = {
    "visit": ("once_seated", WRITE, "circle", (302,)),
    "walk-beside": ("seated", WRITE, "seat", (302,)),
    "walk-no-more": ("seated", WRITE, "seat", (302,)),
    "never-with": ("signed_in", WRITE, "", (302,)),
    "take-off-never": ("signed_in", WRITE, "never-with", (302,)),
    "pause": ("seated", BOTH, "circle", (200, 422)),  # nobody is chosen, or one may not
    "pauses": ("ears", frozenset({"GET", "HEAD"}), "", (200,)),
    "undo-pause": ("ears", WRITE, "pause", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

NOT_SITTING = {
    "visit": lambda who, table: (who, table) not in {("Noor", "Tuesday"), ("Sam", "Tuesday")},
    # Kim is new, and Mara keeps some distance from Kim.
    "walk-beside": lambda who, seat: seat != "Kim at Stairwell" or who in ("Kim", "Mara"),
}
BESIDE = {  # those two, and nobody else; Mara keeps Tom apart, and Kim keeps some distance from him
    "beside": {"Lin Kim": {"Lin", "Kim"}, "Tom Kim": {"Tom"}, "Tom Mara": set()}
}


def table_of(label: str) -> str:
    """Of a seat: "seat Kim at Stairwell"."""
    return label.rpartition(" at ")[2]


def lay_sitting(world: "World") -> None:
    """Who walks beside whom; and what Vera said, hidden while she is paused."""
    pause: Any = world.rows["pause Vera"]
    hidden = Share(author=world.people["Vera"], circle_id=pause.circle_id, need=Need.READ)
    hidden.audience, hidden.said_at, hidden.words = Audience.CIRCLE, world.at, "w"
    hidden.save()
    world.scene.words["hidden"], pause.words = hidden, hidden.pk
    pause.save()
    for by, newcomer in (("Lin", "Kim"), ("Tom", "Kim"), ("Tom", "Mara")):
        row = Beside.objects.create(
            circle_id=world.scene.tables["Stairwell"].pk,
            by=world.people[by],
            newcomer=world.people[newcomer],
            since=world.at,
        )
        world.put(f"beside {by} {newcomer}", row)
    lay_distances(world)


def walks_with(world: "World", ama: Any, els: Any) -> None:
    """For `test_keeping`: one on each side."""
    table = world.scene.tables["Tuesday"].pk
    for by, newcomer in ((ama, els), (els, ama)):
        Beside.objects.create(circle_id=table, by=by, newcomer=newcomer, since=world.at)
