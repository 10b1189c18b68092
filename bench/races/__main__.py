"""Two people take one chair in the same instant: `bin/bench races [--races 1000] [--only postgresql]`.

On each database in turn; PostgreSQL where one answers. There is one chair left at the table, and two
people go for it together: by two letters, by one letter, by a letter and by coming back, or to set out
a chair there. Afterwards exactly one of them has it, the table holds no more than it may, and the other
read why. Each race is two threads with a database connection each, let go at one gate.
A control race without the row lock shows that the measurement would see it.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from bench.ground.house import ROOT, Folder, a_folder
from tests.second_database import NoServer, drop, find


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/bench races", description=__doc__)
    parser.add_argument("--races", type=int, default=1000, help="on each database")
    parser.add_argument("--only", choices=["sqlite", "postgresql"], help="one of the two")
    asked = parser.parse_args()
    good = asked.only == "postgresql" or in_a_house("SQLite", "", asked.races)
    if asked.only == "sqlite":
        return int(not good)
    try:
        server = find()
    except NoServer as reason:
        print(f"PostgreSQL: skipped: {reason}")
        return int(not good)
    try:
        good = in_a_house("PostgreSQL", made(server), asked.races) and good
    finally:
        drop(server)
    return int(not good)


def made(server: str) -> str:
    """A database of this run alone, under the name that `drop` takes away again."""
    parts = urlsplit(server)
    name = f"test_{parts.path.lstrip('/')}"
    above = urlunsplit(parts._replace(path="/postgres"))
    with psycopg.connect(above, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return urlunsplit(parts._replace(path=f"/{name}"))


def in_a_house(title: str, database_url: str, races: int) -> bool:
    with a_folder() as folder:
        folder.database_url = database_url
        told = run(folder, races)
        control = run(folder, max(60, races // 10), unlocked=True)
    good = not told["faults"]
    print(f"{title}: {told['races']} races, {told['seconds']:.0f} s, faults {len(told['faults'])}")
    for how, ends in sorted(Counter(map(tuple, told["ends"])).items()):
        print(f"  {how[0]:28}{how[1]:40}{ends:7}")
    print(f"  without the lock: {control['races']} races, faults {len(control['faults'])}")
    for fault in told["faults"][:5]:
        print(f"  {fault}")
    return good


def run(folder: Folder, races: int, *, unlocked: bool = False) -> dict[str, Any]:
    asked = json.dumps({"races": races, "unlocked": unlocked})
    done = subprocess.run(
        [sys.executable, "-P", "-m", "bench.races.running", asked],
        env=folder.environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


if __name__ == "__main__":
    sys.exit(main())
