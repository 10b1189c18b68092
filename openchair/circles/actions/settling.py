"""When it is due, whoever named someone hears: ready, or not now. Nothing else, whatever the reason was."""

from datetime import datetime

from django.db import transaction

from openchair.circles.actions.asked_in_private import stands_in_the_way, still_asked
from openchair.circles.actions.calling_hosts import call_a_host_if_probing
from openchair.circles.actions.holding import hold_the_table
from openchair.circles.actions.inviting import LASTS
from openchair.circles.actions.naming import draw_when_due
from openchair.circles.models import (
    MOST_SEATS,
    Circle,
    CircleKind,
    Invitation,
    InvitationState,
    Naming,
    NamingState,
)
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account


def settle_namings(at: datetime) -> None:
    """By the clock. Each in a transaction of its own, so that one table never waits for another."""
    with acting_for_the_house("asking in private"):
        asked = Naming.objects.filter(state=NamingState.ASKING).order_by("asked_at", "pk")
        waiting = list(asked.values_list("pk", "circle"))
    for naming_id, circle_id in waiting:
        with transaction.atomic():
            circle = hold_the_table(circle_id)
            with acting_for_the_house("asking in private"):
                naming = Naming.objects.select_for_update().get(pk=naming_id)
                _look_at(naming, circle, at)


def _look_at(naming: Naming, circle: Circle, at: datetime) -> None:
    if naming.state != NamingState.ASKING:
        return
    if still_asked(naming):  # someone came back from resting, or changed what they left
        naming.due_at = None
        naming.save(update_fields=["due_at"])
        return
    draw_when_due(naming, circle, at)
    if naming.due_at is not None and naming.due_at <= at:
        _settle(naming, circle, at)


def _settle(naming: Naming, circle: Circle, at: datetime) -> None:
    """The same rows are written for either outcome, and the same letter."""
    ready = not stands_in_the_way(naming, circle)
    naming.state = NamingState.READY if ready else NamingState.NOT_NOW
    naming.settled_at = at
    naming.save(update_fields=["state", "settled_at"])
    letter = InvitationState.READY if ready else InvitationState.NOT_POSSIBLE
    rows = Invitation.objects.filter(naming=naming.pk, state=InvitationState.DRAFTED)
    rows.update(state=letter, lapses_at=at + LASTS)
    if ready and circle.is_pair:
        _becomes_a_table(circle)
    by = Account.objects.get(pk=naming.by_id)
    letters.write(by, Kind.SOMETHING, about=naming.pk, at=at)
    call_a_host_if_probing(by, at=at)


def _becomes_a_table(circle: Circle) -> None:
    """Two people make room for a third: both said yes to it, one by naming and one when asked."""
    circle.kind, circle.seats_most = CircleKind.FRIENDS, MOST_SEATS
    circle.save(update_fields=["kind", "seats_most"])
