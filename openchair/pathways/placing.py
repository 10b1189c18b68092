"""The private page of a letter to the host: a long address, which nobody can guess or look up."""

import base64
from uuid import UUID

from django.utils.crypto import salted_hmac

LENGTH = 24  # bytes


def place_for(once: UUID) -> str:
    """From the mark of the form, so that the same form sent twice leads to the same page."""
    digest = salted_hmac("place of a letter to the host", once.bytes, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:LENGTH]).decode()


def hashed(place: str) -> str:
    """What a letter is found by. Without the key of the house it leads nowhere."""
    return salted_hmac("hash of such a place", place, algorithm="sha256").hexdigest()
