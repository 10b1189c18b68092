"""Hiding words for all but their writer, and looking at it independently (spec/model.md 5.6.7).

Whoever looks after the table hides; the writer reads who did and why; a listener can undo it, and so can
whoever hid it. Nothing of the words goes to anyone (docs/decisions/0089).
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openchair.circles.actions import seat_of
from openchair.circles.actions.holding import willing_keepers
from openchair.circles.policy import why_not_pause_anyone
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.house.models import Duty
from openchair.house.queries import has_duty, holders
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account
from openchair.sharing import policy
from openchair.sharing.models import Answer, Hidden, Share


def why_not_here(actor: Account, share: Share, *, at: datetime) -> str | None:
    """Before anything is chosen: whether the actor looks after the table where this was said."""
    keepers = willing_keepers(share.circle_id, at=at)
    return why_not_pause_anyone(seat_of(actor, share.circle_id), keepers)


@transaction.atomic
def hide(
    actor: Account, share: Share, answer: Answer | None = None, *, note: str, at: datetime
) -> Hidden:
    """The share; or this answer under it. Its writer hears why, and listeners hear of it. Twice is once."""
    said = answer or share
    if reason := why_not_here(actor, share, at=at) or policy.why_not_hide(actor, said, note):
        raise Refusal(reason)
    more = {"circle_id": share.circle_id, "account_id": said.author_id, "by": actor, "note": note}
    with acting_for_the_house("hiding words"):
        row, made = Hidden.objects.get_or_create(
            share_id=share.pk,
            answer=answer.pk if answer else None,
            defaults=more | {"said_at": share.said_at, "hidden_at": at},
        )
    if row.undone_at is not None:
        raise Refusal(policy.was_let_stand())
    if made:
        _tell(row, at)
    return row


def _tell(row: Hidden, at: datetime) -> None:
    listeners = [one for one in holders(Duty.EAR) if one.pk not in (row.account_id, row.by_id)]
    told = [Account(pk=row.account_id), *listeners]
    letters.write_to_each(told, Kind.SOMETHING, about=row.pk, at=at)


@transaction.atomic
def undo_hiding(actor: Account, row: Hidden, *, at: datetime) -> None:
    """The words are there again. What a listener let stand is not hidden a second time."""
    listens = has_duty(actor, Duty.EAR)
    if reason := policy.why_not_undo_hiding(actor, row, listens=listens):
        raise Refusal(reason)
    with acting_for_the_house("hiding words"):
        rows = Hidden.objects.filter(pk=row.pk)
        if row.by_id == actor.pk:
            rows.delete()
        else:
            rows.update(undone_at=at)


def forget_hidden(**which: UUID | None) -> None:
    """Where the words went, there is nothing to hide any more."""
    with acting_for_the_house("hiding words"):
        Hidden.objects.filter(**which).delete()
