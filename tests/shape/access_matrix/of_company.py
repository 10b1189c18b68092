"""The oracle of company: who may be asked, who is asked, and whose number one may ring."""

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from openchair.presence.models import Asked, Call, Lamp, Readiness, RingLine, RingShown, When
from tests.shape.access_matrix import of_how

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)

OF_COMPANY: dict[str, tuple[Any, ...]] = {
    "ask-me": ("signed_in", BOTH),
    "wake-me": ("signed_in", WRITE, "", (302,)),
    "let-me-sleep": ("signed_in", WRITE, "", (302,)),
    "ring-me": ("signed_in", WRITE, "", (302,)),
    "ring-me-no-more": ("signed_in", WRITE, "", (302,)),
    "ask-for-company": ("seated", BOTH, "circle", (302,)),
    "company": ("signed_in", READ, "company", (200,)),
    "ask-again": ("signed_in", WRITE, "company", (302,)),
    "leave-lamp": ("signed_in", WRITE, "company", (302,)),
    "end-company": ("signed_in", WRITE, "company", (302,)),
    "answer-company": ("signed_in", WRITE, "company", (302,)),
    "step-out": ("signed_in", WRITE, "company", (302,)),
    "put-aside": ("signed_in", WRITE, "company", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

REFUSALS = {
    "ask-for-company": lambda who, _table: who == "Vera",  # paused
    "ask-again": lambda who, asker: who != asker,
    "leave-lamp": lambda _who, _asker: True,  # it is noon
    "end-company": lambda who, asker: who != asker,
    "answer-company": lambda who, asker: who == asker,
    "step-out": lambda who, asker: who == asker,
    "put-aside": lambda _who, _asker: True,  # neither has ended
}

SEES_COMPANY: dict[str, dict[str, frozenset[str]]] = {
    "company": {  # who asked, and who was; Mara was, and keeps Tom apart since
        "Ama": frozenset({"Ama", "Els", "Dev", "Lin"}),
        "Tom": frozenset({"Tom", "Lin", "Kim"}),
        "Ines": frozenset({"Ines"}),  # she sat there when she asked, and does no more
    },
    "asked": {  # the asker, who it is, and once they are here whoever else was asked
        "Els of Ama": frozenset({"Ama", "Els", "Dev", "Lin"}),
        "Dev of Ama": frozenset({"Ama", "Dev"}),
        "Lin of Ama": frozenset({"Ama", "Lin"}),
        "Sam of Ama": frozenset({"Ama", "Sam"}),  # he left since
        "Mara of Tom": frozenset({"Mara"}),
        "Kim of Tom": frozenset({"Tom", "Lin", "Kim"}),
        "Lin of Tom": frozenset({"Tom", "Lin"}),
        "Ama of Ines": frozenset({"Ama", "Ines"}),
    },
    "readiness": {"Els": frozenset({"Els"})},
    "ringline": {
        "Dev": frozenset({"Dev", "Ama"}),  # Vera, chosen too, keeps him apart
        "Mara": frozenset({"Mara"}),  # Ama, chosen once, sits with her no more
        "Sam": frozenset({"Sam"}),  # he left
    },
    "ringshown": {
        "Dev Ama": frozenset({"Dev"}),
        "Dev Vera": frozenset({"Dev"}),
        "Mara Ama": frozenset({"Mara"}),
        "Sam Ama": frozenset({"Sam"}),
    },
    "lamp": {"Ama": frozenset({"Ama", "Els"})},  # Els saw it first
}
HERE = {"Els", "Kim"}
PASSED = {"Lin"}
ASKS = {"ask-for-company", "ask-again"}


def call_is_there(person: str, target: Any) -> bool:
    """To whoever asked, too, only while the table is."""
    return person in SEES_COMPANY["company"].get(target.name, ()) and target.name != "Ines"


OF_ONESELF = {
    "presence_readiness": "account_id",
    "presence_ringline": "account_id",
    "presence_lamp": "by_id",
    "presence_call": "by_id",
    "presence_asked": "account_id",
    "presence_checkin": "account_id",
    "presence_keptpage": "account_id",
}


def lay_company(world: "World") -> None:
    people, tables = world.people, world.scene.tables
    for asker, table, names in (
        ("Ama", "Tuesday", ("Els", "Dev", "Lin", "Sam")),
        ("Tom", "Stairwell", ("Mara", "Kim", "Lin")),
        ("Ines", "Tuesday", ("Ama",)),
    ):
        call = Call.objects.create(
            circle_id=tables[table].pk, by=people[asker], asked_at=world.at - timedelta(minutes=2)
        )
        world.put(f"company {asker}", call)
        for name in names:
            row = Asked(call=call, account=people[name], asked_at=call.asked_at)
            row.came_at = world.at if name in HERE else None
            row.passed_at = world.at if name in PASSED else None
            row.save()
            world.put(f"asked {name} of {asker}", row)
    _lay_what_was_said(world)


def _lay_what_was_said(world: "World") -> None:
    people = world.people
    ready = Readiness.objects.create(account=people["Els"], when=When.DAY)
    world.put("readiness Els", ready)
    for owner, chosen in (("Dev", ("Ama", "Vera")), ("Mara", ("Ama",)), ("Sam", ("Ama",))):
        line = RingLine(account=people[owner], hours_from=time(0), hours_until=time(0))
        line.number = "n"
        line.save()
        world.put(f"ringline {owner}", line)
        for name in chosen:
            shown = RingShown.objects.create(line=line, to=people[name])
            world.put(f"ringshown {owner} {name}", shown)
    tuesday, els = world.scene.tables["Tuesday"].pk, people["Els"]
    lamp = Lamp.objects.create(circle_id=tuesday, by=people["Ama"], left_at=world.at, seen_by=els)
    world.put("lamp Ama", lamp)


def may_touch_company(
    route: str, table: str, row: dict[str, Any], owners: set[str], *, new: bool
) -> bool | None:
    """Whether this changes what it may. None: that is not said here."""
    if not table.startswith("presence_"):
        return None
    if table == "presence_checkinshown":
        return route in of_how.TELLS
    if table == "presence_ringshown":
        return route in {"ring-me", "ring-me-no-more"}  # of one's own line: its number
    if route in ASKS and table in ("presence_asked", "presence_readiness"):
        return new or table == "presence_readiness"  # whoever is asked, and whose turn it was
    if route == "answer-company" and table == "presence_call":
        return True  # nobody else is asked from then on
    key = row[OF_ONESELF[table]]
    return key is not None and UUID(str(key)).hex in owners


def company_with(world: "World", ama: Any, els: Any) -> None:
    """For `test_keeping`: what may hang on one person, besides what lies there."""
    at, table = world.at, world.scene.tables["Tuesday"].pk
    Readiness.objects.create(account=ama, when=When.DAY)
    RingLine.objects.create(account=ama, number="+32 555", hours_from=time(9), hours_until=time(9))
    Asked.objects.create(call_id=world.id("company Tom"), account=ama, asked_at=at)
    Lamp.objects.create(circle_id=table, by=els, left_at=at, seen_by=ama)
