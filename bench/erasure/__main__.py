"""Proves that what was erased is erased, in backups too: `bin/bench erasure [--every N]`.

One share, all of one table and one person are erased in a house with backups from before, between and
after. Each backup is opened by hand with the keys there are now: no erased word may be readable, and
every other one must be. Each is put back as well, and nothing of what was erased may be in that house.
Then a process that erases is killed at every step, and the same is asked. Without the destroying of
keys the proof must fail. It ends with an error when anything goes otherwise.
"""

import argparse
import sys

from bench.erasure.control import readable_without_destroying
from bench.erasure.history import House
from bench.erasure.killing import Kills, before_all, kill_everywhere
from bench.erasure.restoring import all_keys, restore_each
from bench.erasure.second import databases
from bench.ground.house import a_folder


def main() -> int:
    asked = read_words()
    with databases(asked.on) as empty, a_folder() as folder:
        folder.database_url = next(empty)
        house = House(folder)
        house.begin()
        there, wrapped = before_all(house), all_keys(house)
        house.go_on()
        restore_each(house, wrapped | all_keys(house), empty)
        if not asked.on:
            kill_everywhere(house, there, Kills(asked.every, asked.sudden, asked.seed))
            _control(house, readable_without_destroying(house, there))
    for line in [*house.lines, *house.faults[:20]]:
        print(line)
    print("erasure: NOT as it should be" if house.faults else "erasure: nothing to be read")
    return 1 if house.faults else 0


def _control(house: House, readable: int) -> None:
    house.lines.append(f"control: without destroying keys, {readable} erased values are readable")
    if not readable:
        house.faults.append("the control did not fail: the proof shows nothing")


def read_words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench erasure", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="kill at every N-th step")
    parser.add_argument("--sudden", type=int, default=100, help="kills at any moment, besides")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--on", default="", help="address of a PostgreSQL server: the same there, without kills"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
