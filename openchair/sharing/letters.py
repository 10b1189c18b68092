"""Who should know of words and answers. Delivery decides when, and by which channel."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from openchair.circles.models import INSIDE, CircleKind, Seat
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.people.models import Account
from openchair.sharing.models import Audience, Share


def said(actor: Account, seat: Seat, share: Share, *, at: datetime) -> None:
    """At a table for two the other one hears of it. At larger tables nobody is called to read."""
    if share.audience != Audience.CIRCLE or seat.circle.kind != CircleKind.PAIR:
        return
    for other in _around(actor, seat):
        if other.account_id != actor.pk:
            letters.write(Account(pk=other.account_id), Kind.SOMETHING, about=share.pk, at=at)


def _around(actor: Account, seat: Seat) -> Iterable[Seat]:
    """As the door read them, where it did."""
    if "around" in vars(seat):
        return seat.around
    return Seat.objects.for_viewer(actor).filter(circle=seat.circle_id, state__in=INSIDE)


def answered(actor: Account, share: Share, *, about: UUID, at: datetime) -> None:
    """The writer hears that there is something; never from whom, or what, outside the house."""
    if share.author is not None and share.author_id != actor.pk:
        letters.write(share.author, Kind.SOMETHING, about=about, at=at)
