"""A long measurement in several processes at once, each with every so-manyth thing to look at."""

import argparse
import multiprocessing
import random
from collections.abc import Callable


def asked_for(description: str | None, seconds: float) -> argparse.Namespace:
    """How long at most, in how many processes, and with which seed things are shuffled."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--seconds", type=float, default=seconds)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    return parser.parse_args()


def in_parts[Part](
    part: Callable[[int, int, float, int], Part], said: argparse.Namespace
) -> list[Part]:
    """`part`: which one it is, of how many, with how many seconds and which seed."""
    each = [(n, said.processes, said.seconds, said.seed) for n in range(said.processes)]
    with multiprocessing.get_context("spawn").Pool(said.processes) as pool:
        return pool.starmap(part, each)
