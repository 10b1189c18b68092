"""Someone who had no account here arrives for a duty."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from openchair.house import actions
from openchair.house.queries import the_house
from openchair.people.actions import arrive
from openchair.people.models import Account


@transaction.atomic
def arrive_for_duty(token: str, said: Mapping[str, Any], language: str, at: datetime) -> Account:
    """A new account with its duty, or nothing of it. Raises Refusal when the address is closed."""
    house = the_house()
    account = arrive(
        name=said["name"],
        adult=said["adult"],
        night_from=said["night_from"],
        night_until=said["night_until"],
        zone=said["zone"] or (house.zone if house else "UTC"),
        language=language,
        at=at,
    )
    actions.take(account, token, shown_as=said["shown_as"], at=at)
    return account
