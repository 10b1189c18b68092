"""Lets a table, and its words, live through many programs of Hypothesis: `bin/bench machines [--programs 300]`.

After every step of a table I-1, I-5, I-6, I-22 and I-23 must hold (openchair/circles/tests/machine);
after every step of its words I-3, I-4 and I-7, in what is read by one person after another, and on one
surface after another where words could be read (openchair/journeys/tests/machine). Prints every transition
with how often it was reached; fails where one of those that the model knows was never reached, where one
was that it does not know, or where anything did not hold.
"""

import tests.own_house  # noqa: F401  # isort: skip  # a house of its own, before Django reads settings

import argparse
import os
import sys
import time
from importlib import import_module
from typing import Any

from tests.drawn_anew import ANEW

os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"


MACHINES = {
    "tables": ("openchair.circles.tests.machine", "TableMachine", "table", "hypothesis"),
    "words": ("openchair.journeys.tests.machine", "WordsMachine", "life", ANEW),
}
"""Where each lies, what it is called, where it counts what it reached, and how programs are drawn."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/bench machines", description=__doc__)
    parser.add_argument("--machine", choices=MACHINES, action="append")
    parser.add_argument("--programs", type=int, default=300)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    import django

    django.setup()
    wrong = [name for name in asked.machine or MACHINES if measure(name, asked)]
    return int(bool(wrong))


def measure(name: str, asked: argparse.Namespace) -> bool:
    """Whether anything was not as it must be."""
    begun = time.perf_counter()
    violation = run(name, asked)
    print(f"{name}: {asked.programs} programs of {asked.steps} steps, seed {asked.seed}, ", end="")
    print(f"{time.perf_counter() - begun:.0f} s, violations {int(bool(violation))}")
    if violation:
        print(violation)
        return True
    return tell(name)


def run(name: str, asked: argparse.Namespace) -> str:
    """What did not hold, with the program that showed it; nothing where all of it did."""
    from hypothesis import HealthCheck, Phase, seed, settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.shape.access_matrix.alone import world_in_memory

    room, called, _counts, drawn = MACHINES[name]
    many = settings(
        max_examples=asked.programs,
        stateful_step_count=asked.steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        backend=drawn,
        phases=[Phase.generate],
    )
    machine: Any = seed(asked.seed)(getattr(import_module(f"{room}.rules"), called))
    with world_in_memory():
        try:
            run_state_machine_as_test(machine, settings=many)
        except Exception as fault:  # noqa: BLE001  # whatever it is, the program shows it
            return "\n".join([repr(fault), *getattr(fault, "__notes__", ())])
    return ""


def tell(name: str) -> bool:
    room, _called, counts, _drawn = MACHINES[name]
    counted = import_module(f"{room}.{counts}")
    reached, known = counted.REACHED, import_module(f"{room}.transitions").KNOWN
    for (what, was, became), often in sorted(reached.items()):
        print(f"  {what:8}{was or '(new)':14}-> {became:14}{often:7}")
    never, unknown = sorted(known - set(reached)), sorted(set(reached) - known)
    print(f"transitions: {len(known)} known, {len(known) - len(never)} reached", end="")
    print(f", never {never}, not known {unknown}")
    for surface, often in getattr(counted, "COMPARED", {}).items():
        print(f"  {surface:20}read {often:7} times, as it must be")
    return bool(never or unknown)


if __name__ == "__main__":
    sys.exit(main())
