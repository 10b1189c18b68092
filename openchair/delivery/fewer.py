"""The address at the foot of a mail that stops mail of its kind, and needs no sign-in.

It is sealed: it shows neither whose mail it was nor what kind, and opens nothing else. The same mail
has the same address, however often it is sent.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings
from django.urls import reverse

from openchair.delivery.kinds import ALWAYS, Kind

PLACES = (
    Kind.COMPANY_CALL, Kind.REMINDER, Kind.CALLING_OFF, Kind.CALENDAR, Kind.HOST_ANSWER,
    Kind.SOMETHING, Kind.SOFT_HELLO, Kind.GATHERING_CHANGE, Kind.WAKE_CALL, Kind.CARE_SLOT,
    Kind.INVITATION, Kind.CONSENT_CHANGED, Kind.EXPORT_READY,
)  # fmt: skip
"""Which bit stands for which kind. Old mails hold these: add at the end, never take out."""


class Wish(NamedTuple):
    """That this account gets no mail of these kinds."""

    account: UUID
    kinds: frozenset[Kind]


class NotOurs(Exception):
    """No mail of this house had this at its foot."""


def address(account: UUID, kinds: Iterable[Kind]) -> str:
    """The whole address; blank where nothing in this mail can be switched off."""
    bits = sum(1 << PLACES.index(kind) for kind in set(kinds) - ALWAYS)
    if not bits:
        return ""
    sealed = AESSIV(settings.FEWER_KEY).encrypt(account.bytes + bits.to_bytes(4), None)
    path = reverse("fewer-letters", args=[urlsafe_b64encode(sealed).decode()])
    return settings.OPENCHAIR.public_address.rstrip("/") + path


def wish_in(token: str) -> Wish:
    """Raises NotOurs."""
    try:
        opened = AESSIV(settings.FEWER_KEY).decrypt(urlsafe_b64decode(token.encode()), None)
    except (InvalidTag, NotBase64, ValueError):
        raise NotOurs from None
    bits = int.from_bytes(opened[16:])
    kinds = frozenset(kind for place, kind in enumerate(PLACES) if bits >> place & 1)
    return Wish(UUID(bytes=opened[:16]), kinds)
