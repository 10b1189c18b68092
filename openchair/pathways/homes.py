"""So many letters a day from one home, counted without keeping whose home it is."""

from django.core.cache import cache
from django.utils.crypto import get_random_string, salted_hmac

MOST_IN_A_DAY = 4
SECONDS = 24 * 60 * 60
_salt = get_random_string(32)


def has_room(home: str) -> bool:
    """One more. Counted in the memory of this process, under a digest whose key dies with it."""
    key = salted_hmac(_salt, home, algorithm="sha256").hexdigest()
    cache.add(key, 0, SECONDS)
    return cache.incr(key) <= MOST_IN_A_DAY
