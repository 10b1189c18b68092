import secrets
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import transaction

from openchair.house import policy, steps
from openchair.house.actions.events import note
from openchair.house.models import EventKind, House, HouseState, SetUpAddress
from openchair.house.queries import hashed, held
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account


def found(**fields: object) -> House:
    """Make the house, open at once, or change what is said about it."""
    made = {"state": HouseState.OPEN} | fields
    house, _made = House.objects.update_or_create(id=1, defaults=fields, create_defaults=made)
    forget_what_was_read()
    return house


def begin() -> House:
    """The house of an empty folder: there, and not open."""
    house, _made = House.objects.get_or_create(id=1)
    forget_what_was_read()
    return house


def forget_what_was_read() -> None:
    """Now, for this thread; and once it is committed, for another that read the old in between."""
    cache.delete("house")
    transaction.on_commit(lambda: cache.delete("house"))


def only_one_at_a_time() -> House:
    """Whoever changes who does what waits here for the other. To be called in a transaction."""
    return House.objects.select_for_update().get(id=1)


@transaction.atomic
def new_address(at: datetime) -> str:
    """The secret of a new set-up address, which ends those before it; empty once the house is open."""
    if not begin().is_setting_up:
        return ""
    SetUpAddress.objects.filter(ended_at=None).update(ended_at=at)
    secret = secrets.token_urlsafe(24)
    SetUpAddress.objects.create(hash=hashed(secret), made_at=at)
    return secret


@transaction.atomic
def open_house(actor: Account, *, at: datetime) -> House:
    """Everybody may come in from now on. Raises Refusal while something is missing; twice is once."""
    house = only_one_at_a_time()
    if not house.is_setting_up:
        return house
    if sentence := policy.why_not_open(actor, steps.look(house, at.date()), held()):
        raise Refusal(sentence)
    SetUpAddress.objects.filter(ended_at=None).update(ended_at=at)
    note(EventKind.HOUSE_OPENED, at=at)
    return found(state=HouseState.OPEN)


def said_of_the_house(**fields: Any) -> House:
    """As `found`, for those who come behind a policy; the house is there already."""
    House.objects.filter(id=1).update(**fields)
    forget_what_was_read()
    return House.objects.get(id=1)
