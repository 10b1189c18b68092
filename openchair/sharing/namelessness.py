"""Words that stay at a table without the name of whoever said them: as said by someone who sat here.

spec/model.md 5.7, "On leaving". They remain their writer's, who reads, takes along and erases them as
before; nobody else reads from whom they are, and the name does not come back.
"""

from collections.abc import Container, Iterable, Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.sharing.models import Answer, Audience, Offer, Share


@transaction.atomic
def take_name_off(account: Account, circle_id: UUID) -> None:
    """From all they said and answered at this table. What only they can read stays as it is."""
    here = Share.objects.filter(circle=circle_id)
    with acting_for_the_house("taking a name off words"):
        said = here.filter(author=account.pk, nameless=False).exclude(audience=Audience.ONLY_ME)
        said.update(nameless=True)
        answered = Answer.objects.filter(author=account.pk, share__in=here.values("pk"))
        answered.filter(nameless=False).update(nameless=True)
        Offer.objects.filter(by=account.pk, share__in=here.values("pk")).delete()


def name_on(row: Share | Answer, names: Mapping[UUID, str]) -> str | None:
    """As anybody but its writer reads it, where they may read a name; None where they may not."""
    if row.nameless:
        return someone_who_sat_here()
    return names.get(row.author_id) if row.author_id else None


def named(rows: Iterable[Share | Answer]) -> set[UUID]:
    """Whose names are to be read for these rows."""
    return {row.author_id for row in rows if row.author_id and not row.nameless}


def is_by_one_of(accounts: Container[UUID], row: Share | Answer) -> bool:
    """As anybody may know: of words without a name, nobody knows whose they are."""
    return row.author_id is not None and not row.nameless and row.author_id in accounts


def someone_who_sat_here() -> str:
    return _("Someone who sat here")
