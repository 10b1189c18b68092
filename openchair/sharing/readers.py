"""Who may read what was not said to the whole table (I-3)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from openchair.circles.models import INSIDE, Seat
from openchair.people.models import Account
from openchair.sharing.models import Audience, Reader, Share


def may_be_chosen(actor: Account, seat: Seat) -> list[Seat]:
    """Whom one can say something to by name. A visitor reads what is said to all."""
    return [one for one in around(actor, seat) if one.pk != seat.pk and not one.is_visitor]


def around(actor: Account, seat: Seat) -> Iterable[Seat]:
    """As the door read them, where it did."""
    if "around" in vars(seat):
        return seat.around
    return Seat.objects.for_viewer(actor).filter(circle=seat.circle_id, state__in=INSIDE)


def chosen_here(
    actor: Account, seat: Seat, audience: Audience, readers: Collection[UUID]
) -> list[Seat]:
    """Of those named in a form, the seats of whoever can be chosen."""
    if audience != Audience.CHOSEN:
        return []
    return [one for one in may_be_chosen(actor, seat) if one.account_id in readers]


def chosen_last(actor: Account, seat: Seat) -> set[UUID]:
    """To whom this person last said something by name here."""
    mine = Share.objects.for_viewer(actor).filter(author=actor, circle=seat.circle_id)
    last = mine.filter(audience=Audience.CHOSEN).order_by("-said_at").values("pk")[:1]
    rows = Reader.objects.for_viewer(actor).filter(
        share__in=list(last.values_list("pk", flat=True))
    )
    return set(rows.values_list("account", flat=True))


def readers_of(viewer: Account, shares: Iterable[Share]) -> dict[UUID, list[Reader]]:
    """By share, those chosen by name whom the reader may know of."""
    by_name = [share.pk for share in shares if share.audience == Audience.CHOSEN]
    rows: dict[UUID, list[Reader]] = {}
    for row in Reader.objects.for_viewer(viewer).filter(share__in=by_name):
        rows.setdefault(row.share_id, []).append(row)
    return rows


def choose(actor: Account, share: Share, chosen: Mapping[UUID, datetime]) -> None:
    """These by name, and nobody else. By account, since when they may read it."""
    rows = Reader.objects.for_viewer(actor).filter(share=share.pk)
    rows.exclude(account__in=chosen).delete()
    there = set(rows.values_list("account", flat=True))
    for account, since in chosen.items():
        if account not in there:
            Reader.objects.for_viewer(actor).create(share=share, account_id=account, since=since)
