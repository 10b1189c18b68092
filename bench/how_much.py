"""Two worlds in which the same people did the same things seldom and often, compared whole.

`bin/bench how_much [--seconds 2400]` reads every address as every standing person, as it stands and
after a press, every copy and every mail, and fails where the numbers shown are unlike. Pages come
before presses, each shuffled; a run that ends for time says how many there are.
"""

import tests.own_house  # noqa: F401  # isort: skip  # a house of its own, before Django reads settings

import os
import random
import sys
import time
from typing import Any

from bench.in_parts import asked_for, in_parts
from tests.shape.how_much.compared import Compared

os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"
AT_ONCE = 2000
"""Cells, between two looks at the clock: for each such part the two worlds are laid anew."""

type Part = tuple[Compared, int]
"""What was compared, and how many pages there are."""


def part(number: int, of: int, seconds: float, seed: int) -> Part:
    """Every `of`-th page and person, in two worlds of its own."""
    import django

    django.setup()
    from tests.shape.access_matrix.alone import world_in_memory
    from tests.shape.how_much.comparing import compare

    begun, done, there = time.perf_counter(), Compared(), 0

    def next_ones(cells: list[Any]) -> list[Any]:
        nonlocal there
        random.Random(seed).shuffle(cells)
        there = len(cells)
        cells.sort(key=lambda cell: cell[2])
        return cells[number::of][done.pages : done.pages + AT_ONCE]

    with world_in_memory() as world:
        people = sorted(world.people)[number::of]
        while time.perf_counter() - begun < seconds:
            found = compare(world, next_ones, people)
            if not found.pages:
                break  # all were read
            done.add(found)
            people = []
            print(*found.unlike, sep="\n", file=sys.stderr)
            took = time.perf_counter() - begun
            print(f"{done.pages} pages, {took:.0f} s", file=sys.stderr, flush=True)
    return done, there


def main() -> int:
    said = asked_for(__doc__, 2400)
    begun = time.perf_counter()
    parts = in_parts(part, said)
    done = Compared()
    for found, _there in parts:
        done.add(found)
    print(*done.unlike, sep="\n")
    took = time.perf_counter() - begun
    print(
        f"how much: {done.pages} of {parts[0][1]} pages ({done.otherwise} answered otherwise), "
        f"{done.letters} letters, {done.copies} copies, "
        f"{len(done.unlike)} unlike, {took:.0f} s, seed {said.seed}"
    )
    return bool(done.unlike)


if __name__ == "__main__":
    sys.exit(main())
