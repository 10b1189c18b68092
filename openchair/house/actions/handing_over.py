"""Asking one person to take a duty, by an address that works once."""

import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction

from openchair.house import policy
from openchair.house.actions.duties import give_duty, show_names, tell_stewards
from openchair.house.actions.events import note
from openchair.house.actions.founding import only_one_at_a_time, said_of_the_house
from openchair.house.models import Duty, EventKind, HandOver, Role
from openchair.house.queries import duties_of, hashed
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account

OPEN_FOR = timedelta(days=14)


@transaction.atomic
def ask(actor: Account, duty: Duty, *, at: datetime) -> HandOver:
    """A new address to pass on. It ends the one this steward made for the same duty before."""
    if sentence := policy.why_not_ask(actor):
        raise Refusal(sentence)
    mine = HandOver.objects.for_viewer(actor)
    mine.filter(duty=duty).delete()
    token = secrets.token_urlsafe(24)
    note(EventKind.DUTY_ASKED, at=at, duty=duty)
    return mine.create(
        by=actor,
        duty=duty,
        token=token,
        token_hash=hashed(token),
        asked_at=at,
        lapses_at=at + OPEN_FOR,
    )


@transaction.atomic
def take_back(actor: Account, handover: HandOver) -> None:
    HandOver.objects.for_viewer(actor).filter(pk=handover.pk).delete()


class Asked(NamedTuple):
    """What stands in the letter: the duty, and who asks."""

    handover: HandOver
    asker: str

    @property
    def duty(self) -> Duty:
        return Duty(self.handover.duty)


def open_letter(token: str, *, at: datetime) -> Asked:
    """What was asked, for whoever holds the address. Raises Refusal where it is no longer open.

    It ends with the duty of the steward who asked.
    """
    with acting_for_the_house("opening what a duty asks"):
        found = HandOver.objects.filter(token_hash=hashed(token), lapses_at__gt=at).first()
        roles = Role.objects.filter(account=found.by_id if found else None, duty=Duty.STEWARD)
        asker = roles.first()
    if found is None or asker is None:
        raise Refusal(policy.letter_is_closed(), status=404)
    return Asked(found, asker.shown_as)


@transaction.atomic
def take(actor: Account, token: str, *, shown_as: str, at: datetime) -> Role:
    """A yes: the duty is theirs, and the address ends. Raises Refusal."""
    only_one_at_a_time()
    asked = open_letter(token, at=at)
    duty = asked.duty
    if sentence := policy.why_not_take(duties_of(actor), duty):
        raise Refusal(sentence)
    role = give_duty(actor, duty, since=at.date(), shown_as=shown_as)
    with acting_for_the_house("opening what a duty asks"):
        HandOver.objects.filter(pk=asked.handover.pk).delete()
    if duty == Duty.EAR:
        said_of_the_house(no_independent_person=False)
    show_names(duty)
    tell_stewards(note(EventKind.DUTY_GIVEN, at=at, duty=duty, concerns=actor), at)
    return role
