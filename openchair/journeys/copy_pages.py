"""What is in the copy: one page to read, in the house's look, and the same for a program; in one zip.

Both are written piece by piece, so that a hundred thousand words need no more memory than ten.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from openchair.journeys.copy_labels import heading, label
from openchair.journeys.copy_values import in_words, is_worth_showing
from openchair.journeys.rooms import read_rooms
from openchair.journeys.sealed_file import SealedWriter
from openchair.people.models import Account, Person
from openchair.sharing.models import Audience, ShareKind

NAME = "my-words"
BUFFERED = 100


@dataclass
class Tally:
    done: int = 0


def write(file: SealedWriter, person: Person) -> Iterator[int]:
    """Writes on each time it is asked; answers with how many words are done of those there are."""
    actor, tally = Account.objects.get(pk=person.pk), Tally()
    pieces = {"json": as_json(_counted(actor, tally)), "html": as_page(_counted(actor, tally))}
    with ZipFile(file, "w", ZIP_DEFLATED) as folder:
        for ending, parts in pieces.items():
            with folder.open(f"{NAME}.{ending}", "w", force_zip64=True) as page:
                for part in parts:
                    page.write(part.encode())
                    yield tally.done // len(pieces)
    file.finish()


type Rooms = Iterable[tuple[str, dict[str, Any]]]


def _counted(actor: Account, tally: Tally) -> Rooms:
    """Without the copy itself: it would tell of itself."""
    for name, held in read_rooms(actor):
        yield name, {section: _count(rows, tally) for section, rows in held.items()}


def _count(rows: Any, tally: Tally) -> Any:
    return _each(rows, tally) if isinstance(rows, Iterator) else rows


def _each(rows: Iterator[Any], tally: Tally) -> Iterator[Any]:
    for row in rows:
        tally.done += 1
        yield row


def as_json(rooms: Rooms) -> Iterator[str]:
    yield "{"
    for number, (name, held) in enumerate(rooms):
        yield f"{',' if number else ''}\n{json.dumps(name)}: {{"
        for place, (section, rows) in enumerate(held.items()):
            yield f"{',' if place else ''}\n {json.dumps(section)}: "
            yield from _listed(rows) if isinstance(rows, Iterator) else [_dumped(rows)]
        yield "}"
    yield "\n}\n"


def _listed(rows: Iterator[Any]) -> Iterator[str]:
    yield "["
    for number, row in enumerate(rows):
        yield f"{',' if number else ''}\n  {_dumped(row)}"
    yield "]"


def _dumped(value: Any) -> str:
    return json.dumps(value, default=_plain, ensure_ascii=False)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime | date) else str(value)


def as_page(rooms: Rooms) -> Iterator[str]:
    """Without scripts, and without anything that lies elsewhere."""
    page: Any = get_template("journeys/copy.html")
    context = {
        "rooms": rooms,
        "lang": translation.get_language() or "en",
        "dir": "rtl" if translation.get_language_bidi() else "ltr",
        "made_on": date_format(timezone.localdate(), "j F Y"),
        "day_of": _day,
        "heading": heading,
        "label": label,
        "in_words": in_words,
        "opening": _opening,
        "only_me": Audience.ONLY_ME,
        "is_many": lambda value: isinstance(value, list),
        "is_facts": lambda value: isinstance(value, dict),
        "is_empty": lambda value: value in ([], {}, None, False),
        "worth": is_worth_showing,
    }
    stream = page.template.stream(context)
    stream.enable_buffering(BUFFERED)
    yield from stream


def _day(moment: datetime | date) -> str:
    day = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return date_format(day, "j F Y")


def _opening(kind: str) -> str:
    return str(ShareKind(kind).label) if kind else _("Words")
