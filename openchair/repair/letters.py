"""Who should know of a letter. Never what stands in it, nor that it is one of these."""

from datetime import datetime
from uuid import UUID

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.people.models import Account


def tell(account_id: UUID | None, *, about: UUID, at: datetime) -> None:
    """The other one of a letter hears that there is something."""
    if account_id is not None:
        letters.write(Account(pk=account_id), Kind.SOMETHING, about=about, at=at)
