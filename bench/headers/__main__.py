"""Scores what every page tells the browser: `bin/bench headers [--quick]`. Below 120 it fails.

As each standing person who may come in, every error page too, behind a TLS proxy; `--quick` asks each
address once as someone who may and once as someone who may not.
"""

import tests.own_house  # noqa: F401  # isort: skip  # a house of its own, before Django reads settings

import argparse
import os
import sys
from collections import Counter

from bench.headers.rules import HOST, judge, score

os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"
os.environ["OPENCHAIR_PUBLIC_ADDRESS"] = f"https://{HOST}"
GOAL = 120


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one who may and one who may not")
    said = parser.parse_args()
    import django

    django.setup()
    from django.test import override_settings

    from bench.headers.asking import Proxy, all_routes, error_pages
    from tests.shape.access_matrix.alone import world_in_memory

    with world_in_memory() as world, override_settings(ROOT_URLCONF="bench.headers.streets"):
        proxy = Proxy(world)
        everything = [
            *all_routes(world, proxy.asker, everybody=not said.quick),
            *error_pages(world, proxy.asker),
        ]
        answers = [(asked, proxy.ask(asked)) for asked in everything]
    scores = [(score(answer), str(asked), answer) for asked, answer in answers]
    lowest, where, answer = min(scores, key=lambda one: one[0])
    for points, name, low in scores:
        if points < GOAL:
            print(points, name, low.status, [p for p in judge(low) if p.points < 0])
    print("statuses:", dict(sorted(Counter(one.status for _points, _name, one in scores).items())))
    print("scores:", dict(sorted(Counter(points for points, _name, _one in scores).items())))
    taken = [f"{p.test} {p.points:+d}" for p in judge(answer) if p.points]
    print(f"headers: {len(scores)} answers, lowest {lowest} at {where}: {', '.join(taken)}")
    return int(lowest < GOAL)


if __name__ == "__main__":
    sys.exit(main())
