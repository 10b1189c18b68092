"""The oracle of visiting, of someone beside a newcomer, and of whom one never sits with."""

from typing import TYPE_CHECKING, Any

from openchair.circles.models import Beside

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

WRITE = frozenset({"POST"})
OF_SITTING: dict[str, tuple[Any, ...]] = {
    "visit": ("once_seated", WRITE, "circle", (302,)),
    "walk-beside": ("seated", WRITE, "seat", (302,)),
    "walk-no-more": ("seated", WRITE, "seat", (302,)),
    "never-with": ("signed_in", WRITE, "", (302,)),
    "take-off-never": ("signed_in", WRITE, "never-with", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

REFUSALS = {
    "visit": lambda who, table: (who, table) not in {("Noor", "Tuesday"), ("Sam", "Tuesday")},
    "walk-beside": lambda who, seat: seat != "Kim at Stairwell" or who == "Kim",  # who is new
}
BESIDE = {  # those two, and nobody else; Mara keeps Tom apart
    "beside": {"Lin Kim": {"Lin", "Kim"}, "Tom Kim": {"Tom", "Kim"}, "Tom Mara": set()}
}


def table_of(label: str) -> str:
    """Of a seat: "seat Kim at Stairwell"."""
    return label.rpartition(" at ")[2]


def lay_who_walks_beside(world: "World") -> None:
    for by, newcomer in (("Lin", "Kim"), ("Tom", "Kim"), ("Tom", "Mara")):
        row = Beside.objects.create(
            circle_id=world.scene.tables["Stairwell"].pk,
            by=world.people[by],
            newcomer=world.people[newcomer],
            since=world.at,
        )
        world.put(f"beside {by} {newcomer}", row)


def walks_with(world: "World", ama: Any, els: Any) -> None:
    """For `test_keeping`: one on each side."""
    table = world.scene.tables["Tuesday"].pk
    for by, newcomer in ((ama, els), (els, ama)):
        Beside.objects.create(circle_id=table, by=by, newcomer=newcomer, since=world.at)
