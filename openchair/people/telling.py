"""Letters about an address itself: to the old one, and to the new one that must prove itself.

They go to no account's own address, so the outbox asks here where to, each time anew. A thing that was
undone or called off meanwhile has nobody to tell.
"""

from django.conf import settings

from openchair.delivery.models import Letter
from openchair.delivery.sending import Stranger
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account, AddressChange, Mending
from openchair.people.queries import hours_of, language_of
from openchair.people.undoing import CALL_OFF, PROVE, UNDO, path_to

WHY = "telling an old address"


def whom_it_concerns(letter: Letter) -> Stranger:
    if letter.about is None:
        return Stranger()
    with acting_for_the_house(WHY):
        if change := AddressChange.objects.filter(pk=letter.about).first():
            return _of(change.account, change.before, path_to(UNDO, change.pk))
        if mending := Mending.objects.filter(pk=letter.about).first():
            return _about_mending(mending)
    return Stranger()


def _about_mending(mending: Mending) -> Stranger:
    if mending.written_at is not None:
        return _of(mending.account, mending.address, path_to(PROVE, mending.pk))
    return _of(mending.account, mending.account.email or "", path_to(CALL_OFF, mending.pk))


def _of(account: Account, address: str, page: str) -> Stranger:
    language = language_of(account) or settings.LANGUAGE_CODE
    return Stranger(address=address, page=page, language=language, hours=hours_of(account))


def is_there_someone_to_tell(letter: Letter) -> bool:
    """The account's own letter always; one to another address, while the thing stands."""
    return letter.to is not None or bool(whom_it_concerns(letter).address)
