from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists

from openchair.delivery.night import Hours
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.kernel.models import Draft
from openchair.kernel.text import within_a_sentence
from openchair.people import devices
from openchair.people.models import (
    Account,
    AddressChange,
    Block,
    Mending,
    NameNotUsed,
    Passkey,
    Person,
    RecoveryCode,
    Session,
)
from openchair.people.session_store import SHARED, SessionStore, key_of
from openchair.people.signing_in import BEGAN, BROWSER, SYSTEM


def the_person(viewer: Viewer) -> Person | None:
    """The reader's own name and preferences; None for a visitor."""
    if viewer.pk is None:
        return None
    people = Person.objects.for_viewer(viewer).filter(account=viewer.pk)
    begun = {"has_drafts": Exists(Draft.objects.for_viewer(viewer))}
    return people.annotate(**begun).first()


def names_of(viewer: Viewer, accounts: Iterable[UUID]) -> dict[UUID, str]:
    """The names this reader may read, as they can stand within a sentence, in their order.

    Whoever is missing is, for them, not here.
    """
    return names_and_how_said(viewer, accounts)[0]


def names_and_how_said(
    viewer: Viewer, accounts: Iterable[UUID]
) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """The same, and how those names are said of which their owners wrote it down."""
    found = Person.objects.for_viewer(viewer).filter(account__in=list(accounts))
    people = sorted(found, key=lambda person: person.name.casefold())
    said = {person.pk: within_a_sentence(person.name_said) for person in people if person.name_said}
    return {person.pk: within_a_sentence(person.name) for person in people}, said


def blocked_by(viewer: Viewer) -> list[Block]:
    return list(Block.objects.for_viewer(viewer).order_by("set_at"))


class Ways(NamedTuple):
    """How someone could come in again if this browser forgot them."""

    address: bool
    passkey: bool
    recovery: bool


def ways_in(viewer: Account) -> Ways:
    return Ways(
        address=bool(viewer.email),
        passkey=Passkey.objects.for_viewer(viewer).exists(),
        recovery=RecoveryCode.objects.for_viewer(viewer).exists(),
    )


@dataclass(frozen=True)
class Device:
    """One browser in which someone is signed in, in plain words."""

    id: UUID
    name: str
    began: datetime | None
    shared: bool
    here: bool


def signed_in_at(viewer: Account, session_key: str | None) -> list[Device]:
    """This one first, then the newest."""
    here = key_of(session_key)
    found = [_device(row, here) for row in Session.objects.for_viewer(viewer)]
    return sorted(found, key=lambda one: (not one.here, -(one.began or NEVER).timestamp()))


NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def _device(row: Session, here: str) -> Device:
    said = SessionStore().decode(row.data)
    began = said.get(BEGAN)
    return Device(
        id=row.pk,
        name=devices.in_words(said.get(BROWSER, ""), said.get(SYSTEM, "")),
        began=datetime.fromtimestamp(began, UTC) if began else None,
        shared=bool(said.get(SHARED)),
        here=row.key == here,
    )


def change_of_address(viewer: Account, at: datetime) -> AddressChange | None:
    """One of the last two days. Nothing is asked of the database where none can be."""
    if viewer.told_until is None or viewer.told_until <= at:
        return None
    return AddressChange.objects.for_viewer(viewer).filter(account=viewer.pk).first()


def mending_of(viewer: Account, at: datetime) -> Mending | None:
    """The one under way that can still be called off."""
    if viewer.told_until is None or viewer.told_until <= at:
        return None
    return Mending.objects.for_viewer(viewer).filter(account=viewer.pk, written_at=None).first()


def passkeys_of(viewer: Viewer) -> list[Passkey]:
    return list(Passkey.objects.for_viewer(viewer).order_by("made_at", "pk"))


def names_not_used(viewer: Account) -> list[NameNotUsed]:
    """The reader's own list, in the order they wrote it."""
    return list(NameNotUsed.objects.for_viewer(viewer).order_by("set_at", "pk"))


def hours_of(account: Account) -> Hours:
    """When this person sleeps, for the outbox."""
    person = _for_the_outbox(account)
    return Hours(person.night_from, person.night_until, person.zone) if person else Hours()


def language_of(account: Account) -> str:
    """The language this person reads; blank where they chose none."""
    person = _for_the_outbox(account)
    return person.language if person else ""


def _for_the_outbox(account: Account) -> Person | None:
    with acting_for_the_house("night hours"):
        return Person.objects.filter(account=account).first()
