from datetime import datetime

from django.db import transaction

from openchair.circles import policy
from openchair.circles.actions.holding import hold_the_table
from openchair.circles.actions.inviting import invite
from openchair.circles.actions.sitting import take_seat
from openchair.circles.cloths import Cloth, next_cloth
from openchair.circles.kinds import brought_by
from openchair.circles.models import Circle, CircleKind, CircleState, Invitation, Seat
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account


@transaction.atomic
def start_with_one(
    actor: Account,
    *,
    name: str,
    sentence: str,
    invitee: str = "",
    kind: CircleKind = CircleKind.PAIR,
    purpose: str = "",
    at: datetime,
) -> tuple[Circle, Invitation]:
    """A table for two tonight (AS-07), or the first two of a larger one: the table, and the one letter
    to pass on. Without a `purpose` of its own the sentence in the letter is what the table is for.

    Raises Refusal when the name or the sentence is empty.
    """
    name, sentence = clean(name).strip(), clean(sentence).strip()
    purpose = clean(purpose).strip() or sentence
    if reason := policy.why_not_start(name, sentence):
        raise Refusal(reason)
    cloth = next_cloth(Seat.objects.for_viewer(actor).filter(account=actor).count())
    circle = gather(actor, name=name, purpose=purpose, kind=kind, cloth=cloth, at=at)
    return circle, invite(actor, circle, invitee=invitee, words=sentence, at=at)


@transaction.atomic
def gather(
    actor: Account,
    *,
    name: str,
    purpose: str,
    kind: CircleKind,
    cloth: Cloth,
    at: datetime,
    state: CircleState = CircleState.FOUNDING,
) -> Circle:
    """A new table with its first seat, and what its kind brings along."""
    defaults = brought_by(kind).defaults
    with acting_for_the_house("founding a table"):
        circle = Circle.objects.create(
            name=name,
            purpose=purpose,
            kind=kind,
            cloth=cloth,
            state=state,
            founded_at=at,
            seats_most=defaults.seats_most,
            openness=defaults.openness,
        )
        take_seat(actor, circle.pk, at=at)
    return Circle.objects.for_viewer(actor).get(pk=circle.pk)


@transaction.atomic
def begin_gathering(actor: Account, seat: Seat) -> Circle:
    """A founding table says that it is one, before its sixth seat. Twice is once."""
    circle = hold_the_table(seat.circle_id)
    if circle.state == CircleState.GATHERING:
        return circle
    if reason := policy.why_not_gather(seat, circle):
        raise Refusal(reason)
    circle.state = CircleState.GATHERING
    with acting_for_the_house("founding a table"):
        circle.save(update_fields=["state"])
    return circle
