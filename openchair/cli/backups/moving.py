"""`openchair move`: the rows of a house from SQLite to PostgreSQL, or back. The keys stay where they are."""

import os
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from openchair.cli.backups import places, putting_back, taking
from openchair.cli.backups.taking import Says
from openchair.cli.troubles import Trouble, say
from openchair.cli.words import _
from openchair.config import Config

IN_THE_FOLDER = "sqlite"
SAID = re.compile(r"^\s*database_url\s*=.*$", re.MULTILINE)


def move(to: str, at: datetime, *, tell: Says = say) -> None:
    """`to` is the address of an empty PostgreSQL database, or `sqlite`. Raises Trouble, and changes
    nothing, where something lies there already."""
    here = settings.OPENCHAIR
    there = replace(here, database_url="" if to == IN_THE_FOLDER else to)
    _look_at(here, there)
    tell(_("Making a backup first."))
    backup = taking.back_up(at, why="before a move", tell=lambda _sentence: None)
    tell(_("Moving the house."))
    connection.close()
    with places.coming(there) as alias:
        taking.put_rows(backup.rows, alias)
    said = _say_where(here, there.database_url)
    _leave(here)
    tell(said)


def _look_at(here: Config, there: Config) -> None:
    if here.database_url == there.database_url:
        raise Trouble(_("The house is there already. Nothing was changed."))
    if not putting_back.here_is_a_house(here):
        raise Trouble(_("There is no house in %(home)s yet.") % {"home": here.home})
    if "DATABASE_URL" in os.environ or "OPENCHAIR_DATABASE_URL" in os.environ:
        raise Trouble(
            _(
                "DATABASE_URL in the environment would still lead to where the house is now.\n"
                "Write it into openchair.toml as database_url instead, and try again."
            )
        )
    if places.holds_something(there):
        raise Trouble(
            _(
                "There is something in that database already. Name an empty one: nothing is ever\n"
                "written over by a move. Nothing was changed."
            )
        )


def _leave(here: Config) -> None:
    """A house left behind in a file is not found again by mistake: the backup holds it too."""
    if not here.database_url:
        for path in here.home.glob(f"{here.database.name}*"):
            path.unlink()


def _say_where(here: Config, address: str) -> str:
    """Writes it where the next start reads it."""
    path = here.home / "openchair.toml"
    _write(path, f'database_url = "{address}"')
    moved = _("The house has moved, and %(file)s says where to. Start it as always.")
    left = _("Its rows still lie in the database it left: drop that when all is well.")
    return "\n".join([moved % {"file": path}, *([left] if here.database_url else [])])


def _write(path: Path, line: str) -> None:
    before = path.read_text() if path.exists() else ""
    after = SAID.sub(lambda _found: line, before) if SAID.search(before) else f"{line}\n{before}"
    begun = path.with_suffix(".begun")
    begun.touch(mode=0o600)
    begun.write_text(after)
    begun.replace(path)
