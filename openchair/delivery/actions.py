"""What a person does with letters: reading them inside, and choosing which may be mailed."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models.functions import Coalesce

from openchair.delivery.fewer import Wish
from openchair.delivery.kinds import ALWAYS, Kind
from openchair.delivery.models import Letter, Unreached, Unwanted
from openchair.kernel.guard import Viewer, acting_for_the_house


@transaction.atomic
def mark_read(actor: Viewer, *letters: Letter, at: datetime) -> None:
    """They have seen these; no mail about them will follow. The first time counts.

    Raises Letter.DoesNotExist, and marks nothing, where one is not theirs.
    """
    theirs = Letter.objects.for_viewer(actor).filter(pk__in=[letter.pk for letter in letters])
    if theirs.update(read_at=Coalesce("read_at", at)) < len(letters):
        raise Letter.DoesNotExist


@transaction.atomic
def choose_mail(
    actor: Viewer, wanted: Iterable[Kind], *, among: Iterable[Kind], at: datetime
) -> None:
    """Of the kinds `among`, these are mailed to them from now on and the others are not."""
    wanted, among = set(wanted), set(among) - ALWAYS
    Unwanted.objects.for_viewer(actor).filter(kind__in=wanted).delete()
    off = [Unwanted(to_id=actor.pk, kind=kind, since=at) for kind in sorted(among - wanted)]
    Unwanted.objects.for_viewer(actor).bulk_create(off, ignore_conflicts=True)


def try_address_again(actor: Viewer) -> None:
    """They say that their mailbox is there again."""
    Unreached.objects.for_viewer(actor).filter(to=actor.pk).delete()


@transaction.atomic
def grant(wish: Wish, *, at: datetime) -> None:
    """The wish that came in the address of a mail. Nothing happens where the account is gone."""
    with acting_for_the_house("stopping mail as asked"):
        if get_user_model().objects.filter(pk=wish.account).exists():
            off = [Unwanted(to_id=wish.account, kind=kind, since=at) for kind in wish.kinds]
            Unwanted.objects.bulk_create(off, ignore_conflicts=True)
