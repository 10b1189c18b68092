"""A letter mailed once, at the wish of whoever wrote it, and as their own."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from openchair.circles import policy
from openchair.circles.actions.holding import is_kept_apart
from openchair.circles.actions.keeping_apart import address_mark, is_never_seated_with
from openchair.circles.models import INSIDE, Invitation, NeverWith, PassedBy, Seat
from openchair.delivery import letters
from openchair.delivery.kinds import Kind
from openchair.delivery.reaching import switched_off
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account

MONTH = timedelta(days=30)


@transaction.atomic
def mail_letter(
    actor: Account, invitation: Invitation, *, address: str, at: datetime
) -> Invitation:
    """Once. Who is behind the address is not looked at here: a page cannot tell what is never asked.

    Raises Refusal. The address lies with the mail alone, sealed, and goes with it.
    """
    held = Invitation.objects.for_viewer(actor).select_for_update().get(pk=invitation.pk)
    if held.passed_by == PassedBy.MAIL:
        return held
    if reason := why_not_mail(actor, held, at=at):
        raise Refusal(reason)
    held.passed_by = PassedBy.MAIL
    held.save(update_fields=["passed_by"])
    letters.write_once_to(address, Kind.INVITATION, about=held.pk, at=at)
    return held


def why_not_mail(actor: Account, invitation: Invitation, *, at: datetime) -> str | None:
    mine = Invitation.objects.for_viewer(actor).filter(inviter=actor, passed_by=PassedBy.MAIL)
    return policy.why_not_mail(
        invitation,
        at,
        sends=bool(settings.OPENCHAIR.mail_host or settings.OPENCHAIR.demo),
        lately=mine.filter(written_at__gt=at - MONTH).count(),
    )


def may_be_mailed_to(address: str, invitation: Invitation) -> bool:
    """Asked when it is sent. Nobody learns of a no: not whoever wrote, and not who lives there.

    No, where somebody behind this address and somebody who sits there are kept apart, or where they
    want no such mail.
    """
    with acting_for_the_house("keeping people apart"):
        there = Seat.objects.filter(circle=invitation.circle_id, state__in=INSIDE).values("account")
        listed = NeverWith.objects.filter(account__in=there, address_mark=address_mark(address))
        behind = Account.objects.filter(email__iexact=address.strip()).first()
        if listed.exists() or behind is None:
            return not listed.exists()
        return not (
            is_kept_apart(behind.pk, invitation.circle_id)
            or is_never_seated_with(behind.pk, invitation.circle_id)
            or Kind.INVITATION in switched_off(behind)
        )
