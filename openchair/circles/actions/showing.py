"""What a table tells of itself to people who do not sit there. It is hidden until someone there says so."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from openchair.circles import policy
from openchair.circles.actions.holding import willing_keepers
from openchair.circles.models import INSIDE, Card, Circle, Seat, ShownTo
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account

REACH = {"": 0, ShownTo.HOUSE: 1, ShownTo.VISITORS: 2}
"""How far a card is seen."""


@transaction.atomic
def show_card(
    actor: Account, seat: Seat, *, shown_to: str, said: Mapping[str, str], at: datetime
) -> Card | None:
    """The card as it stands from now on, or none: then the table is hidden. `said`: its words.

    Whoever else sits there is told when more people can see it than before. Raises Refusal.
    """
    circle = seat.circle
    if sentence := why_not_change_card(actor, seat, at=at):
        raise Refusal(sentence)
    card = Card.objects.for_viewer(actor).filter(circle=circle.pk).first()
    before = card.shown_to if card else ""
    if not shown_to:
        if card:
            card.delete()
        return None
    card = _write(actor, card, circle, dict(said) | {"shown_to": shown_to, "changed_at": at})
    if REACH[shown_to] > REACH[before]:
        _tell_the_others(actor, card, at)
    return card


def why_not_change_card(actor: Account, seat: Seat, *, at: datetime) -> str | None:
    return policy.why_not_change_card(seat, willing_keepers(seat.circle_id, at=at))


def _write(actor: Account, card: Card | None, circle: Circle, said: Any) -> Card:
    if card is None:
        return Card.objects.for_viewer(actor).create(circle_id=circle.pk, **said)
    for name, value in said.items():
        setattr(card, name, value)
    card.save()
    return card


def _tell_the_others(actor: Account, card: Card, at: datetime) -> None:
    """What is shown of a table is shown of everybody there."""
    seats = Seat.objects.for_viewer(actor).filter(circle=card.circle_id, state__in=INSIDE)
    others = seats.exclude(account=actor.pk)
    letters.write_to_each([seat.account for seat in others], Kind.SOMETHING, about=card.pk, at=at)
