"""Sessions lie sealed: sign-in codes and held words pass through them."""

import json
from typing import Any

from cryptography.exceptions import InvalidTag
from django.conf import settings

from openchair.kernel.sealed.envelope import seal, unseal

PLACE = b"session"


class SealedSerializer:
    """JSON under `settings.SESSION_KEY`. What was altered or sealed otherwise reads as empty."""

    def dumps(self, session: dict[str, Any]) -> bytes:
        plain = json.dumps(session, separators=(",", ":"))
        return seal(plain.encode(), settings.SESSION_KEY, PLACE)

    def loads(self, data: bytes) -> dict[str, Any]:
        try:
            session = json.loads(unseal(data, settings.SESSION_KEY, PLACE))
        except (InvalidTag, ValueError):
            return {}
        return session if isinstance(session, dict) else {}
