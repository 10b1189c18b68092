"""Takes every condition of sight, every reason why not and every door away, one at a time.

`bin/bench mutants [--every N] [--start N]` prints those that no test notices, and fails where there are
any that are not declared (tests/shape/mutants/declared.py). Two processes share the work, each in a world
of its own, with `--every 2 --start 0` and `--every 2 --start 1`.
"""

import tests.own_house  # noqa: F401  # isort: skip  # a house of its own, before Django reads settings

import argparse
import os
import sys
import time

os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="try only one in so many")
    parser.add_argument("--start", type=int, default=0, help="begin with this one")
    said = parser.parse_args()
    import django

    django.setup()
    from tests.shape.access_matrix.alone import world_in_memory
    from tests.shape.mutants.conditions import Mutant, all_conditions
    from tests.shape.mutants.declared import ALIKE
    from tests.shape.mutants.hung import Unhung, all_doors
    from tests.shape.mutants.trying import noticed

    begun = time.perf_counter()
    with world_in_memory() as world:
        mutants: list[Mutant | Unhung] = [*all_doors(), *all_conditions()]
        mutants = mutants[said.start :: said.every]
        survivors = []
        for number, mutant in enumerate(mutants, 1):
            if not noticed(world, mutant):
                survivors.append(str(mutant))
                print("no test failed:", mutant, flush=True)
            if number % 50 == 0:
                print(
                    f"{number} of {len(mutants)}, {time.perf_counter() - begun:.0f} s", flush=True
                )
    undeclared = [one for one in survivors if not any(one.endswith(end) for end in ALIKE)]
    for one in survivors:
        print("not noticed" if one in undeclared else "alike, as declared", one)
    took = time.perf_counter() - begun
    print(
        f"mutants: {len(mutants)}, survivors {len(undeclared)}, "
        f"declared alike {len(survivors) - len(undeclared)}, {took:.0f} s"
    )
    return bool(undeclared)


if __name__ == "__main__":
    sys.exit(main())
