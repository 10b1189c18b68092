"""A copy of everything of one's own, to take along: made piece by piece while the house goes on,
kept sealed for three days. spec/model.md I-26, 5.7 (Export); docs/decisions/0058.

One Copy is one piece of work. It is done for at most a moment at each turn of the clock; a house that
stopped half way begins that copy anew.
"""

import base64
import secrets
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.journeys import copy_pages
from openchair.journeys.models import Copy
from openchair.journeys.sealed_file import SealedWriter, is_finished, unsealed
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.people.models import Account, Person
from openchair.sharing.erasing import words_left

KEPT_FOR = timedelta(days=3)
LONGER_THAN_A_MOMENT = timedelta(seconds=30)
A_MOMENT = 1.0  # seconds

_in_hand: dict[UUID, Iterator[int]] = {}


@transaction.atomic
def ask_for_copy(actor: Account, *, at: datetime) -> Copy:
    """Make a copy of all there is now. While one is being made, that is the one."""
    before = Copy.objects.for_viewer(actor).first()
    if before is not None and before.made_at is None:
        return before
    if before is not None:
        discard(before)
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    much = words_left(actor)
    return Copy.objects.for_viewer(actor).create(account=actor, key=key, much=much, asked_at=at)


def the_copy(viewer: Viewer, *, at: datetime) -> Copy | None:
    """The reader's own, while it is being made and for three days after."""
    copy = Copy.objects.for_viewer(viewer).first()
    if copy is None or (copy.made_at and copy.made_at <= at - KEPT_FOR):
        return None
    return copy


def file_of(copy: Copy) -> Path:
    return folder() / f"{copy.pk}.sealed"


def folder() -> Path:
    home: Path = settings.OPENCHAIR.home
    return home / "copies"


def read(copy: Copy) -> Iterator[bytes]:
    """The zip, piece by piece."""
    return unsealed(file_of(copy), base64.b64decode(copy.key))


def is_whole(copy: Copy) -> bool:
    """Whether the file can be given out to its end: not after a restore, which brings back the row
    alone, and not where a full disk cut it short."""
    return copy.made_at is not None and is_finished(file_of(copy), base64.b64decode(copy.key))


def discard(copy: Copy) -> None:
    """The row with its key goes, and the file after it: without the key it opens nothing."""
    path = file_of(copy)
    copy.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True), robust=True)


def go_on(at: datetime) -> None:
    """For at most a moment; the rest waits for the next turn of the clock."""
    ends = time.monotonic() + A_MOMENT
    for copy in _to_make():
        if not _go_on_with(copy, ends, at):
            return


def _to_make() -> list[Copy]:
    with acting_for_the_house("making the copies that were asked for"):
        return list(Copy.objects.filter(made_at=None).order_by("asked_at"))


def _go_on_with(copy: Copy, ends: float, at: datetime) -> bool:
    """Whether it is made. In the language and the hours of whoever it is for."""
    with acting_for_the_house("making the copies that were asked for"):
        person = Person.objects.filter(account=copy.account_id).first()
    if person is None:
        return True  # their account is being closed, and the copy goes with it
    pieces = _in_hand.pop(copy.pk, None) or copy_pages.write(_opened(copy), person)
    language = person.language or settings.LANGUAGE_CODE
    with translation.override(language), timezone.override(person.zone):
        for done in pieces:
            if time.monotonic() > ends:
                _in_hand[copy.pk] = pieces
                _note_done(copy, done)
                return False
    _made(copy, at)
    return True


def _opened(copy: Copy) -> SealedWriter:
    folder().mkdir(mode=0o700, exist_ok=True)
    return SealedWriter(file_of(copy), base64.b64decode(copy.key))


def _note_done(copy: Copy, done: int) -> None:
    with acting_for_the_house("making the copies that were asked for"):
        Copy.objects.filter(pk=copy.pk).update(done=done)


@transaction.atomic
def _made(copy: Copy, at: datetime) -> None:
    """With word to its owner, where it took longer than one waits for a page."""
    with acting_for_the_house("making the copies that were asked for"):
        Copy.objects.filter(pk=copy.pk).update(made_at=at)
    if at - copy.asked_at > LONGER_THAN_A_MOMENT:
        to = Account(pk=copy.account_id)
        letters.answer(to, Kind.EXPORT_READY, about=copy.pk, at=at, asked_at=copy.asked_at)


def forget_old(at: datetime) -> None:
    """After three days the copy goes; so does a file that no row knows of."""
    with acting_for_the_house("forgetting copies"):
        for copy in Copy.objects.filter(made_at__lte=at - KEPT_FOR):
            discard(copy)
        known = {file_of(copy).name for copy in Copy.objects.all()}
    for path in folder().glob("*.sealed"):
        if path.name not in known:
            path.unlink(missing_ok=True)
