"""Reads a public directory of meetings into this house: bin/openchair import-meetings FILE --zone ZONE."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean_line
from openchair.pathways.actions import Brought, Copy, bring_in
from openchair.pathways.models import Source
from openchair.pathways.reading.bmlt_formats import is_format_list
from openchair.pathways.reading.entry import Reading
from openchair.pathways.reading.reader import read
from openchair.pathways.reading.trouble import NothingToRead, quoted
from openchair.pathways.reading.zones import zone_name, zones_like

LARGEST = 200 * 1024 * 1024
NAME_LENGTH = 120


class Stopped(CommandError):
    """Printed as "Stopped: " and a sentence that says what to do."""


class Command(BaseCommand):
    help = (
        "Read a Meeting Guide feed or a BMLT export (both JSON) into the directory of this house."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, help="a Meeting Guide feed or a BMLT GetSearchResults export"
        )
        parser.add_argument(
            "--zone", default="", help="time zone of rows without one: America/New_York"
        )
        parser.add_argument(
            "--formats", type=Path, help="a BMLT GetFormats list, if not beside the export"
        )
        parser.add_argument(
            "--name", default="", help="what to call this directory; the same name next time"
        )
        parser.add_argument("--copied-on", default="", help="the day it was fetched: 2026-11-21")
        parser.add_argument("--from", dest="origin", default="", help="where it was fetched from")
        parser.add_argument("--licence", default="", help="its licence")

    def handle(self, *args: Any, **said: Any) -> None:
        try:
            zone, day = _zone(said["zone"]), _day(said["copied_on"])
            content = _content(said["file"])
            formats = _formats(said["file"], said["formats"])
            reading = read(content, zone=zone, formats=formats)
            _found_house()
            copy = Copy(
                name=_name(said["name"], reading, said["file"]),
                is_named=bool(clean_line(said["name"])),
                digest=_digest(content, formats, zone),
                today=timezone.localdate(),
                copied_on=day,
                zone=zone,
                origin=clean_line(said["origin"])[:500],
                licence=clean_line(said["licence"])[:200],
            )
            self._tell_refused(reading)
            brought = bring_in(reading, copy, self._progress)
        except (NothingToRead, Refusal) as trouble:
            raise Stopped(trouble.sentence) from None
        self._tell(reading, brought)

    def _progress(self, done: int, all_of_them: int) -> None:
        line = _("Reading: %(done)s of %(all)s entries") % {"done": done, "all": all_of_them}
        ending = "\r" if self.stdout.isatty() and done < all_of_them else "\n"
        self.stdout.write(line, ending=ending)
        self.stdout.flush()

    def _tell_refused(self, reading: Reading) -> None:
        for refused in reading.refused:
            self.stdout.write(refused.sentence)

    def _tell(self, reading: Reading, brought: Brought) -> None:
        for sentence in summary(reading, brought):
            self.stdout.write(sentence)


def summary(reading: Reading, brought: Brought) -> list[str]:
    """How it ended, in sentences. These are numbers of meetings."""
    values = {
        "name": brought.source.name,
        "rows": reading.rows,
        "kept": len(reading.published),
        "unpublished": len(reading.entries) - len(reading.published),
        "refused": len(reading.refused),
        "new": brought.new,
        "changed": brought.changed,
        "waiting": brought.waiting,
        "gone": brought.gone,
    }
    told = [
        _(
            "%(name)s: %(rows)s rows read, %(kept)s meetings kept, %(refused)s rows refused, "
            "%(unpublished)s meetings left out because the directory does not publish them."
        )
        % values,
    ]
    if brought.nothing_changed:
        told.append(_("Nothing has changed here: all of it was here already."))
    else:
        told.append(_("New: %(new)s. Changed: %(changed)s. No longer there: %(gone)s.") % values)
    if brought.waiting:
        told.append(
            _("Changed there and checked here: %(waiting)s. They wait for a steward's yes.")
            % values
        )
    if not reading.every_row_has_its_id:
        told.append(
            _("Some rows could not be told apart, so nothing was marked as no longer there.")
        )
    if brought.new:
        told.append(_("New entries are proposed. Nobody sees them before a steward lists them."))
    return told


def _found_house() -> None:
    """A house that was never started has no place yet to put a directory."""
    if Source._meta.db_table not in connection.introspection.table_names():
        call_command("migrate", interactive=False, verbosity=0)


def _zone(said: str) -> str:
    if not said:
        return ""
    if found := zone_name(said):
        return found
    values = {"said": quoted(said), "like": ", ".join(zones_like(said))}
    if values["like"]:
        raise Stopped(_("There is no time zone “%(said)s”. Did you mean %(like)s?") % values)
    raise Stopped(
        _("There is no time zone “%(said)s”. Write a continent and a city, like America/New_York.")
        % values
    )


def _day(said: str) -> date | None:
    if not said:
        return None
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise Stopped(
            _("“%(said)s” is not a day. Write it like 2026-11-21.") % {"said": quoted(said)}
        ) from None
    if day > timezone.localdate():
        raise Stopped(
            _("%(day)s has not come yet. Write the day the file was fetched.") % {"day": day}
        )
    return day


def _content(path: Path) -> bytes:
    values = {"file": quoted(path, 200)}
    try:
        if path.is_dir():
            raise Stopped(_("%(file)s is a folder. Name the file inside it.") % values)
        if path.stat().st_size > LARGEST:
            raise Stopped(
                _("%(file)s is larger than 200 MB. Ask the directory for a part of it.") % values
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise Stopped(
            _("There is no file %(file)s. Check its name and its folder.") % values
        ) from None
    except PermissionError:
        raise Stopped(_("The file %(file)s may not be read. Check whose it is.") % values) from None
    except (OSError, ValueError):
        raise Stopped(
            _("The file %(file)s could not be read. Copy it once more.") % values
        ) from None


def _formats(path: Path, said: Path | None) -> bytes | None:
    """The list that was named, or one that lies beside the export."""
    if said is not None:
        return _content(said)
    beside = path.parent / "formats.json"
    if beside == path or not beside.is_file():
        return None
    content = _content(beside)
    return content if is_format_list(content) else None


def _name(said: str, reading: Reading, path: Path) -> str:
    """As said, or as the feed calls its publisher, or as the file is called."""
    name = clean_line(said) or reading.publisher or clean_line(path.stem) or reading.kind
    return name[:NAME_LENGTH]


def _digest(content: bytes, formats: bytes | None, zone: str) -> str:
    parts = (content, formats or b"", zone.encode())
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
