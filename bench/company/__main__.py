"""How long until somebody hears? `bin/bench company [--times 5] [--patient]`.

Someone chooses *Sit with me* and presses *Say it*, in a real house with its real clock and worker. From
that press on the seconds are measured: until the house answers; until the writer has read what is so;
until Ana, who has Today open, finds the line there (asked ten times a second); until a mail has come to
the mail server for Joe, who has not; until Ana, who comes, has pressed, and the writer reads that she is
there. By day and by night, where people said yes and where nobody did. Each time is at another table. From
the mail server to a telephone is not the house's way, and is not measured.
`--patient` also waits until the next one is asked where people come one by one: that takes six minutes.

Fails where a step did not happen, where it took more than a minute (AS-47), or where somebody heard who
had not said so.
"""

import argparse
import http.client
import statistics
import sys
from typing import Any

from bench.company.hours import HOURS, Hour
from bench.company.once import A_MINUTE, Never, Once, Steps
from bench.company.post import Post, a_post_office
from bench.company.turns import one_by_one
from bench.ground.house import Server, a_folder


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/bench company", description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="at each hour")
    parser.add_argument("--patient", action="store_true", help="also one by one: six minutes more")
    asked = parser.parse_args()
    with a_post_office() as (post, port), a_folder() as folder:
        folder.mail_port = port
        laid = folder.ask("bench.company.laying.lay", times=asked.times)
        with Server(folder) as server:
            server.wait()
            told = {
                hour: all_times(hour, folder.port, post, tables)
                for hour, tables in zip(HOURS, laid["tables"], strict=True)
            }
            if asked.patient:
                turns = one_by_one(folder.port, post, laid["turns"])
    good = [tell(hour, steps) for hour, steps in told.items()]
    if asked.patient:
        good.append(tell_turns(turns))
    print("company: within a minute" if all(good) else "company: NOT as it should be")
    return 0 if all(good) else 1


def all_times(hour: Hour, port: int, post: Post, tables: list[dict[str, Any]]) -> Steps:
    steps = Steps()
    for table in tables:
        try:
            Once(hour, port, post, table, steps).goes()
        except (Never, OSError, http.client.HTTPException) as error:
            steps.faults.append(f"{type(error).__name__}: {error}")
    return steps


def tell(hour: Hour, steps: Steps) -> bool:
    print(f"{hour.name}; the writer reads “{hour.reads}”")
    for step, after in steps.after.items():
        middle, longest = statistics.median(after), max(after)
        print(f"  {step:46}{middle:7.2f} s (median){longest:7.2f} s (longest)")
    for fault in steps.faults:
        print(f"  {fault}")
    return not steps.faults and steps.longest < A_MINUTE


def tell_turns(steps: Steps) -> bool:
    print("by day, two said yes to being asked one by one, and neither answers")
    for step, (after,) in steps.after.items():
        print(f"  {step:46}{after:7.2f} s")
    for fault in steps.faults:
        print(f"  {fault}")
    return not steps.faults


if __name__ == "__main__":
    sys.exit(main())
