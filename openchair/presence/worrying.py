""" "I'm worried about you": saying it, taking it back, and what the writer answers (spec/model.md 5.6.3).

Nobody but these three hears of it: no keeper, no steward, nobody outside.
"""

from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from openchair.circles.actions import seat_of
from openchair.circles.distances import is_distance_between
from openchair.circles.models import INSIDE, Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account, Block
from openchair.presence import letters, policy
from openchair.presence.models import Worry, WorryReply
from openchair.sharing.models import Share

KEPT = timedelta(days=30)


def why_not_worry(actor: Account, share: Share) -> str | None:
    """As the page asks it, and the action."""
    mine = seat_of(actor, share.circle_id)
    seats = Seat.objects.for_viewer(actor).filter(circle=share.circle_id, state__in=INSIDE)
    theirs = seats.filter(account=share.author_id).first() if share.author_id else None
    return policy.why_not_worry(actor, share, mine, theirs)


@transaction.atomic
def worry(actor: Account, share: Share, *, also: UUID | None, at: datetime) -> Worry:
    """The writer alone reads it. `also`: whom they would ask to look in, if the writer says yes.

    Said twice is once; said again after taking it back, nobody is called again. Raises Refusal.
    """
    before = Worry.objects.for_viewer(actor).filter(share=share.pk, by=actor).first()
    if reason := why_not_worry(actor, share) or policy.why_not_worry_again(before):
        raise Refusal(reason)
    if before is not None:
        return _again(before, also)
    row = Worry.objects.for_viewer(actor).create(
        circle_id=share.circle_id,
        share_id=share.pk,
        by=actor,
        of_id=cast(UUID, share.author_id),  # words that nobody wrote are refused above
        also_id=also,
        worried_at=at,
    )
    letters.something(row.of_id, about=row.pk, at=at)
    return row


def _again(before: Worry, also: UUID | None) -> Worry:
    if before.is_taken_back:
        before.taken_back_at, before.also_id = None, also
        before.save(update_fields=["taken_back_at", "also"])
    return before


@transaction.atomic
def take_back(actor: Account, share: Share, *, at: datetime) -> None:
    """Gone for everybody else, at once."""
    mine = Worry.objects.for_viewer(actor).filter(share=share.pk, by=actor)
    mine.filter(taken_back_at=None).update(taken_back_at=at)


@transaction.atomic
def reply(actor: Account, row: Worry, said: WorryReply, *, at: datetime) -> None:
    """Yes tells whoever was named, no nobody. Who is worried reads the answer. Raises Refusal."""
    if row.of_id == actor.pk and row.reply == said:
        return
    if reason := policy.why_not_reply(actor, row):
        raise Refusal(reason)
    also = may_look_in(row) if said == WorryReply.YES else None
    row.reply, row.replied_at, row.told = said, at, also is not None
    row.save(update_fields=["reply", "replied_at", "told"])
    letters.something(row.by_id, about=row.pk, at=at)
    if also:
        letters.something(also, about=row.pk, at=at)


def may_look_in(row: Worry) -> UUID | None:
    """Whoever was named, while they sit there, neither rest, are paused nor visit, and nothing stands
    between them and either of the two (5.8). Nobody is told that somebody was named in vain."""
    two = (row.by_id, row.of_id)
    with acting_for_the_house("asking someone to look in"):
        here = Q(circle=row.circle_id, state__in=(SeatState.ARRIVING, SeatState.SEATED))
        for one in two:
            here &= Block.apart("account", Account(pk=one))
        there = Seat.objects.filter(here, account=row.also_id).first()
    if there is None:
        return None
    far = any(is_distance_between(row.circle_id, there.account_id, one) for one in two)
    return None if far else there.account_id


@transaction.atomic
def forget_old(at: datetime) -> None:
    """For the clock: with the words it was about; and after thirty days, answered or not."""
    with acting_for_the_house("forgetting a worry"):
        Worry.objects.filter(worried_at__lte=at - KEPT).delete()
        gone = Share.objects.filter(Q(taken_back_at__isnull=False) | Q(nameless=True))
        Worry.objects.filter(share__in=gone.values("pk")).delete()
