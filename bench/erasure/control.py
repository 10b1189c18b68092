"""The same proof on a house that forgets to destroy keys: it must fail."""

from bench.erasure.history import ACTING, ERASED, House, day
from bench.erasure.killing import Pristine
from bench.erasure.opening import keys_in_use, opened


def readable_without_destroying(house: House, there: Pristine) -> int:
    """How many erased values of the backups can be read then."""
    folder = house.copied("control", there.home)
    folder.ask(f"{ACTING}.leave_the_keys", at=day(3), acts=there.who)
    keys = keys_in_use(folder.home / "keys.sqlite3")
    readable = opened(there.noted, keys, house.wrapping)
    return sum(there.noted[word].fate in ERASED for word in readable)
