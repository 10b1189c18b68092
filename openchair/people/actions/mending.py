"""A lost mailbox, mended: noticed for two days, and proved by the new address itself."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people import policy
from openchair.people.actions.addresses import set_address, tell_every_browser
from openchair.people.models import Account, Mending
from openchair.people.models.addresses import PROVED_WITHIN, TWO_DAYS

MENDING = "mending a lost mailbox"


@transaction.atomic
def mend(actor: Account, *, lost: str, address: str, at: datetime) -> None:
    """`actor` greets people here and knows whose mailbox `lost` was; they gave `address`.

    Says nothing about who has which address: where nobody has `lost`, nothing happens, silently.
    Raises Refusal for one's own.
    """
    if sentence := policy.why_not_mend(actor, lost):
        raise Refusal(sentence)
    account = Account.objects.filter(email__iexact=lost).first()
    with acting_for_the_house(MENDING):
        if account is None or Mending.objects.filter(account=account).exists():
            return
        mending = Mending.objects.create(
            account=account, by=actor, address=address.lower(), asked_at=at
        )
    tell_every_browser(account, until=at + TWO_DAYS)
    letters.write_to_stranger(Kind.SECURITY, about=mending.pk, at=at)


@transaction.atomic
def call_off(mending_id: UUID) -> None:
    """From the old mailbox, or by whoever is signed in. Twice is once."""
    with acting_for_the_house(MENDING):
        Mending.objects.filter(pk=mending_id, written_at=None).delete()


@transaction.atomic
def write_to_new_addresses(at: datetime) -> None:
    """Where nobody called it off for two days, the new address is asked to prove itself."""
    with acting_for_the_house(MENDING):
        for mending in Mending.objects.filter(asked_at__lte=at - TWO_DAYS, written_at=None):
            mending.written_at = at
            mending.save(update_fields=["written_at"])
            letters.write_to_stranger(Kind.SECURITY, about=mending.pk, at=at)


@transaction.atomic
def prove_mended(mending_id: UUID, *, at: datetime) -> None:
    """Whoever reads at the new address pressed here. Raises Refusal when it is too early or too late,
    or the address opens another seat."""
    with acting_for_the_house(MENDING):
        mending = Mending.objects.exclude(written_at=None).filter(pk=mending_id).first()
        if mending is None or not mending.is_open(at):
            raise Refusal(_("This can no longer be used. Talk once more to whoever helped you."))
        account = Account.objects.get(pk=mending.account_id)
        if not set_address(account, mending.address):
            raise Refusal(_("This address opens another seat here already. Sign in with it."))
        mending.delete()


def forget_old_mendings(at: datetime) -> None:
    """What nobody proved within a fortnight is let go."""
    with acting_for_the_house(MENDING):
        Mending.objects.filter(asked_at__lte=at - TWO_DAYS - PROVED_WITHIN).delete()
