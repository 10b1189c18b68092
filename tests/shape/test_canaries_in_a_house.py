"""Words stand on the pages of a real server, and lie nowhere: not in its files, its rows or its log."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from bench.ground.house import Folder, Server, a_folder, look
from bench.ground.writing import Writer, as_read
from openchair.people.marks import WRITER
from tests.shape.canaries import draw_canary

SEALED, UNSEALED = "openchair.settings", "tests.shape.settings_unsealed"
ON_THE_TABLE = ["bert", "table", "purpose", "resting", "chair", "share", "answer", "draft"]
ON_THE_LETTER = ["ama", "kim", "letter"]
TABLES = {
    "circles_card",
    "circles_circle",
    "circles_invitation",
    "circles_openchair",
    "circles_seat",
    "house_role",
    "journeys_copy",
    "people_session",
    "kernel_draft",
    "pathways_hostletter",
    "people_person",
    "sharing_answer",
    "sharing_retelling",
    "sharing_share",
}


@contextmanager
def a_house(settings: str) -> Iterator[Folder]:
    """On the same kind of database as the tests that run."""
    with a_folder(settings) as folder:
        if connection.vendor != "postgresql":
            yield folder
        else:
            with a_database() as folder.database_url:
                yield folder


@contextmanager
def a_database() -> Iterator[str]:
    """One of its own; its name begins as those that bin/test takes away after a run."""
    url = urlsplit(os.environ["DATABASE_URL"])
    name = f"test_{url.path.lstrip('/')}_{uuid.uuid4().hex[:8]}"
    server = urlunsplit(url._replace(path="/postgres"))
    with psycopg.connect(server, autocommit=True) as there:
        there.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlunsplit(url._replace(path=f"/{name}"))
        finally:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            there.execute(drop.format(sql.Identifier(name)))


def live_there(folder: Folder, stem: str) -> tuple[str, str]:
    """Ama answers and begins to write; a visitor writes without a session. Then two pages are read."""
    laid = folder.ask("tests.shape.canary_house.lay", stem=stem)
    with Server(folder) as server:
        server.wait()
        ama = Writer(folder.port, laid["table"], laid["cookies"])
        ama.open_the_page()
        assert ama.send(laid["answers"], words=f"{stem}answer").status == 302
        draft = {"words": f"{stem}draft", "place": laid["under_the_share"]}
        assert ama.send("/drafts/", **draft).status == 204
        visitor = Writer(folder.port, "/sign-in/", "")
        visitor.open_the_page()
        line = {"words": f"{stem}line", "name": f"{stem}name", "email": f"{stem}@example.net"}
        assert visitor.send("/letter/", **line).status == 302
        held = {"words": f"{stem}held", "place": "table:there", WRITER: "whose page it was"}
        assert visitor.send(laid["table"], **held).status == 401
        assert ama.send(laid["table"], words=f"{stem}{'long ' * 5000}").status == 422
        ama.caller.close()
        visitor.caller.close()
        table = look(folder.port, laid["table"], laid["cookies"])
        letter = look(folder.port, laid["letter"])
        return as_read(table).decode(), as_read(letter).decode()


@pytest.mark.django_db
def test_words_stand_on_pages_and_lie_nowhere() -> None:
    stem = draw_canary()
    with a_house(SEALED) as folder:
        table, letter = live_there(folder, stem)
        assert [name for name in ON_THE_TABLE if f"{stem}{name}" not in table] == []
        assert [name for name in ON_THE_LETTER if f"{stem}{name}" not in letter] == []
        assert folder.log.exists()
        assert list(folder.home.glob("copies/*.sealed")), "a copy lies there, and was searched"
        assert folder.ask("tests.shape.canary_house.found", stem=stem) == []


@pytest.mark.django_db
def test_the_same_search_finds_them_where_nothing_is_sealed() -> None:
    stem = draw_canary()
    with a_house(UNSEALED) as folder:
        live_there(folder, stem)
        found = folder.ask("tests.shape.canary_house.found", stem=stem)
    assert {place.rpartition("table ")[2] for place in found} >= TABLES
