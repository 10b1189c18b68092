"""Chairs drawn out, so that it can be seen that there is room."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from openchair.circles import policy
from openchair.circles.actions.holding import hold_the_table, seat_of, taken_places
from openchair.circles.models import Circle, OpenChair, Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean, within_a_sentence
from openchair.people.models import Account
from openchair.people.queries import names_of


@transaction.atomic
def set_out_chair(actor: Account, seat: Seat, *, words: str, at: datetime) -> OpenChair:
    """For anyone who needs it, or in the actor's own words."""
    _may_set_out(seat, at)
    words = clean(words).strip() or _("for anyone who needs it")
    return OpenChair.objects.for_viewer(actor).create(
        circle_id=seat.circle_id, words=words, set_out_at=at
    )


@transaction.atomic
def keep_chair(actor: Account, seat: Seat, left: Seat, *, at: datetime) -> OpenChair:
    """Kept for someone who left with the door open. Twice is once; nobody else sits down on it."""
    kept = OpenChair.objects.for_viewer(actor).filter(circle=seat.circle_id)
    if chair := kept.filter(kept_for=left.account_id).first():
        return chair
    _may_set_out(seat, at)
    if left.circle_id != seat.circle_id or left.state != SeatState.LEFT:
        raise Refusal(_("They sit here already, or have gone on."))
    name = names_of(actor, [left.account_id]).get(left.account_id, "")
    return OpenChair.objects.for_viewer(actor).create(
        circle_id=seat.circle_id,
        words=_("kept for %(name)s") % {"name": within_a_sentence(name)},
        kept_for_id=left.account_id,
        set_out_at=at,
    )


def why_not_set_out(seat: Seat, circle: Circle, *, at: datetime) -> str | None:
    """Also for a page that shows the sentence instead of the way there."""
    return policy.why_not_set_out_chair(seat, circle, taken_places(circle, at=at))


def _may_set_out(seat: Seat, at: datetime) -> None:
    if reason := why_not_set_out(seat, hold_the_table(seat.circle_id), at=at):
        raise Refusal(reason)


@transaction.atomic
def take_in_chair(actor: Account, chair: OpenChair) -> None:
    if reason := policy.why_not_change_table(seat_of(actor, chair.circle_id)):
        raise Refusal(reason)
    chair.delete()


def sit_on_a_chair_set_out(circle: Circle) -> None:
    """Someone new sits down on the chair that has stood longest, where one was set out for anyone."""
    with acting_for_the_house("taking a seat"):
        free = OpenChair.objects.filter(circle=circle.pk, kept_for=None)
        if chair := free.order_by("set_out_at", "pk").first():
            chair.delete()
