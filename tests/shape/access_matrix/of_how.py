"""The oracle of how people are: for whom a check-in was meant, and nobody else (spec/model.md 5.2)."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from openchair.presence.models import Capacity, CheckIn, CheckInShown, KeptPage
from tests.shape.canaries import draw_canary

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)
OF_HOW: dict[str, tuple[Any, ...]] = {
    "how": ("signed_in", BOTH, "", (200, 302)),
    "how-word": ("signed_in", WRITE, "", (302,)),
    "how-back": ("signed_in", WRITE, "", (302,)),
    "how-page": ("signed_in", WRITE, "", (302,)),
    "how-no-page": ("signed_in", WRITE, "", (302,)),
    "be-here": ("seated", WRITE, "circle", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

REFUSALS = {"be-here": lambda who, _table: who == "Vera"}  # paused
TELLS = {"how", "how-word", "how-back", "leaving"}
"""What changes for whom one's own word is."""

TUESDAY = frozenset("Chiara Els Ama Bert Dev Lin Vera".split())  # but for Noor, who visits
SAID = {  # whose, how long ago in days, and to whom or where it was told
    "Els": (Capacity.SOME, 0, ("Tuesday",)),
    "Vera": (Capacity.LOW, 0, ("Tuesday",)),
    "Sam": (Capacity.LOW, 5, ("Tuesday",)),
    "Tom": (Capacity.PLENTY, 0, ("Stairwell",)),
    "Lin": (Capacity.SOME, 5, ("Stairwell",)),
    "Dev": (Capacity.LOW, 0, ("Ama", "Vera", "Omar")),
    "Kim": (Capacity.SOME, 0, ("Tom",)),
    "Ines": (Capacity.NOTHING, 0, ("Yusuf",)),
    "Noor": (Capacity.SOME, 0, ("Noor",)),
    "Chiara": (Capacity.SOME, 0, ("Noor",)),  # who only visits
    "Bert": (Capacity.LOW, 2, ()),  # replaced since, on a page of his own
}
READS = {
    "Els": TUESDAY,
    "Vera": {"Vera"},  # while she is paused
    "Sam": {"Sam"},  # left with the door open
    "Tom": {"Tom", "Lin", "Kim"},  # Mara keeps him apart
    "Lin": {"Lin", "Tom", "Mara"},  # said before Kim came
    "Dev": {"Dev", "Ama"},  # Vera keeps him apart, Omar sits nowhere
    "Kim": {"Kim", "Tom"},
    "Ines": {"Ines", "Yusuf"},
    "Noor": {"Noor"},
    "Chiara": {"Chiara"},
    "Bert": {"Bert"},
}
TOLD = {
    "Els Tuesday": TUESDAY,
    "Vera Tuesday": {"Vera"},
    "Sam Tuesday": {"Sam"},
    "Tom Stairwell": READS["Tom"],
    "Lin Stairwell": READS["Lin"],
    "Dev Ama": {"Dev", "Ama"},
    "Dev Vera": {"Dev"},
    "Dev Omar": {"Dev"},
    "Kim Tom": {"Kim", "Tom"},
    "Ines Yusuf": {"Ines", "Yusuf"},
    "Noor Noor": {"Noor"},
    "Chiara Noor": {"Chiara"},
}
SEES_HOW: dict[str, dict[str, Any]] = {
    "checkin": dict(READS),
    "told": dict(TOLD),
    "keptpage": {"Bert": {"Bert"}},
}


def lay_how_people_are(world: "World") -> None:
    for name, (capacity, days, told) in SAID.items():
        row = CheckIn(account=world.people[name], capacity=capacity, line="l")
        row.said_at = world.at - timedelta(days=days)
        row.replaced_at = world.at if name == "Bert" else None
        row.save()
        world.put(f"checkin {name}", row)
        for one in told:
            table = world.scene.tables.get(one)
            shown = CheckInShown(check_in=row, circle=table, to=world.people.get(one))
            shown.save()
            world.put(f"told {name} {one}", shown)
    page = KeptPage.objects.create(account=world.people["Bert"], since=world.at)
    world.put("keptpage Bert", page)


def says_how(world: "World", ama: Any, els: Any) -> None:
    """For `test_keeping`: one's own, and one that was for them."""
    said = CheckIn(account=ama, capacity=Capacity.LOW, said_at=world.at)
    said.line = world.plant("checkin of Ama", "line", draw_canary())
    said.save()
    world.rows["checkin of Ama"] = said
    KeptPage.objects.create(account=ama, since=world.at)
    theirs = CheckIn.objects.get(account=els)
    CheckInShown.objects.create(check_in=theirs, to=ama)
