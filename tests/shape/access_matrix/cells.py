"""Every person at every address, in every method; and what is wrong with what they are answered."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.shape.access_matrix.asking import Asker, Reply, Rows
from tests.shape.access_matrix.of_keeping import ASKED_TOGETHER
from tests.shape.access_matrix.routes import BOTH, MISSING, ROUTES, Target, expected
from tests.shape.access_matrix.sight import EVERYBODY, INSIDE, may_read, sees, shown_at_table
from tests.shape.access_matrix.touching import stray
from tests.shape.access_matrix.world import World

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
CANARIES = re.compile(
    r"[bcdfghjklmnpqrstvwxz]{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}"
)
ABSENT = 404

# What else a reply may hold: the letter's words for who holds its address, the one who was blocked for
# who blocked them (5.8: the blocker alone).
LETTER = ("words", "invitee", "token")
BLOCKED = {"Mara": "Tom", "Vera": "Dev", "Kim": "Omar", "Harriet": "Lin"}
INVITERS = {
    "Alone": "Ama",
    "of one who left": "Sam",
    "to the stairwell": "Lin",
}


@dataclass
class Tally:
    cells: int = 0
    leaks: list[str] = field(default_factory=list)

    def note(self, *said: object) -> None:
        self.leaks.append(" ".join(map(str, said)))


@dataclass(frozen=True)
class Cell:
    person: str
    target: Target
    method: str

    def __str__(self) -> str:
        at = " ".join(filter(None, (self.target.label, self.target.more)))
        return f"{self.person} {self.method} {self.target.route} [{at}]"


def targets(world: World) -> list[Target]:
    """Every route at every thing of its kind, and at one that never was."""
    return [target for name in ROUTES for target in _of_route(world, name)]


def _of_route(world: World, name: str) -> Iterator[Target]:
    kind = ROUTES[name].about
    if not kind:
        yield Target(name)
    elif kind == "chair":
        for table in (*INSIDE, MISSING):
            yield from (Target(name, f"chair {one}", table) for one in ("Tuesday", "Stairwell"))
            yield Target(name, MISSING, table)
    elif kind == "duty":
        yield from (Target(name, f"duty {one}") for one in ("steward", "host", "ear"))
        yield Target(name, MISSING)
    elif name == "ask-together":
        tables = [*(one for one in world.rows if one.startswith("circle ")), MISSING]
        yield from (Target(name, table, asked) for table in tables for asked in ASKED_TOGETHER)
    else:
        of = {"token": "invitation", "place": "hostletter"}.get(kind, kind)
        days = ("today", "yesterday", "long ago") if name in ("day", "earlier") else ("",)
        for label in [*(one for one in world.rows if one.split(" ", 1)[0] == of), MISSING]:
            yield from (Target(name, label, day) for day in days)


def all_cells(world: World) -> list[Cell]:
    return [
        Cell(person, target, method)
        for target in targets(world)
        for person in sorted(EVERYBODY)
        for method in METHODS
    ]


def quick_cells(world: World, most: int, seed: int) -> list[Cell]:
    """For every route and method it takes: one who may, and some who may not, and something missing."""
    draw = random.Random(seed)
    chosen: list[Cell] = []
    for name, route in ROUTES.items():
        there = list(_of_route(world, name))
        for method in sorted(route.methods - {"HEAD"}):
            cells = [Cell(p, t, method) for t in there for p in sorted(EVERYBODY)]
            draw.shuffle(cells)
            welcome = [c for c in cells if ABSENT not in expected(c.person, c.target, c.method)]
            denied = [c for c in cells if ABSENT in expected(c.person, c.target, c.method)]
            chosen += welcome[: most // 120] + denied[: most // 120]
    return chosen


class Matrix:
    """Compares, cell by cell. What is absent must be alike for one person, whatever is asked for."""

    def __init__(self, world: World) -> None:
        self.world, self.asker, self.tally = world, Asker(world), Tally()
        # Error pages show the help lines this process read last: they are read once before all else.
        self.asker.client.get("/now/")
        self.nothing: dict[tuple[str, str], bytes] = {}
        self.ids = {str(row.pk): label for label, row in world.rows.items() if "account" in label}
        self.ids |= {
            str(row.pk): label
            for label, row in world.rows.items()
            if label.split(" ", 1)[0] not in ("account", "person", "once", "source", "line")
        }

    def check_all(self, cells: Iterable[Cell]) -> Tally:
        for cell in cells:
            self.check(cell)
        return self.tally

    def check(self, cell: Cell) -> None:
        self.tally.cells += 1
        if cell.method in ("GET", "HEAD", "OPTIONS"):
            reply = self.asker.ask(cell.person, cell.target, cell.method)
        else:
            reply, went, came = self.asker.ask_and_watch(cell.person, cell.target, cell.method)
            self._check_rows(cell, went, came)
        self._check_status(cell, reply)
        self._check_absent(cell, reply)
        self._check_words(cell, reply)
        if cell.target.route == "circle" and cell.method == "GET" and reply.status == 200:
            self._check_shown(cell, reply)

    def _check_status(self, cell: Cell, reply: Reply) -> None:
        wanted = expected(cell.person, cell.target, cell.method)
        if reply.status not in wanted:
            self.tally.note(cell, "is answered", reply.status, "and not", wanted)

    def _check_absent(self, cell: Cell, reply: Reply) -> None:
        """Denied and absent are the same, byte for byte. Letters have a closed page of their own."""
        if reply.status != ABSENT:
            return
        own_page = cell.target.kind in ("token", "place") or cell.target.route == "duty-letter"
        kind = cell.target.kind if own_page else ""
        empty = "empty" if cell.method == "HEAD" else ""
        sent = "sent" if own_page and cell.method == "POST" else ""  # without a link to read it in
        first = self.nothing.setdefault((cell.person, kind + empty + sent), reply.whole)
        if reply.whole != first:
            self.tally.note(cell, "is told that something is there, and denied")

    def _check_words(self, cell: Cell, reply: Reply) -> None:
        asked = self.asker.path(cell.target)  # an id that stands in it is told to nobody anew
        for word in set(CANARIES.findall(reply.text)):
            if word in asked:
                continue
            label, name = self.world.canaries.get(word, (self.ids.get(word, ""), "id"))
            if label and not self._may_hold(cell, label, name):
                self.tally.note(cell, "reads", name, "of", label)
        for (label, name), word in self.world.planted.items():
            stands = name in ("token", "email") and word in reply.text
            if stands and not self._may_hold(cell, label, name):
                self.tally.note(cell, "reads", name, "of", label)

    def _may_hold(self, cell: Cell, label: str, name: str) -> bool:
        person, target = cell.person, cell.target
        if person in may_read(label, name) or (name == "id" and label == target.label):
            return True
        if target.route == "duty-letter" and (label, name) == ("role Ralf", "shown_as"):
            return True  # who asks
        if target.kind == "token":
            if target.route == "arriving" and cell.method == "POST" and label.startswith("circle"):
                return name == "id"  # a yes leads to the table
            letter = label == target.label and name in LETTER
            return letter or (label, name) == (f"person {INVITERS.get(target.name)}", "name")
        if target.kind == "place":  # whoever holds the address
            return label == target.label and name in ("name", "answer")
        if target.route == "apart":
            other = BLOCKED.get(person)
            return label in (f"person {other}", f"account {other}")
        return False

    def _check_shown(self, cell: Cell, reply: Reply) -> None:
        for label, name in shown_at_table(cell.target.name, cell.person):
            if self.world.planted[label, name] not in reply.text:
                self.tally.note(cell, "does not read", name, "of", label)

    def _check_rows(self, cell: Cell, went: Rows, came: Rows) -> None:
        for what in stray(self.world, cell.person, cell.target, went, came):
            self.tally.note(cell, "touches", what)


def rows_seen(world: World, model: Any, viewer: Any) -> set[Any]:
    return set(model.objects.for_viewer(viewer).values_list("pk", flat=True))


def rows_meant(world: World, model: Any, person: str) -> set[Any]:
    return {
        row.pk for label, row in world.rows.items() if type(row) is model and person in sees(label)
    }


__all__ = ["BOTH", "Cell", "Matrix", "Tally", "all_cells", "quick_cells", "rows_meant", "rows_seen"]
