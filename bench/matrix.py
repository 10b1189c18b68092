"""The whole access matrix: every address x every standing person x every thing x every method.

`bin/bench matrix [--seconds 330]` prints cells and leaks, and fails where there are leaks. The cells
are shuffled, so that a run that ends for time has looked everywhere a little; it says how many there are.
"""

import tests.own_house  # noqa: F401  # isort: skip  # a house of its own, before Django reads settings

import os
import random
import sys
import time

from bench.in_parts import asked_for, in_parts

os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"

type Part = tuple[int, list[str], int]


def part(number: int, of: int, seconds: float, seed: int) -> Part:
    """Every `of`-th cell, in a world of its own: how many, what leaked, and how many there are."""
    import django

    django.setup()
    from tests.shape.access_matrix.alone import world_in_memory
    from tests.shape.access_matrix.cells import Matrix, all_cells

    begun = time.perf_counter()
    with world_in_memory() as world:
        matrix, cells = Matrix(world), all_cells(world)
        random.Random(seed).shuffle(cells)
        for cell in cells[number::of]:
            if time.perf_counter() - begun > seconds:
                break
            known = len(matrix.tally.leaks)
            matrix.check(cell)
            for leak in matrix.tally.leaks[known:]:
                print(leak, file=sys.stderr, flush=True)
            if matrix.tally.cells % 5000 == 0:
                took = time.perf_counter() - begun
                print(f"{matrix.tally.cells} cells, {took:.0f} s", file=sys.stderr, flush=True)
    return matrix.tally.cells, matrix.tally.leaks, len(cells)


def main() -> int:
    said = asked_for(__doc__, 330)
    begun = time.perf_counter()
    parts = in_parts(part, said)
    leaks = [leak for _cells, found, _all in parts for leak in found]
    cells, there = sum(p[0] for p in parts), parts[0][2]
    print(*leaks, sep="\n")
    took = time.perf_counter() - begun
    print(
        f"access matrix: {cells} of {there} cells, {len(leaks)} leaks, {took:.0f} s, seed {said.seed}"
    )
    return bool(leaks)


if __name__ == "__main__":
    sys.exit(main())
