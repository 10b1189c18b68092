"""Takes every condition of sight, every reason why not and every door away, one at a time.

`bin/bench mutants [--every N]` prints those that no test notices, and fails where there are any that
are not declared (tests/shape/mutants/declared.py).
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
        mutants = mutants[:: said.every]
        survivors = [str(mutant) for mutant in mutants if not noticed(world, mutant)]
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
