"""From a letter in the hand to a seat at a table."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, TypedDict

from django.db import transaction

from openchair.circles.actions import accept
from openchair.circles.models import Seat
from openchair.pathways.actions import use_first_link
from openchair.people.actions import arrive
from openchair.people.models import Account


class FourThings(TypedDict):
    """What arriving asks; the agreement is said yes to by arriving."""

    name: str
    adult: bool
    night_from: time
    night_until: time
    zone: str


@transaction.atomic
def arrive_by_letter(
    token: str, said: FourThings, *, language: str, at: datetime
) -> tuple[Account, Seat]:
    """A new account, its person and its seat, or nothing of it.

    Raises Refusal when the letter is no longer open, or one of the four things is missing.
    """
    account = arrive(**said, language=language, at=at)
    return account, accept(account, token, at=at)


@transaction.atomic
def arrive_by_first_link(place: str, said: FourThings, *, language: str, at: datetime) -> Account:
    """A new account, and the host's link is used; or nothing of it. Raises Refusal when it was before."""
    use_first_link(place, at=at)
    return arrive(**said, language=language, at=at)


def four_things(cleaned: Mapping[str, Any], house_zone: str) -> FourThings:
    return FourThings(
        name=cleaned["name"],
        adult=cleaned["adult"],
        night_from=cleaned["night_from"],
        night_until=cleaned["night_until"],
        zone=cleaned["zone"] or house_zone,
    )
