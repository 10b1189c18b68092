"""Lets a table live through many programs of Hypothesis: `bin/bench machines [--programs 500]`.

After every step I-1, I-5, I-6, I-22 and I-23 must hold (openchair/circles/tests/machine). Prints every
transition of circle, seat and letter with how often it was reached; fails where one of those that the
model knows was never reached, where one was that it does not know, or where anything did not hold.
"""

import tests.own_house  # noqa: F401  # isort: skip  # a house of its own, before Django reads settings

import argparse
import os
import sys
import time
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/bench machines", description=__doc__)
    parser.add_argument("--programs", type=int, default=500)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    import django

    django.setup()
    begun = time.perf_counter()
    violation = run(asked)
    print(
        f"machines: {asked.programs} programs of {asked.steps} steps, seed {asked.seed}, ", end=""
    )
    print(f"{time.perf_counter() - begun:.0f} s, violations {int(bool(violation))}")
    if violation:
        print(violation)
        return 1
    return tell()


def run(asked: argparse.Namespace) -> str:
    """What did not hold, with the program that showed it; nothing where all of it did."""
    from hypothesis import HealthCheck, Phase, seed, settings
    from hypothesis.stateful import run_state_machine_as_test

    from openchair.circles.tests.machine.rules import TableMachine
    from tests.shape.access_matrix.alone import world_in_memory

    many = settings(
        max_examples=asked.programs,
        stateful_step_count=asked.steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=[Phase.generate],
    )
    machine: Any = seed(asked.seed)(TableMachine)
    with world_in_memory():
        try:
            run_state_machine_as_test(machine, settings=many)
        except Exception as fault:  # noqa: BLE001  # whatever it is, the program shows it
            return "\n".join([repr(fault), *getattr(fault, "__notes__", ())])
    return ""


def tell() -> int:
    from openchair.circles.tests.machine.table import REACHED
    from openchair.circles.tests.machine.transitions import KNOWN

    for (what, was, became), often in sorted(REACHED.items()):
        print(f"  {what:8}{was or '(new)':14}-> {became:14}{often:7}")
    never, unknown = sorted(KNOWN - set(REACHED)), sorted(set(REACHED) - KNOWN)
    print(f"transitions: {len(KNOWN)} known, {len(KNOWN) - len(never)} reached", end="")
    print(f", never {never}, not known {unknown}")
    return int(bool(never or unknown))


if __name__ == "__main__":
    sys.exit(main())
