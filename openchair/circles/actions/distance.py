"""Some distance from someone at one table: by one press, undone by one press, and nobody is told."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openchair.circles import policy
from openchair.circles.actions.beside import walk_no_more
from openchair.circles.actions.holding import hold_the_table
from openchair.circles.models import Distance, Seat
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account


@transaction.atomic
def keep_distance(actor: Account, seat: Seat, other: Seat, *, at: datetime) -> Distance:
    """Twice is once. Whoever walked beside the other puts that down: they read no more than that."""
    hold_the_table(seat.circle_id)
    if reason := policy.why_not_keep_distance(seat, other):
        raise Refusal(reason)
    walk_no_more(actor, seat, other.account_id)
    row, _made = Distance.objects.for_viewer(actor).get_or_create(
        circle_id=seat.circle_id, by=actor, of_id=other.account_id, defaults={"since": at}
    )
    return row


@transaction.atomic
def no_more_distance(actor: Account, seat: Seat, other: UUID) -> None:
    rows = Distance.objects.for_viewer(actor).filter(circle=seat.circle_id, by=actor)
    rows.filter(of=other).delete()
