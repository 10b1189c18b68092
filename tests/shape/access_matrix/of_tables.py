"""What a table asks its people in private, and the oracle of who reads it (spec/model.md, Seat)."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from openchair.circles.models import (
    CallKind,
    HoldingPause,
    HostCall,
    KeeperState,
    KeeperTerm,
    Naming,
    NamingAnswer,
    NamingState,
    NeverWith,
    OpenChair,
    Opening,
    QuestionKind,
    StandingAnswer,
    TableAnswer,
    TableQuestion,
    TurnedAway,
    WhenAsked,
)
from tests.shape.access_matrix.of_company import lay_company
from tests.shape.access_matrix.of_sitting import lay_sitting
from tests.shape.canaries import draw_canary

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

DAY = timedelta(days=1)
TUESDAY = frozenset("Chiara Els Ama Bert Dev Lin Vera".split())
"""Those with a seat there; Noor, who visits, is not asked."""

OF_TABLES: dict[str, dict[str, frozenset[str]]] = {
    "naming": {
        "by Bert": TUESDAY,
        "by Tom": frozenset({"Tom", "Lin", "Kim"}),  # Mara keeps him apart
        "by Lin": frozenset({"Lin"}),  # settled: whoever was asked knows no more of it
        "by Sam": frozenset(),  # who named has left
        "by Vera": TUESDAY - {"Dev"},
    },
    "pause": {
        "Vera": frozenset({"Vera", "Chiara", "Harriet"}),
        "Lin": frozenset({"Lin", "Mara"}),  # Harriet keeps Lin apart
    },
    "host-call": {"Omar": frozenset({"Chiara"}), "Chiara": frozenset()},
    "question": {"by Els": TUESDAY},
}
OWN_OF_TABLES = {
    "naming-answer",
    "never-with",
    "opening",
    "standing-answer",
    "table-answer",
    "turned-away",
}
KEPT_CHAIR = {"kept for Omar": frozenset({"Mara", "Tom", "Lin"})}  # Kim keeps Omar apart


def lay_what_tables_ask(world: "World") -> None:
    _lay_namings(world)
    for table, days in (("Stairwell", 4), ("Tuesday", 30)):  # opened to whoever came later
        world.scene.tables[table].read_from = world.at - timedelta(days=days)
        world.scene.tables[table].save()
    els, tuesday = world.people["Els"], _table(world, "Tuesday")
    question = TableQuestion.objects.create(
        circle_id=tuesday, by=els, kind=QuestionKind.AGREEMENT, words="w", asked_at=world.at
    )
    world.put("question by Els", question)
    said = TableAnswer.objects.create(
        question=question, account=els, yes=True, answered_at=world.at
    )
    world.put("table-answer Els", said)
    _lay_what_hosts_and_listeners_read(world)
    _lay_own(world)
    lay_sitting(world)
    lay_company(world)


def _lay_namings(world: "World") -> None:
    for name, table, state in (
        ("Bert", "Tuesday", NamingState.ASKING),
        ("Vera", "Tuesday", NamingState.ASKING),
        ("Sam", "Tuesday", NamingState.READY),
        ("Tom", "Stairwell", NamingState.ASKING),
        ("Lin", "Stairwell", NamingState.NOT_NOW),
    ):
        row = Naming.objects.create(
            circle_id=_table(world, table),
            by=world.people[name],
            state=state,
            name_mark=draw_canary(),
            asked_at=world.at,
            ask_around_at=world.at + 4 * DAY,
        )
        world.put(f"naming by {name}", row)
    for name in ("Ama", "Dev"):
        asked = world.id("naming by Bert")
        said = NamingAnswer(naming_id=asked, account=world.people[name])
        said.answer, said.answered_at = WhenAsked.NO, world.at
        said.save()
        world.put(f"naming-answer {name}", said)


def _lay_what_hosts_and_listeners_read(world: "World") -> None:
    for name, by, table in (("Vera", "Chiara", "Tuesday"), ("Lin", "Mara", "Stairwell")):
        row = HoldingPause.objects.create(
            circle_id=_table(world, table),
            account=world.people[name],
            by=world.people[by],
            began_at=world.at,
            ends_at=world.at + DAY,
        )
        world.put(f"pause {name}", row)
    for name in ("Omar", "Chiara"):
        about = world.people[name]
        call = HostCall.objects.create(kind=CallKind.NAMING, about=about, asked_at=world.at)
        world.put(f"host-call {name}", call)


def _lay_own(world: "World") -> None:
    tuesday, stairwell = _table(world, "Tuesday"), _table(world, "Stairwell")
    for name in ("Ama", "Mara"):
        row = NeverWith.objects.create(account=world.people[name], set_at=world.at)
        world.put(f"never-with {name}", row)
    lin, mara, omar = (world.people[name] for name in ("Lin", "Mara", "Omar"))
    world.put("standing-answer Lin", StandingAnswer.objects.create(circle_id=tuesday, account=lin))
    away = TurnedAway.objects.create(circle_id=stairwell, account=mara, at=world.at)
    world.put("turned-away Mara", away)
    opened = Opening.objects.create(account=omar, token_hash=draw_canary(), opened_at=world.at)
    world.put("opening Omar", opened)
    kept = OpenChair.objects.create(circle_id=stairwell, kept_for=omar, set_out_at=world.at)
    world.put("chair kept for Omar", kept)
    KeeperTerm.objects.create(
        circle_id=tuesday,
        account=lin,
        state=KeeperState.ASKED,
        began_at=world.at,
        ends_at=world.at + DAY,
    )


def give_a_row_of_each(world: "World", ama: Any, els: Any) -> None:
    """For `test_keeping`: what may hang on one person, besides what lies there."""
    at, table = world.at, _table(world, "Tuesday")
    naming = Naming(circle_id=table, by=ama, name_mark="x", asked_at=at, ask_around_at=at)
    naming.save()
    StandingAnswer.objects.create(circle_id=table, account=ama)
    Opening.objects.create(account=ama, token_hash="x", opened_at=at)
    TurnedAway.objects.create(circle_id=table, account=ama, at=at)
    OpenChair.objects.create(circle_id=table, kept_for=ama, set_out_at=at)
    HostCall.objects.create(kind=CallKind.UNKEPT, about=ama, asked_at=at)
    question = TableQuestion.objects.create(
        circle_id=table, by=ama, kind=QuestionKind.REST, asked_at=at
    )
    TableAnswer.objects.create(question=question, account=ama, yes=True, answered_at=at)
    for who, by in ((ama, els), (els, ama)):
        HoldingPause.objects.create(circle_id=table, account=who, by=by, began_at=at, ends_at=at)


def _table(world: "World", name: str) -> Any:
    return world.scene.tables[name].pk
