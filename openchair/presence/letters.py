"""How someone hears that company is wanted: in a mail without content, name or table (I-10)."""

from datetime import datetime
from uuid import UUID

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.people.models import Account


def call(to: UUID, *, about: UUID, nights: bool, now_night: bool, at: datetime) -> None:
    """At once. `nights`: they said yes to being woken (I-11 b); all others hear by day alone."""
    kind = Kind.WAKE_CALL if now_night else Kind.COMPANY_CALL
    write = letters.write_even_at_night if nights else letters.write
    write(Account(pk=to), kind, about=about, at=at)


def something(to: UUID, *, about: UUID, at: datetime) -> None:
    """That there is something inside, and nothing of it: one is worried, answered, or asked to look in."""
    letters.write(Account(pk=to), Kind.SOMETHING, about=about, at=at)
