"""After an older copy of the house was put back: what was erased since is erased again, and nobody is
still signed in. It is done before the house opens, also where it was cut short: twice is once.
"""

from collections.abc import Iterable
from itertools import batched
from pathlib import Path
from uuid import UUID

from django.conf import settings

from openchair.journeys import keeping
from openchair.kernel import sealed
from openchair.kernel.models import Erasure
from openchair.people.models import Account
from openchair.people.session_store import SessionStore
from openchair.repair import keeping as letters_to_the_listener
from openchair.sharing.erasing import erase_again, erase_some

AT_ONCE = 500


def mark() -> Path:
    """Lies in the house's folder from the moment a copy is put back until all of this is done."""
    home: Path = settings.OPENCHAIR.home
    return home / "restored"


def finish_restoring() -> None:
    """Does nothing where no copy was put back."""
    if not mark().exists():
        return
    SessionStore.end_all()
    for label, rows in _erased().items():
        if label == settings.AUTH_USER_MODEL:
            forget_again(rows)
        for some in batched(rows, AT_ONCE):
            erase_again(label, some)
            letters_to_the_listener.erase_again(label, some)
    sealed.blank_what_has_no_key()
    sealed.finish_destroying()
    sealed.drop_keys_without_words()
    mark().unlink()


def _erased() -> dict[str, list[UUID]]:
    found: dict[str, list[UUID]] = {}
    for label, row in Erasure.objects.order_by("at").values_list("label", "row"):
        found.setdefault(label, []).append(UUID(row))
    return found


def forget_again(accounts: Iterable[UUID]) -> None:
    for account in Account.objects.filter(pk__in=list(accounts)):
        while erase_some(account, at=None):
            pass
        keeping.forget(account)
