"""What was erased here, without its content: so that an older copy cannot bring it back.

Whoever erases a row or forgets an account notes it in the same transaction:

    with transaction.atomic():
        note_erased("sharing.Share", share.pk, at=at)
        share.delete()

    with transaction.atomic():
        note_forgotten(account.pk, at=at)
        keeping.forget(account)

A backup holds these notes too. After an older one was put back, `journeys.again` does all of it once
more. Rows with words need a note as well: without one an empty row would come back. A key that was
destroyed is remembered by the key file itself.
"""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from openchair.kernel.models import Erasure

LONGEST_COPY = timedelta(days=14)
KEPT = LONGEST_COPY + timedelta(days=30)


def note_erased(label: str, pk: Any, *, at: datetime) -> None:
    """`label` is the model's, as "sharing.Share". Noting the same row again changes nothing.

    Call it in the transaction that erases the row.
    """
    note = Erasure(label=label, row=str(pk), at=at)
    Erasure.objects.bulk_create([note], ignore_conflicts=True)


def note_forgotten(account_pk: Any, *, at: datetime) -> None:
    """On a restore this account is forgotten again, in all rooms."""
    note_erased(settings.AUTH_USER_MODEL, account_pk, at=at)


def forget_old(at: datetime) -> None:
    """A note is kept thirty days longer than the oldest copy that may still be put back."""
    Erasure.objects.filter(at__lt=at - KEPT).delete()
