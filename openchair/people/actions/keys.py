"""Passkeys and recovery codes: making them, taking them away, and coming in with them."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from fido2.webauthn import AttestedCredentialData

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean_line
from openchair.people import passkeys, policy
from openchair.people.codes import bare
from openchair.people.marks import mark
from openchair.people.models import Account, Passkey, RecoveryCode

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that look like others. Twelve of them are sixty bits."""
HOW_MANY = 10
COMING_IN = "finding whose key this is"


@transaction.atomic
def add_passkey(
    actor: Account, credential: AttestedCredentialData, *, name: str, at: datetime
) -> Passkey:
    if sentence := policy.why_not_add_passkey(actor):
        raise Refusal(sentence)
    key = Passkey.objects.for_viewer(actor).create(
        account=actor,
        name=clean_line(name) or _("A passkey"),
        handle=passkeys.handle_of(credential),
        credential=passkeys.sealed_form(credential),
        made_at=at,
    )
    letters.answer(actor, Kind.SECURITY, at=at, asked_at=at)
    return key


@transaction.atomic
def name_passkey(actor: Account, key_id: UUID, name: str) -> None:
    """Raises Passkey.DoesNotExist where it is not theirs."""
    key = Passkey.objects.for_viewer(actor).get(pk=key_id)
    key.name = clean_line(name) or key.name
    key.save()


@transaction.atomic
def take_away_passkey(actor: Account, key_id: UUID, *, at: datetime) -> None:
    """Also of a device that is lost. Raises Refusal where nobody could let them in again."""
    if sentence := policy.why_not_take_away_passkey(actor):
        raise Refusal(sentence)
    gone, _rows = Passkey.objects.for_viewer(actor).filter(pk=key_id).delete()
    if gone:
        letters.answer(actor, Kind.SECURITY, at=at, asked_at=at)


def whose_passkey(handle: str) -> Passkey | None:
    with acting_for_the_house(COMING_IN):
        return Passkey.objects.filter(handle=handle).first()


@transaction.atomic
def make_recovery_codes(actor: Account, *, at: datetime) -> list[str]:
    """Ten new ones, to be shown once. Those of before open nothing any more."""
    RecoveryCode.objects.for_viewer(actor).delete()
    codes = [_draw() for _code in range(HOW_MANY)]
    rows = [RecoveryCode(account=actor, code_hash=_hash(code), made_at=at) for code in codes]
    RecoveryCode.objects.for_viewer(actor).bulk_create(rows)
    letters.answer(actor, Kind.SECURITY, at=at, asked_at=at)
    return codes


@transaction.atomic
def use_recovery_code(typed: str, *, at: datetime) -> Account | None:
    """Whose it is; with this it is used up, and they hear of it. None where it is nobody's."""
    with acting_for_the_house(COMING_IN):
        row = RecoveryCode.objects.select_for_update().filter(code_hash=_hash(typed)).first()
        if row is None:
            return None
        account = Account.objects.get(pk=row.account_id)
        row.delete()
    letters.answer(account, Kind.SECURITY, at=at, asked_at=at)
    return account


@transaction.atomic
def use_own_recovery_code(actor: Account, typed: str, *, at: datetime) -> bool:
    """False where it is none of theirs."""
    used, _rows = RecoveryCode.objects.for_viewer(actor).filter(code_hash=_hash(typed)).delete()
    if used:
        letters.answer(actor, Kind.SECURITY, at=at, asked_at=at)
    return bool(used)


def _draw() -> str:
    signs = "".join(secrets.choice(LETTERS) for _sign in range(12))
    return "-".join((signs[:4], signs[4:8], signs[8:]))


def _hash(code: str) -> str:
    return mark("recovery code", bare(code))
