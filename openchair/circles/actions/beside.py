"""Someone beside a newcomer: offered by one press, put down by one press, over after six weeks."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from openchair.circles import policy
from openchair.circles.actions.holding import hold_the_table
from openchair.circles.distances import distant_anywhere
from openchair.circles.models import Beside, Seat
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account


@transaction.atomic
def walk_beside(actor: Account, seat: Seat, newcomer: Seat, *, at: datetime) -> Beside:
    """The newcomer reads it, and nobody else; so more than one may. Twice is once."""
    hold_the_table(seat.circle_id)
    distant = (seat.circle_id, newcomer.account_id) in distant_anywhere(actor)
    if reason := policy.why_not_walk_beside(seat, newcomer, distant=distant):
        raise Refusal(reason)
    rows = Beside.objects.for_viewer(actor).filter(circle=seat.circle_id, by=actor)
    if there := rows.filter(newcomer=newcomer.account_id).first():
        return there
    row = Beside.objects.for_viewer(actor).create(
        circle_id=seat.circle_id, newcomer_id=newcomer.account_id, by=actor, since=at
    )
    letters.write(newcomer.account, Kind.SOMETHING, about=row.pk, at=at)
    return row


@transaction.atomic
def walk_no_more(actor: Account, seat: Seat, newcomer: UUID) -> None:
    """Without a reason, and nobody is told: the line is no longer there."""
    rows = Beside.objects.for_viewer(actor).filter(circle=seat.circle_id, by=actor)
    rows.filter(newcomer=newcomer).delete()


def nobody_beside(account_id: UUID, circle_id: UUID) -> None:
    """Whoever leaves walks beside nobody there, and nobody beside them."""
    with acting_for_the_house("taking a seat"):
        theirs = Q(by=account_id) | Q(newcomer=account_id)
        Beside.objects.filter(theirs, circle=circle_id).delete()
