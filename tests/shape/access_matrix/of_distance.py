"""The oracle of some distance at a table: its keeper alone reads it (spec/model.md 5.8)."""

from typing import TYPE_CHECKING, Any

from openchair.circles.models import Distance

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

READ, WRITE = frozenset({"GET", "HEAD"}), frozenset({"POST"})
OF_DISTANCE: dict[str, tuple[Any, ...]] = {
    "distance": ("seated", READ, "circle", (200,)),
    "keep-distance": ("seated", WRITE, "seat", (302,)),
    "no-more-distance": ("seated", WRITE, "seat", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

NOT_AT_A_DISTANCE = {
    "keep-distance": lambda who, seat: seat.startswith(f"{who} at ") or seat.endswith(" at Pair"),
}
DISTANCES = {
    "distance": {
        "Bert Dev": {"Bert"},  # of the scene
        "Kim Tom": {"Kim"},
        "Mara Kim": {"Mara"},
        "Kim Lin": set[str](),  # of a table where Kim does not sit
        "Sam Lin": {"Sam"},  # left with the door open
        "Gus Lin": set[str](),  # was removed
    }
}


def lay_distances(world: "World") -> None:
    for by, of, table in (
        ("Kim", "Tom", "Stairwell"),
        ("Mara", "Kim", "Stairwell"),
        ("Kim", "Lin", "Tuesday"),
        ("Sam", "Lin", "Tuesday"),
        ("Gus", "Lin", "Stairwell"),
    ):
        row = Distance(circle_id=world.scene.tables[table].pk, since=world.at)
        row.by, row.of = world.people[by], world.people[of]
        row.save()
        world.put(f"distance {by} {of}", row)
    bert = Distance.objects.get(by=world.people["Bert"])
    world.put("distance Bert Dev", bert)


def distances_of(world: "World", ama: Any, els: Any) -> None:
    """For `test_keeping`: one on each side."""
    table = world.scene.tables["Tuesday"].pk
    for by, of in ((ama, els), (els, ama)):
        Distance.objects.create(circle_id=table, by=by, of=of, since=world.at)
