"""Writing a letter: a row in the transaction of its act, so that neither is lost alone.

The setting LETTERS_OUTSIDE_THE_TRANSACTION breaks this on purpose; only the kill bench sets it.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from openchair.delivery import bell
from openchair.delivery.kinds import AT_ONCE, Kind
from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house

ANSWERS = {Kind.SIGN_IN_CODE}
"""Kinds that always answer what the receiver did just now."""


class OutsideTransaction(Exception):
    """Written where the letter or its act could be lost alone. Put both into one atomic block."""


def write(
    to: Model,
    kind: Kind,
    *,
    about: UUID | None = None,
    at: datetime,
    secret: str = "",
    address: str = "",
) -> None:
    """Lets `to` (an account, or the person who hangs on it) hear of something.

    `secret`: a sign-in code. `address`: where the code goes, if not to the account's own.
    Raises OutsideTransaction where no transaction is open, and ValueError where something sealed is
    given to a kind that is not forgotten within the hour.
    """
    if kind not in ANSWERS and (secret or address):
        raise ValueError("Only a sign-in code may carry a secret or go to another address.")
    asked_at = at if kind in ANSWERS else None
    _write(_letter(to, kind, about, at, secret=secret, address=address, asked_at=asked_at))


def write_to_each(
    to: Iterable[Model], kind: Kind, *, about: UUID | None = None, at: datetime
) -> None:
    """The same letter to several people, at the price of one."""
    _write(*[_letter(one, kind, about, at) for one in to])


def answer(
    to: Model, kind: Kind, *, about: UUID | None = None, at: datetime, asked_at: datetime
) -> None:
    """They asked for this at `asked_at`: it goes alone, and within ten minutes also at night."""
    _write(_letter(to, kind, about, at, asked_at=asked_at))


def write_to_stranger(kind: Kind, *, about: UUID, at: datetime) -> None:
    """To someone without an account; who they are is asked at the door, by `about`. It goes alone."""
    _write(Letter(kind=kind, about=about, written_at=at, due_at=at, alone=True))


def write_once_to(address: str, kind: Kind, *, about: UUID, at: datetime) -> None:
    """To an address typed for this one letter. It lies sealed in the row, and goes with it: within the
    hour once the letter went or was let go, and after three days at the latest (`keeping`)."""
    _write(Letter(kind=kind, about=about, address=address, written_at=at, due_at=at, alone=True))


def write_even_at_night(to: Model, kind: Kind, *, about: UUID | None = None, at: datetime) -> None:
    """They said yes to this at night: spec/model.md I-11 (b) and (c). It goes alone."""
    _write(_letter(to, kind, about, at, said_yes_to_nights=True))


def _letter(to: Model, kind: Kind, about: UUID | None, at: datetime, **more: Any) -> Letter:
    alone = kind in AT_ONCE or bool(more.get("asked_at") or more.get("said_yes_to_nights"))
    return Letter(
        to_id=to.pk, kind=kind, about=about, written_at=at, due_at=at, alone=alone, **more
    )


def _write(*letters: Letter) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction
    if getattr(settings, "LETTERS_OUTSIDE_THE_TRANSACTION", False):
        _insert_too_late(letters)
    else:
        _insert(letters)
        transaction.on_commit(bell.ring, robust=True)


def _insert(letters: Iterable[Letter]) -> None:
    with acting_for_the_house("writing letters"):
        Letter.objects.bulk_create(letters)


def _insert_too_late(letters: Iterable[Letter]) -> None:
    """The mistake this room exists to prevent. Only the kill bench asks for it, to see it fail."""
    transaction.on_commit(lambda: _insert(letters))
    transaction.on_commit(bell.ring)
