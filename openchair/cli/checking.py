"""`openchair check`: what is wrong with this house, one sentence each. Changes nothing."""

import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import django
from django.conf import settings
from django.core import checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone, translation
from django.utils.module_loading import import_string

from openchair.cli.troubles import Trouble
from openchair.cli.words import _, language, ngettext
from openchair.config import default_home


class Found(NamedTuple):
    must: list[str]
    """What has to be done."""
    worth_knowing: list[str]


def what_is_wrong() -> Found:
    """Sentences, none when the house is sound. Raises Trouble where there is no house."""
    there_is_a_house()
    django.setup()
    translation.activate(language())
    if missing_migrations():
        return Found(
            [
                _(
                    "This house is older than the program. Bring it forward with: bin/openchair upgrade"
                )
            ],
            [],
        )
    must, worth_knowing = what_needs_a_human()
    return Found([*system(), *rows(), *words(), *open_files(), *must], worth_knowing)


def what_needs_a_human() -> Found:
    """The same the desk of its stewards says."""
    house = import_string("openchair.house.queries.the_house")()
    if house is None:
        return Found([_("This house is not set up yet. Start it with: bin/openchair run")], [])
    today = timezone.localdate()
    needs = import_string("openchair.house.needs.what_needs_a_human")(house, today)
    return Found(
        [need.sentence for need in needs if need.must],
        [need.sentence for need in needs if not need.must],
    )


def there_is_a_house() -> None:
    home = Path(os.environ.get("OPENCHAIR_HOME") or default_home(dict(os.environ))).expanduser()
    elsewhere = os.environ.get("DATABASE_URL") or (home / "openchair.toml").exists()
    if not elsewhere and not (home / "house.sqlite3").exists():
        raise Trouble(_("There is no house in %(home)s yet.") % {"home": home})


def missing_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def system() -> list[str]:
    return [found.msg for found in checks.run_checks() if found.is_serious()]


def words() -> list[str]:
    """A house may be open while it is looked at, so what is being written just now is left out."""
    return list(import_string("openchair.kernel.sealed.check")(datetime.now(UTC)))


def rows() -> list[str]:
    """SQLite's own look at its file; a PostgreSQL server watches its own."""
    if connection.vendor != "sqlite":
        return []
    with closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=20)) as file:
        said = [row[0] for row in file.execute("PRAGMA quick_check")]
        lost = len(file.execute("PRAGMA foreign_key_check").fetchall())
    wrong = (
        []
        if said == ["ok"]
        else [
            _("The database file is damaged. Put back your last backup with: bin/openchair restore")
        ]
    )
    return wrong + ([pointing_nowhere(lost)] if lost else [])


def pointing_nowhere(rows: int) -> str:
    sentence = ngettext(
        "%(rows)d row points at a row that is gone.",
        "%(rows)d rows point at rows that are gone.",
        rows,
    )
    return sentence % {"rows": rows}


def open_files() -> list[str]:
    """Folder and key are for the one user who runs the house."""
    house = settings.OPENCHAIR
    sentence = _("Others on this machine may read %(path)s. Close it with: chmod go= %(path)s")
    return [
        sentence % {"path": path}
        for path in (house.home, house.key_file)
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
