"""Measures the house against its budgets, in under two minutes: `bin/bench quick [--full]`.

Two houses of the same kind, one with 10 tables and one with many, are laid and opened; pages, posts
and the floor are asked by turns. Prints the budgets with what was measured, and writes build/bench.
Only what does not wobble ends it with an error: SQL, bytes, requests and the page against the floor.
"""

import argparse
import json
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.ground import plots
from bench.ground.house import Caller, Folder, Server, a_folder, a_free_port, look
from bench.ground.writing import Writer
from bench.quick.browsing import visits
from bench.quick.load import Target, against, measure, new_id
from bench.quick.table import HEAD, ROOT, Line, broken, record

HERE = ROOT / "build" / "bench"
MIB, KB = 1 << 20, 1000
FEW, MANY, ALL = 10, 300, 1000
ROUNDS = 7

type Start = dict[str, float]


def main() -> int:
    began = time.monotonic()
    asked = read_words()
    with a_folder() as few, a_folder() as many:
        small = lay(few, FEW, quiet=3)
        large = lay(many, ALL if asked.full else MANY, quiet=200 if asked.full else 3)
        starts = [start_once(many) for _ in range(3)]
        with Server(few) as near, Server(many) as far:
            near.wait(), far.wait()
            counts = {
                name: sql(*house)
                for name, house in {"few": (few, small), "many": (many, large)}.items()
            }
            with the_floor(many, large, counts["many"]) as floor:
                targets = load(near, small, far, large, floor)
                measure(list(targets.values()), ROUNDS)
            memory = far.memory()
            fetched = visits(many.port, large["page"], large["cookies"])
    lines = budgets(targets, counts, memory, starts, fetched)
    print("\n".join([HEAD, *map(str, lines)]))
    whole = record(lines, {"world": large | small_print(targets, counts, starts, fetched)})
    write_down(whole, lines, targets)
    print(
        f"world {large['hash']} ({large['rows']['Circle']} tables); {busy()};"
        f" {time.monotonic() - began:.0f} s; plots in {HERE.relative_to(ROOT)}"
    )
    return 1 if broken(lines) else 0


def read_words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench quick", description=__doc__)
    parser.add_argument("--full", action="store_true", help="1,000 tables of 200 shares: minutes")
    return parser.parse_args()


def lay(folder: Folder, circles: int, quiet: int) -> dict[str, Any]:
    asked = {"circles": circles, "shares": 20, "answers": 3, "quiet_shares": quiet}
    world: dict[str, Any] = folder.ask("bench.quick.world.lay", **asked)
    with Server(folder) as server:  # collects the styles, once
        server.wait()
    return world


def start_once(folder: Folder) -> Start:
    with Server(folder) as server:
        return {"seconds": server.wait(), "in line": server.waited(), "processor": server.cpu()}


def sql(folder: Folder, world: dict[str, Any]) -> dict[str, Any]:
    names = ["page", "twice", "deep", "post", "cookies", "post_cookies"]
    counted: dict[str, Any] = folder.ask(
        "bench.quick.counting.count", **{name: world[name] for name in names}
    )
    return counted


def the_floor(folder: Folder, world: dict[str, Any], counts: dict[str, Any]) -> Server:
    """Asks what the page asks, and sends what the page sent, compressed as it was."""
    page = look(folder.port, world["page"], world["cookies"])
    (folder.home / "floor.body").write_bytes(page.body)
    told = {"folder": str(folder.home), "statements": counts["page_statements"]}
    folder.ask("bench.quick.counting.write_floor", **told)
    beside = replace(folder, port=a_free_port())
    server = Server(beside, ("bench.quick.floor", str(folder.home), str(beside.port)))
    server.wait()
    return server


def load(
    near: Server, small: dict[str, Any], far: Server, large: dict[str, Any], floor: Server
) -> dict[str, Target]:
    reader = Caller(far.folder.port, large["cookies"])
    other = Caller(near.folder.port, small["cookies"])
    bare = Caller(floor.folder.port)
    writer = Writer(far.folder.port, large["post"], large["post_cookies"])
    writer.open_the_page()
    looking = Writer(far.folder.port, f"{large['deep']}looking/", large["cookies"])
    looking.open_the_page()
    targets = [
        Target("the page", far, lambda: reader.get(large["page"]), 12),
        Target("the floor", floor, lambda: bare.get("/"), 250),
        Target("Today", far, lambda: reader.get("/today/"), 12),
        Target("a post", far, lambda: writer.say("It is raining.", new_id()), 12, status=302),
        Target("the page with much before it", far, lambda: reader.get(large["deep"]), 12),
        Target(
            "looking for words",
            far,
            lambda: looking.send(looking.path, words=large["remembered"]),
            3,
        ),
        Target("the page of a small house", near, lambda: other.get(small["page"]), 12),
    ]
    return {target.name: target for target in targets}


def budgets(
    targets: dict[str, Target],
    counts: dict[str, Any],
    memory: int,
    starts: list[dict[str, float]],
    fetched: Any,
) -> list[Line]:
    page, floor = targets["the page"], targets["the floor"]
    small = targets["the page of a small house"]
    few, many = counts["few"], counts["many"]
    first, later = fetched or (None, None)
    most = max(many["page"], many["twice"], many["deep"], few["deep"])
    grown = most - few["page"], many["post"] - few["post"]
    deep, looking = targets["the page with much before it"], targets["looking for words"]
    start = statistics.median(one["seconds"] for one in starts)
    return [
        Line("Table's page against the floor, CPU", "x", 45, 30, against(page, floor), holds=True),
        Line("Today against the table's page, CPU", "x", 1, 0.5, against(targets["Today"], page)),
        Line(
            "Saying something against the page, CPU", "x", 1, 0.5, against(targets["a post"], page)
        ),
        Line("SQL of the table's page", "", 12, 8, many["page"], holds=True),
        Line("SQL of Today", "", 12, 8, many["today"], holds=True),
        Line("SQL of saying something", "", 16, 10, many["post"], holds=True),
        Line("More SQL with more tables, or more shares", "", 0, 0, grown[0], holds=True),
        Line("More SQL of saying something, with more tables", "", 0, 0, grown[1], holds=True),
        Line("Memory of the whole service after load (PSS)", "MiB", 130, 90, memory / MIB),
        Line("Start to first answer", "s", 2.5, 1, start),
        Line("First visit, compressed", "kB", 90, 70, first and first.bytes / KB, holds=True),
        Line("First visit, requests", "", 8, 6, first and first.requests, holds=True),
        Line("Later view, compressed", "kB", 12, 8, later and later.bytes / KB, holds=True),
        Line("Later view, requests", "", 1, 1, later and later.requests, holds=True),
        Line("Page of the large house against the small", "x", 1.1, 1, against(page, small)),
        Line("Page with 5,000 shares before it against the page", "x", 1.1, 1, against(deep, page)),
        Line("SQL of looking for words among 5,000 shares", "", 12, 8, many["look"], holds=True),
        Line("Looking among 5,000 against the page, CPU", "x", 20, 10, against(looking, page)),
    ]


def small_print(
    targets: dict[str, Target], counts: dict[str, Any], starts: list[dict[str, float]], fetched: Any
) -> dict[str, Any]:
    return {
        "cpu_ms": {name: target.costs for name, target in targets.items()},
        "sql": counts,
        "starts": starts,
        "first_visit": fetched[0].sizes if fetched else None,
        "later_view": fetched[1].sizes if fetched else None,
    }


def write_down(whole: dict[str, Any], lines: list[Line], targets: dict[str, Target]) -> None:
    HERE.mkdir(parents=True, exist_ok=True)
    (HERE / "quick.json").write_text(json.dumps(whole, indent=1))
    rows = {
        line.what: (line.figure / line.must, f"{line.figure:.4g} {line.unit}")
        for line in lines
        if line.figure is not None and line.must
    }
    told = "Each bar is a figure as a share of what it must not exceed; the line is the budget."
    (HERE / "budgets.svg").write_text(plots.bars("Budgets", told, rows, 1.0))
    costs = {name: target.costs for name, target in targets.items()}
    told = "Milliseconds of processor time for one request; one dot for each round."
    (HERE / "cpu.svg").write_text(plots.dots("What one request costs", told, costs, "ms"))


def busy() -> str:
    one, *_ = Path("/proc/loadavg").read_text().split()
    return f"load {one}"


if __name__ == "__main__":
    sys.exit(main())
