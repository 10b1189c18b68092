"""Who should know of words and answers. Delivery decides when, and by which channel."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from openchair.circles.models import CircleKind, Seat
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.people.models import Account
from openchair.sharing.models import Answer, Audience, Share
from openchair.sharing.readers import around


def said(actor: Account, seat: Seat, share: Share, *, to: Collection[UUID], at: datetime) -> None:
    """Whoever was chosen by name hears of it; at a table for two, the other one. At larger tables
    nobody is called to read what is said to all."""
    if share.audience == Audience.CIRCLE and seat.circle.kind == CircleKind.PAIR:
        to = [one.account_id for one in around(actor, seat) if one.account_id != actor.pk]
    for other in to:
        letters.write(Account(pk=other), Kind.SOMETHING, about=share.pk, at=at)


def widened(actor: Account, share: Share, *, at: datetime) -> None:
    """Whoever answered while fewer could read it is asked whether that may go along; one letter each."""
    rows = Answer.objects.for_viewer(actor).filter(share=share.pk).exclude(author=actor)
    standing = rows.filter(taken_back_at__isnull=True, put_away_at__isnull=True)
    first = {row.author_id: row.pk for row in standing}
    for author, about in first.items():
        letters.write(Account(pk=author), Kind.SOMETHING, about=about, at=at)


def answered(actor: Account, share: Share, *, about: UUID, at: datetime) -> None:
    """The writer hears that there is something; never from whom, or what, outside the house."""
    if share.author is not None and share.author_id != actor.pk:
        letters.write(share.author, Kind.SOMETHING, about=about, at=at)
