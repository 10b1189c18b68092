"""`openchair backup`: a copy of the whole house while people go on, believed only once it was put
back into a scratch place and found to be the same, row by row and word by word."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from openchair import __version__
from openchair.cli.backups import lines, places, shelf, tables
from openchair.cli.backups.keys import opens_as_the_house_does, read_keys, write_keys
from openchair.cli.backups.lines import Damaged, Head, SealedLines
from openchair.cli.backups.shelf import Backup
from openchair.cli.troubles import Trouble, say
from openchair.cli.words import _
from openchair.kernel.sealed.key_file import KeysInFile, wait_for_the_disk

type Says = Callable[[str], None]


def back_up(at: datetime, *, why: str = "", tell: Says = say) -> Backup:
    """Makes one and proves it. Raises Trouble, and leaves no backup, where it is not the same."""
    config = settings.OPENCHAIR
    config.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
    backup = shelf.named(config, at)
    coming = Backup(shelf.begun(backup.rows), shelf.begun(backup.keys))
    try:
        tell(_("Reading the house."))
        shape, digests = _write_rows(coming.rows, at, why)
        write_keys(coming.keys, _head("keys", at, why), shape)
        tell(_("Putting it back into a scratch place, to see that it is whole."))
        prove(coming, digests)
        for begun, whole in zip(coming, backup, strict=True):
            begun.replace(whole)
        wait_for_the_disk(config.backups)
    finally:
        for begun in coming:
            begun.unlink(missing_ok=True)
    shelf.throw_away_old(config, at)
    return backup


def _head(holds: str, at: datetime, why: str, nodes: Any = ()) -> Head:
    return Head(
        holds=holds,
        made_at=at.astimezone(UTC).isoformat(),
        house=lines.mark_of(settings.BACKUPS_KEY),
        program=__version__,
        why=why,
        migrations=[list(node) for node in nodes],
    )


def _write_rows(path: Path, at: datetime, why: str) -> tuple[list[tables.Node], tables.Digests]:
    with places.one_moment() as alias:
        nodes = tables.applied(alias)
        if not nodes:
            raise Trouble(
                _("There is no house in %(home)s yet.") % {"home": settings.OPENCHAIR.home}
            )
        if tables.unknown(nodes):
            raise Trouble(lines.newer(settings.OPENCHAIR.home, _("its version is not known here")))
        file = SealedLines(path, settings.BACKUPS_KEY, _head("rows", at, why, nodes))
        digests = tables.write_all(alias, tables.tables_of(nodes), file)
        file.finish()
    return nodes, digests


def prove(backup: Backup, digests: tables.Digests) -> None:
    """Puts it back as a restore does, and compares every row with what the house held. Every sealed
    word opens with a key of the backup, but for those that were erased while it was made."""
    config = settings.OPENCHAIR
    with places.scratch(config.home) as (alias, folder):
        there, told = put_rows(backup.rows, alias)
        copied = KeysInFile(folder / "keys.sqlite3", config.house_key)
        lying = read_keys(backup.keys)
        copied.take_in(lying.keys, lying.gone)
        whole = told == digests and opens_as_the_house_does(alias, there, copied)
        copied.close()
    if not whole:
        raise Damaged(_not_the_same(backup.rows))


def put_rows(path: Path, alias: str) -> tuple[tables.Tables, tables.Digests]:
    """Into an empty database, in the shape they have, and compared with what the backup tells of them:
    its tables and their digests. Raises Damaged where they differ."""
    with lines.opened(path, settings.BACKUPS_KEY, "rows") as (head, rows):
        nodes = [(app, name) for app, name in head.migrations]
        if tables.unknown(nodes):
            raise Trouble(lines.newer(path, head.program))
        there = tables.lay(alias, nodes)
        with transaction.atomic(using=alias):
            told = tables.read_all(alias, there, rows)
    if tables.digests(alias, there) != told:
        raise Damaged(lines.damaged(path))
    return there, told


def _not_the_same(path: Path) -> str:
    return _(
        "The backup was not the same as the house when it was put back for a trial, so it was thrown\n"
        "away. Look at the disk (%(file)s), run bin/openchair check, and try again."
    ) % {"file": path}
