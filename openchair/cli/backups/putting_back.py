"""`openchair restore`: a backup in the place of the house, in one instant or not at all.

What was erased since is erased again before the house opens: `finish` does that, and a start does it
where a restore was cut short. docs/decisions/0061.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from openchair.cli.backups import lines, places, shelf, tables, taking
from openchair.cli.backups.keys import (
    LEDGER,
    Erased,
    erased_here,
    read_keys,
    the_key_file,
)
from openchair.cli.backups.taking import Says
from openchair.cli.troubles import Trouble, say
from openchair.cli.words import _
from openchair.config import Config
from openchair.house.backups import MOMENT
from openchair.journeys import again
from openchair.kernel.ledger import KEPT
from openchair.kernel.models import Erasure
from openchair.kernel.sealed import keys


def restore(rows: Path, at: datetime, *, over: bool, tell: Says = say) -> None:
    """In the shape the program has now. Raises Trouble, and changes nothing, where it cannot be."""
    look_at(rows)
    make_room(at, over=over, tell=tell)
    put(rows, forward=True, tell=tell)
    finish()
    tell(_back(rows, at))


def look_at(rows: Path) -> lines.Head:
    """What it says of itself. Raises Trouble before anything is touched where it cannot be read."""
    with lines.opened(rows, settings.BACKUPS_KEY, "rows") as (head, _lines):
        if tables.unknown((app, name) for app, name in head.migrations):
            raise Trouble(lines.newer(rows, head.program))
    if read_keys(shelf.keys_for(rows)).made_at < head.moment:
        raise Trouble(
            _(
                "The newest keys beside %(file)s are older than it, and would not open its words.\n"
                "Put the keys that were made with it, or later ones, into the same folder."
            )
            % {"file": rows}
        )
    return head


def make_room(at: datetime, *, over: bool, tell: Says = say) -> None:
    """A house that is here already is backed up first; one that is too damaged for that is put
    aside. Raises Trouble where nobody said that it may go."""
    if not here_is_a_house(settings.OPENCHAIR):
        return
    if not over:
        raise Trouble(
            _(
                "There is a house in %(home)s already. To put the backup in its place, stop it, and say\n"
                "the same again with  --over-the-house-that-is-here  at the end. It is backed up first."
            )
            % {"home": settings.OPENCHAIR.home}
        )
    if damaged(settings.OPENCHAIR):
        tell(_put_aside(settings.OPENCHAIR, at))
        return
    kept = taking.back_up(at, why="before a restore", tell=lambda _sentence: None)
    tell(_("The house that is here was backed up first: %(file)s") % {"file": kept.rows})


def here_is_a_house(config: Config) -> bool:
    if config.database_url:
        return bool(tables.applied("default"))
    return config.database.exists() and config.database.stat().st_size > 0


def damaged(config: Config) -> bool:
    """Whether rows or keys cannot be read any more; a PostgreSQL server watches its own."""
    files = [config.key_store] if config.database_url else [config.key_store, config.database]
    return not all(_can_be_read(path) for path in files if path.exists())


def _can_be_read(path: Path) -> bool:
    with closing(sqlite3.connect(path, timeout=20)) as file:
        try:
            return file.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        except sqlite3.DatabaseError:
            return False


def _put_aside(config: Config, at: datetime) -> str:
    folder = config.home / f"damaged-{at.strftime(MOMENT)}"
    folder.mkdir(mode=0o700)
    connection.close()
    keys.store.close()
    for path in config.home.glob("*.sqlite3*"):
        path.replace(folder / path.name)
    return _(
        "The house that is here is damaged and could not be backed up. It lies in %(folder)s now:\n"
        "throw that away when all is well."
    ) % {"folder": folder}


def put(rows: Path, *, forward: bool, tell: Says = say) -> None:
    """The backup in the place of the house: brought forward, or in the shape it has."""
    config = settings.OPENCHAIR
    lying = read_keys(shelf.keys_for(rows))
    erased = [*lying.erased, *_erased_in_the_house(config)]
    tell(_("Putting the backup back."))
    connection.close()
    with places.coming(config) as alias:
        taking.put_rows(rows, alias)
        if forward:
            tables.bring_forward(alias, MigrationLoader(None).graph.leaf_nodes())
        remember(alias, erased)
        lies_here = the_key_file()
        lies_here.take_in(lying.keys, lying.gone)
        lies_here.close()
        again.mark().touch()


def _erased_in_the_house(config: Config) -> list[Erased]:
    try:
        return erased_here(tables.applied("default")) if here_is_a_house(config) else []
    except DatabaseError:
        return []


def remember(alias: str, erased: Iterable[Erased]) -> None:
    """What was erased since, so that it is erased again, now and after the next restore."""
    if LEDGER in tables.applied(alias):
        notes = [Erasure(label=label, row=row, at=at) for label, row, at in erased]
        Erasure.objects.using(alias).bulk_create(notes, ignore_conflicts=True, batch_size=500)


def finish() -> None:
    """After a restore, and at a start after one that was cut short: twice is once."""
    again.finish_restoring()
    connection.close()


def _back(rows: Path, at: datetime) -> str:
    made_at = look_at(rows).moment
    moment = made_at.astimezone().strftime("%Y-%m-%d %H:%M")
    sentences = [
        _(
            "The house is back as it was on %(moment)s. What was erased since is erased in it too, and\n"
            "everybody signs in anew. All else that happened since is not in it, safety blocks too: tell\n"
            "people."
        )
        % {"moment": moment}
    ]
    if made_at < at - KEPT:
        sentences.append(
            _(
                "This backup is old: what was erased between then and the newest keys may have come back\n"
                "without its words. Ask people to look."
            )
        )
    return "\n".join(sentences)
