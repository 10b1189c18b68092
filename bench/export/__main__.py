"""A copy of very many words, and their end: `bin/bench export [--items 111112]`.

In a house of its own one person has said very much. They ask for a copy, fetch it, and are then
forgotten, while the other one at their table goes on reading and writing. Prints how long each took,
what it took of memory, how long the other one waited, and the longest turn and transaction of the one
who works while nobody asks. Ends with an error where the copy is not whole, a row is left, memory
grew by more than it may, or a turn or a transaction was much longer than a moment.
"""

import argparse
import sys
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from bench.export.asking import Asker, Other, Samples, longest
from bench.export.reading import what_is_wrong_with
from bench.ground.house import Folder, Server, a_folder, look

MIB = 1 << 20
COPYING, ERASING = "make the copies that were asked for", "erase what someone asked to be erased"
WATCHED = ("bench.export.watched",)
MOST_MEMORY = 64 * MIB
LONGEST_TURN = 3.0  # seconds of processor time: a moment is one, and its last step may be as long
LONGEST_TRANSACTION = 1.0  # seconds of processor time: others on this machine are not the house's
LONGEST_PRESS = 20.0  # seconds


@dataclass
class Run:
    """Seconds, bytes, and what is not as it should be."""

    lines: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def tell(self, line: str) -> None:
        self.lines.append(line)
        print(f"  {line}", flush=True)

    def must(self, good: bool, fault: str) -> None:
        if not good:
            self.faults.append(fault)


def main() -> int:
    asked = read_words()
    run = Run()
    with a_folder() as folder:
        began = time.monotonic()
        world = folder.ask("bench.export.laying.lay", items=asked.items, answered=asked.answered)
        print(f"laid {world['rows']} in {time.monotonic() - began:.0f} s", flush=True)
        with Server(folder, WATCHED) as server:
            server.wait()
            look(folder.port, world["page"], world["cookies"])
            copied(run, folder, server, world)
            forgotten(run, folder, server, world)
    for fault in run.faults:
        print(f"NOT as it should be: {fault}")
    return 1 if run.faults else 0


def read_words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench export", description=__doc__)
    parser.add_argument(
        "--items", type=int, default=111_112, help="nine of ten are words of theirs"
    )
    parser.add_argument("--answered", type=int, default=2000, help="shares the other one answered")
    return parser.parse_args()


def copied(run: Run, folder: Folder, server: Server, world: dict[str, Any]) -> None:
    asker = Asker(folder, world["one"])
    calm = Samples.of_a_calm_house(server, world)
    used = server.cpu()
    with Other(server, world) as other:
        seconds = asker.ask_for_copy()
        made = other.samples()
    used = server.cpu() - used
    run.tell(f"a copy of {world['items']} words: {seconds:.0f} s, {used:.0f} s of processor time")
    memory = made.most_memory - calm.least_memory
    run.tell(f"extra memory while making it: {memory / MIB:.0f} MiB")
    run.must(memory < MOST_MEMORY, "memory grew while the copy was made")
    meanwhile(run, longest(folder, COPYING), calm, made)
    began = time.monotonic()
    with Other(server, world) as other:
        file = asker.fetch()
        fetched = other.samples()
    memory = fetched.most_memory - calm.least_memory
    run.tell(
        f"the file: {len(file) / MIB:.1f} MiB, fetched in {time.monotonic() - began:.1f} s, "
        f"extra memory {memory / MIB:.0f} MiB"
    )
    run.must(memory < MOST_MEMORY, "memory grew while the copy was fetched")
    wrong = what_is_wrong_with(file, world)
    run.faults += wrong
    run.tell("it opens, and everything is in it" if not wrong else "it is NOT whole")


def forgotten(run: Run, folder: Folder, server: Server, world: dict[str, Any]) -> None:
    asker = Asker(folder, world["one"])
    calm = Samples.of_a_calm_house(server, world)
    used = server.cpu()
    with Other(server, world) as other:
        pressed, seconds = asker.be_forgotten(str(uuid.uuid4()))
        meant = other.samples()
    used = server.cpu() - used
    run.tell(
        f"everything erased: the press {pressed:.1f} s, all of it {seconds:.0f} s, "
        f"{used:.0f} s of processor time"
    )
    run.must(pressed < LONGEST_PRESS, "the press took long")
    meanwhile(run, longest(folder, ERASING), calm, meant)
    left = folder.ask("bench.export.laying.left_of", one=world["one"])
    run.must(not any(left.values()), f"left over: {left}")


def meanwhile(run: Run, seen: dict[str, float], calm: Samples, busy: Samples) -> None:
    run.tell(f"the other one waited {busy.said()}; in a calm house {calm.said()}")
    run.must(not busy.failed, f"{busy.failed} requests of the other one were not answered")
    run.tell("longest " + ", ".join(f"{what} {long:.2f} s" for what, long in seen.items()))
    run.must(seen["processor"] < LONGEST_TURN, "a turn took long")
    run.must(seen.get("its processor", 0) < LONGEST_TRANSACTION, "a transaction took long")


if __name__ == "__main__":
    sys.exit(main())
