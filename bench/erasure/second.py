"""Databases of their own on a PostgreSQL server, gone afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


@contextmanager
def databases(server: str) -> Iterator[Iterator[str]]:
    """Addresses of empty ones, as many as are asked for; blanks where no server is named."""
    made: list[str] = []
    try:
        yield _each(server, made)
    finally:
        for name in made:
            _run(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _each(server: str, made: list[str]) -> Iterator[str]:
    for number in count():
        if not server:
            yield ""
            continue
        made.append(f"openchair_erasure_{os.getpid()}_{number}")
        _run(server, "CREATE DATABASE {}", made[-1])
        yield urlunsplit(urlsplit(server)._replace(path=f"/{made[-1]}"))


def _run(server: str, said: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL(said).format(sql.Identifier(name)))
