"""Who may read what was not said to the whole table, and what happens when that changes (I-3, I-4)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from openchair.circles.models import INSIDE, Seat
from openchair.people.models import Account
from openchair.sharing.models import Answer, Audience, Reader, Share


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


def let_read(
    actor: Account,
    share: Share,
    seats: Collection[Seat],
    audience: Audience,
    *,
    at: datetime,
) -> list[UUID]:
    """From now on these may read it. `seats`: of those chosen by name. Answers with whom of them it is
    new to. The row of the share is the caller's to save.

    To the whole table, `Reader` goes on saying who could read what was answered before.
    """
    was, newly = Audience(share.audience), list[UUID]()
    if audience != Audience.CIRCLE:
        could = _since_when(actor, share, seats, was)
        newly = [one.account_id for one in seats if one.account_id not in could]
        choose(actor, share, {one.account_id: could.get(one.account_id, at) for one in seats})
    if newly or audience == Audience.CIRCLE != was:
        share.widened_at = at
    share.audience = audience
    return newly


def _since_when(
    actor: Account, share: Share, seats: Iterable[Seat], was: Audience
) -> dict[UUID, datetime]:
    rows = Reader.objects.for_viewer(actor).filter(share=share.pk)
    could = {row.account_id: row.since for row in rows}
    if was != Audience.CIRCLE:
        return could
    since = share.widened_at or share.said_at
    sat = {one.account_id: since for one in seats if one.arrived_at <= since}
    return sat | could


def choose(actor: Account, share: Share, chosen: Mapping[UUID, datetime]) -> None:
    """These by name, and nobody else. By account, since when they may read it."""
    rows = Reader.objects.for_viewer(actor).filter(share=share.pk)
    rows.exclude(account__in=chosen).delete()
    there = set(rows.values_list("account", flat=True))
    for account, since in chosen.items():
        if account not in there:
            Reader.objects.for_viewer(actor).create(share=share, account_id=account, since=since)


def waits_behind(row: Answer, share: Share, readers: Iterable[Reader]) -> bool:
    """Whether some of those who read the words now do not read this answer under them (I-4)."""
    if share.widened_at is None or row.said_at >= share.widened_at:
        return False
    if row.carried_at is not None and row.carried_at >= share.widened_at:
        return False
    others = [one for one in readers if one.account_id != row.author_id]
    to_all = share.audience == Audience.CIRCLE
    return to_all or any(one.since > row.said_at for one in others)
