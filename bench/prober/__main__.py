"""Ten ways to find out who sits where, and what they tell: `bin/bench prober [--times 200]`.

Two people try. Omar has an account and sits at no table; somebody at a hidden table keeps him apart,
or does not. Ama sits there and names Omar, who is kept apart by one of the others, or whom one of
them answered no about. For each way both cases are lived, in turn and each in a transaction that is
undone. Their answers must be the same bytes, once what is drawn anew each time is taken out. Their times
are compared by the Mann-Whitney test, the delays of the private check by that of Kolmogorov and
Smirnov. Fails where bytes differ, or where p < 0.01 and the effect is more than 0.05. A control world,
in which the house tells, must be noticed by each comparison.
"""

import tests.own_house  # noqa: F401  # isort: skip  # a house of its own, before Django reads settings

import argparse
import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/bench prober", description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="each case of each way")
    parser.add_argument("--delays", type=int, default=1000, help="private checks in each case")
    asked = parser.parse_args()
    import django

    django.setup()
    from django.test import override_settings

    from bench.prober.comparing import tell, tell_delays
    from bench.prober.control import notices_what_tells
    from bench.prober.table import a_hidden_table
    from bench.prober.ways import WAYS, delays
    from tests.shape.access_matrix.alone import world_in_memory

    with world_in_memory() as world, override_settings(ACCOUNT_RATE_LIMITS=False):
        table = a_hidden_table(world)
        good = [tell(way, table, asked.times) for way in WAYS]
        good.append(tell_delays(*(delays(table, case, asked.delays) for case in (True, False))))
        good.append(notices_what_tells(table, asked.times))
    print("prober: nothing is told" if all(good) else "prober: SOMETHING IS TOLD")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
