"""Passkeys: what a device shows in place of a code. The house keeps the open half of each key.

A passkey is another way in, never a second wall (docs/decisions/0050). What the device is asked waits
in the encrypted session, and is good for one answer.
"""

import base64
import json

from cryptography.exceptions import InvalidSignature
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.utils.translation import gettext as _
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from openchair.delivery.sending import name_of_house
from openchair.kernel.refusal import Refusal
from openchair.people.marks import mark
from openchair.people.models import Account, Passkey

ASKED = "passkey_asked"
WRONG = (ValueError, KeyError, TypeError, AttributeError, InvalidSignature)
"""What an answer can be that no device of theirs gave."""


def ask_to_make(session: SessionBase, actor: Account) -> str:
    """What the device needs to make a key, as JSON. It reads the house's neutral name and no other."""
    name = name_of_house()
    options, asked = _server().register_begin(
        PublicKeyCredentialUserEntity(id=actor.pk.bytes, name=name, display_name=name),
        [_opened(row) for row in Passkey.objects.for_viewer(actor) if row.credential],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    session[ASKED] = asked
    return json.dumps(dict(options.public_key))


def made(session: SessionBase, answer: str) -> AttestedCredentialData:
    """The open half of the new key. Raises Refusal when the device did not make one."""
    try:
        data = _server().register_complete(session.pop(ASKED, {}), json.loads(answer))
    except WRONG:
        raise Refusal(_sentence()) from None
    if data.credential_data is None:
        raise Refusal(_sentence())
    return data.credential_data


def ask_to_show(session: SessionBase) -> str:
    """What the device needs to show a key, as JSON. It names no account: the key itself does."""
    options, asked = _server().authenticate_begin(
        user_verification=UserVerificationRequirement.REQUIRED
    )
    session[ASKED] = asked
    return json.dumps(dict(options.public_key))


def handle_in(answer: str) -> str:
    """The mark of the key that the device says it has; blank where it says nothing of the kind."""
    try:
        return mark("passkey", str(json.loads(answer)["id"]))
    except WRONG:
        return ""


def check(session: SessionBase, answer: str, passkey: Passkey) -> None:
    """Raises Refusal unless the device signed what it was asked, with this key."""
    try:
        asked = session.pop(ASKED, {})
        _server().authenticate_complete(asked, [_opened(passkey)], json.loads(answer))
    except WRONG:
        raise Refusal(_sentence()) from None


def sealed_form(credential: AttestedCredentialData) -> str:
    return base64.b64encode(bytes(credential)).decode()


def handle_of(credential: AttestedCredentialData) -> str:
    said = base64.urlsafe_b64encode(credential.credential_id).rstrip(b"=").decode()
    return mark("passkey", said)


def refused() -> Refusal:
    return Refusal(_sentence())


def _opened(passkey: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(base64.b64decode(passkey.credential))


def _server() -> Fido2Server:
    relying = PublicKeyCredentialRpEntity(
        id=settings.PUBLIC.hostname or "localhost", name=name_of_house()
    )
    return Fido2Server(relying, verify_origin=_is_ours)


def _is_ours(origin: str) -> bool:
    return origin == f"{settings.PUBLIC.scheme}://{settings.PUBLIC.netloc}"


def _sentence() -> str:
    return _(
        "The passkey did not answer as it should. Nothing has changed. "
        "Try once more, or use a code from a letter."
    )
