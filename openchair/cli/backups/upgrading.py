"""`openchair upgrade`: the rows of a house in the shape of a newer program, with a way back."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from openchair.cli.backups import lines, putting_back, shelf, tables, taking
from openchair.cli.backups.shelf import Backup
from openchair.cli.backups.taking import Says
from openchair.cli.troubles import Trouble, say
from openchair.cli.words import _

WHY = "upgrade"


def upgrade(at: datetime, *, tell: Says = say) -> None:
    """Raises Trouble, with the house as it was before, where it cannot be brought forward."""
    if not putting_back.here_is_a_house(settings.OPENCHAIR):
        raise Trouble(_("There is no house in %(home)s yet.") % {"home": settings.OPENCHAIR.home})
    if not is_older():
        tell(_("This house has the shape of this version already."))
        return
    tell(_("Making a backup first."))
    kept = taking.back_up(at, why=WHY, tell=lambda _sentence: None)
    tell(_("Bringing the house forward."))
    bring_forward(kept)
    tell(_("Done. To go back to how it was:  bin/openchair upgrade --back"))


def is_older() -> bool:
    """Than the program. Raises Trouble for a house that is newer."""
    here = tables.applied("default")
    connection.close()
    if tables.unknown(here):
        raise Trouble(lines.newer(settings.OPENCHAIR.home, _("its version is not known here")))
    return not set(MigrationLoader(None).graph.leaf_nodes()) <= set(here)


def bring_forward(kept: Backup) -> None:
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except Exception as error:
        putting_back.put(kept.rows, forward=False, tell=lambda _sentence: None)
        raise Trouble(
            _(
                "The house could not be brought forward (%(why)s).\n"
                "It was put back as it was. Fetch the version of before and start that one."
            )
            % {"why": type(error).__name__}
        ) from error
    finally:
        connection.close()


def back(at: datetime, *, tell: Says = say) -> None:
    """As it was before the last upgrade, in the shape it had then."""
    rows = _before_the_last()
    putting_back.make_room(at, over=True, tell=tell)
    putting_back.put(rows, forward=False, tell=tell)
    tell(
        _(
            "The house is as it was before it was brought forward. Now fetch the version of the program\n"
            "that you had then, and start that one: this version would bring it forward again."
        )
    )


def _before_the_last() -> Path:
    for rows in shelf.made(settings.OPENCHAIR.backups, shelf.ROWS):
        if putting_back.look_at(rows).why == WHY:
            return rows
    raise Trouble(
        _("No backup from before an upgrade lies in %(folder)s.")
        % {"folder": settings.OPENCHAIR.backups}
    )
