"""Letters to the independent listener: whose they are, and what is answered at their addresses."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from openchair.repair.models import Passage, Report, ReportState

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)
DAY = timedelta(days=1)

OF_THE_LISTENER: dict[str, tuple[Any, ...]] = {
    "write-to-listener": ("signed_in", BOTH),
    "listener-paper": ("open_to_all", READ, "", (200,)),
    "letter-to-listener": ("signed_in", BOTH, "report"),
    "set-letter-down": ("signed_in", WRITE, "report"),
    "erase-letter": ("signed_in", WRITE, "report"),
    "listener-letters": ("ears", READ, "", (200,)),
    "listener-letter": ("ears", BOTH, "report"),
    "say-letter-read": ("ears", WRITE, "report"),
    "close-letter": ("ears", WRITE, "report"),
    "keep-letter": ("ears", WRITE, "report"),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

HEARD = {"of Mara", "of one forgotten"}  # Harriet keeps Lin apart: Lin's letter is Lin's alone
NOBODY_READS = {("letter-to-listener", "of Lin"), ("listener-letter", "of one forgotten")}


def lay_letters_to_the_listener(world: "World") -> None:
    """Harriet keeps Lin apart since they wrote, and Omar's was kept for him alone."""
    harriet, tom = world.people["Harriet"], world.people["Tom"]
    until = world.at.date() + 30 * DAY
    reports: Any = Report.objects
    passages: Any = Passage.objects
    for who, more in (
        ("Mara", {"ear": harriet, "about": tom}),
        ("Lin", {"ear": harriet}),
        ("Omar", {"state": ReportState.KEPT, "about": harriet}),
        ("one forgotten", {"ear": harriet, "needed_until": until}),
    ):
        writer = world.people.get(who)
        fields: dict[str, Any] = {"state": ReportState.WRITTEN, "about_name": "x"} | more
        fields |= {"writer": writer, "written_as": who, "written_at": world.at - DAY}
        report = reports.create(**fields)
        world.put(f"report of {who}", report)
        words: dict[str, Any] = {"report_id": report.pk, "words": who, "said_at": world.at - DAY}
        world.put(f"passage of {who}", passages.create(author=writer, **words))
        if who in ("Mara", "Lin"):
            answer = passages.create(author=harriet, by_listener=True, **words)
            world.put(f"passage Harriet to {who}", answer)
