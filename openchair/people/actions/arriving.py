from datetime import datetime, time

from django.db import transaction

from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people import policy
from openchair.people.models import Account, Person


@transaction.atomic
def arrive(
    *,
    name: str,
    adult: bool,
    night_from: time,
    night_until: time,
    zone: str,
    at: datetime,
    language: str = "",
    email: str | None = None,
) -> Account:
    """A new account with its person. Raises Refusal when the name is empty or the age is not said."""
    name = clean(name).strip()
    if sentence := policy.why_not_arrive(adult=adult, name=name):
        raise Refusal(sentence)
    account = Account.objects.create(email=email)
    Person.objects.for_viewer(account).create(
        account=account,
        name=name,
        adult_said_at=at,
        night_from=night_from,
        night_until=night_until,
        zone=zone,
        language=language,
    )
    return account
