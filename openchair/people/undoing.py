"""The addresses of pages that only a letter leads to: undoing a change, calling off, proving.

Each is made from the row it is about, under a key that lies outside the database. Nothing is kept.
"""

import hmac
from uuid import UUID

from django.urls import reverse

from openchair.people.marks import mark

UNDO, CALL_OFF, PROVE = "undo-address", "call-off-mending", "prove-mended"


def path_to(page: str, row_id: UUID) -> str:
    return reverse(page, args=[row_id, _sign(page, row_id)])


def is_signed(page: str, row_id: UUID, sign: str) -> bool:
    """Whether a letter of this house led here."""
    return hmac.compare_digest(sign.encode(), _sign(page, row_id).encode())


def _sign(page: str, row_id: UUID) -> str:
    return mark(page, row_id.hex)[:40]
