"""Whether mail may go to this person about this: their own switches, and addresses without anybody.

Asked and told by the outbox, as the house. What a person does about it is in `actions`.
"""

import hmac
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from openchair.delivery import sending
from openchair.delivery.kinds import ALWAYS, Kind
from openchair.delivery.models import Letter, Unreached, Unwanted


def may_be_mailed(letters: Sequence[Letter]) -> bool:
    """No where it is read inside or not at all.

    A code is tried at any address: whoever asks for one is waiting beside their mailbox.
    """
    first = letters[0]
    kinds = {Kind(letter.kind) for letter in letters}
    if first.to is None or first.address or Kind.SIGN_IN_CODE in kinds:
        return bool(sending.address_of(first))
    wanted = not kinds <= switched_off(first.to)
    return wanted and bool(first.to.email) and not is_unreached(first.to)


def switched_off(account: Any) -> set[Kind]:
    """The kinds this person has switched off."""
    off = Unwanted.objects.filter(to=account.pk).values_list("kind", flat=True)
    return {Kind(kind) for kind in off} - ALWAYS


def is_unreached(account: Any) -> bool:
    return Unreached.objects.filter(to=account.pk, trace=trace_of(account.email)).exists()


def nobody_is_there(letter: Letter, at: datetime) -> None:
    """Remembered, unless this went to an address that is not the account's own."""
    if letter.to and letter.to.email and letter.address in ("", letter.to.email):
        seen = {"trace": trace_of(letter.to.email), "since": at}
        Unreached.objects.update_or_create(to_id=letter.to_id, defaults=seen)


def somebody_is_there(letter: Letter) -> None:
    """A mail was taken on for the account's own address: it may have been dead before."""
    if letter.to and letter.address in ("", letter.to.email):
        Unreached.objects.filter(to=letter.to_id).delete()


def trace_of(address: str | None) -> str:
    """Not the address: a row of this table gives none away."""
    return hmac.digest(settings.LETTERS_KEY, (address or "").encode(), "sha256").hex()
