"""The address for coming back, and the two days in which a change of it can be undone."""

from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account, AddressChange, Passkey, RecoveryCode, Session
from openchair.people.models.addresses import TWO_DAYS

FORGETTING = "forgetting old addresses"
UNDOING = "undoing a change of address"


@transaction.atomic
def give_address(actor: Account, address: str, *, at: datetime) -> bool:
    """The address a sign-in code can be sent to, once its owner has shown that it is theirs.

    False when another account already has it; nothing is changed then. The address before hears of
    it, and can undo it for two days.
    """
    before = actor.email
    if not set_address(actor, address):
        return False
    if before and before != address:
        _let_it_be_undone(actor, before, at)
    return True


def set_address(actor: Account, address: str) -> bool:
    """False when another account already has it."""
    if Account.objects.filter(email__iexact=address).exclude(pk=actor.pk).exists():
        return False
    actor.email = address
    actor.save(update_fields=["email"])
    EmailAddress.objects.filter(user=actor).delete()
    EmailAddress.objects.create(user=actor, email=address, verified=True, primary=True)
    return True


def _let_it_be_undone(actor: Account, before: str, at: datetime) -> None:
    """By the address that stood there first: a second change within the days does not shut it out."""
    changes = AddressChange.objects.for_viewer(actor)
    first = changes.filter(account=actor, changed_at__gt=at - TWO_DAYS).first()
    if first:
        return
    changes.filter(account=actor).delete()
    change = changes.create(account=actor, before=before, changed_at=at)
    tell_every_browser(actor, until=at + TWO_DAYS)
    letters.write_to_stranger(Kind.SECURITY, about=change.pk, at=at)


def tell_every_browser(account: Account, *, until: datetime) -> None:
    account.told_until = until
    account.save(update_fields=["told_until"])


@transaction.atomic
def undo_address(change_id: UUID, *, at: datetime) -> None:
    """One press from the old mailbox: its address is back, and whoever came in since is out.

    Raises Refusal when the two days are over, or the old address opens another seat by now.
    """
    with acting_for_the_house(UNDOING):
        change = AddressChange.objects.filter(pk=change_id, changed_at__gt=at - TWO_DAYS).first()
        if change is None:
            raise Refusal(
                _("This can no longer be undone here. Talk to someone who greets people.")
            )
        account = Account.objects.get(pk=change.account_id)
        if not set_address(account, change.before):
            raise Refusal(_("This address opens another seat here by now. Sign in with it."))
        for model in (Passkey, RecoveryCode):
            model.objects.filter(account=account, made_at__gte=change.changed_at).delete()
        Session.objects.filter(account=account).delete()
        change.delete()


def forget_old_addresses(at: datetime) -> None:
    """Once the two days are over, the house forgets the address before."""
    with acting_for_the_house(FORGETTING):
        AddressChange.objects.filter(changed_at__lte=at - TWO_DAYS).delete()
