"""What happens when words go to fewer people, or to more (I-4): who could read them since when."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from openchair.circles.models import Seat
from openchair.people.models import Account
from openchair.sharing.models import Answer, Audience, Reader, Share
from openchair.sharing.readers import choose


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
    since, circle = share.widened_at or share.said_at, share.circle
    return {one.account_id: since for one in seats if circle.lets_read(one, since)} | could


def waits_behind(row: Answer, share: Share, readers: Iterable[Reader]) -> bool:
    """Whether some of those who read the words now do not read this answer under them (I-4)."""
    last = max(row.said_at, row.carried_at or row.said_at)
    if share.widened_at is None or last >= share.widened_at:
        return False
    others = [one for one in readers if one.account_id != row.author_id]
    to_all = share.audience == Audience.CIRCLE
    return to_all or any(one.since > row.said_at for one in others)
