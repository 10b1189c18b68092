"""The PostgreSQL server that tests may use beside SQLite, if one answers.

`python -m tests.second_database find` prints a DATABASE_URL for this run alone, or, on the error
stream, why there is none. `… drop URL` takes away what a broken-off run may have left there.
"""

import getpass
import os
import sys
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

HERE = "postgres://{user}@127.0.0.1:5432/postgres"
OLDEST = 15_00_00


class NoServer(Exception):
    """No PostgreSQL can be used; the message says why."""


def find() -> str:
    """The address of a database that does not exist yet; Django's tests make it and drop it."""
    named = os.environ.get("DATABASE_URL", "")
    if named:
        why_not = why_not_usable(named)
        if why_not:
            raise NoServer(f"DATABASE_URL cannot be used for tests: {why_not}")
        return for_this_run(named)
    users = {getpass.getuser(), "postgres", "root"}
    tried = {here: why_not_usable(here) for here in (HERE.format(user=quote(u)) for u in users)}
    usable = sorted(here for here, why_not in tried.items() if not why_not)
    if not usable:
        raise NoServer(f"no PostgreSQL at 127.0.0.1:5432 lets us in: {next(iter(tried.values()))}")
    return for_this_run(usable[0])


def why_not_usable(url: str) -> str:
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            if connection.info.server_version < OLDEST:
                return "it is older than PostgreSQL 15"
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
            return "" if row and row[0] else "its user may not make databases"
    except psycopg.OperationalError as error:
        return str(error).strip().splitlines()[0]


def for_this_run(url: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/openchair_{os.getpid()}"))


def drop(url: str) -> None:
    """Drops only databases that bear this run's own name."""
    name = urlsplit(url).path.lstrip("/")
    server = urlunsplit(urlsplit(url)._replace(path="/postgres"))
    with psycopg.connect(server, autocommit=True, connect_timeout=3) as connection:
        left = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"test_{name}"]
        ).fetchall()
        for (database,) in left:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
            )


def main(words: list[str]) -> int:
    if words[0] == "drop":
        drop(words[1])
        return 0
    try:
        print(find())
    except NoServer as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
