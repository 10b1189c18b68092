"""In an emergency: one person's posting is paused for a day at most, and a listener can undo it (I-22)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from openchair.circles import policy
from openchair.circles.actions.holding import hold_the_table, willing_keepers
from openchair.circles.models import HoldingPause, Seat, SeatState
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.house.models import Duty
from openchair.house.queries import has_duty, holders
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account

A_DAY = timedelta(hours=24)


@transaction.atomic
def pause_for_a_day(
    actor: Account,
    seat: Seat,
    other: Seat | None,
    *,
    reason: str,
    words: UUID | None = None,
    at: datetime,
) -> HoldingPause:
    """The seat stays theirs; they are told why. `words`: what is hidden with it, by its id.

    A listener is told, and can undo it. Twice within the day is once: it never grows longer, though more
    words may be hidden with it.
    """
    hold_the_table(seat.circle_id)
    reason = clean(reason).strip()
    keepers = willing_keepers(seat.circle_id, at=at)
    if sentence := policy.why_not_pause(seat, other, keepers, reason):
        raise Refusal(sentence)
    assert other is not None
    with acting_for_the_house("pausing someone for a day"):
        there = _on_now(other.circle_id, other.account_id, at)
        same = there.first() if words is None else there.filter(words=words).first()
        if same is not None:
            return same
        began = there.first()
        row = HoldingPause(circle_id=seat.circle_id, account_id=other.account_id, by=actor)
        row.reason, row.words, row.began_at = reason, words, at
        row.ends_at = began.ends_at if began else at + A_DAY
        if began is None:
            _hold(other, row.ends_at)
        row.save()
    told = [other.account, *[one for one in holders(Duty.EAR) if one.pk != other.account_id]]
    letters.write_to_each(told, Kind.SOMETHING, about=row.pk, at=at)
    return row


def _on_now(circle_id: UUID, account_id: UUID, at: datetime) -> QuerySet[HoldingPause]:
    rows = HoldingPause.objects.filter(circle=circle_id, account=account_id)
    return rows.filter(ends_at__gt=at, undone_at=None).order_by("began_at", "pk")


def _hold(other: Seat, until: datetime) -> None:
    held = Seat.objects.select_for_update().get(pk=other.pk)
    held.standing, held.state, held.resting_word = held.sits_as, SeatState.PAUSED, ""
    held.paused_until = until
    held.save(update_fields=["standing", "state", "resting_word", "paused_until"])


@transaction.atomic
def undo_pause(actor: Account, pause: HoldingPause, *, at: datetime) -> HoldingPause:
    """The listener's undo: they sit as before, and what was hidden is there again. Twice is once."""
    hold_the_table(pause.circle_id)
    if pause.undone_at is not None:
        return pause
    listens = has_duty(actor, Duty.EAR) and pause.account_id != actor.pk
    if sentence := policy.why_not_undo_pause(pause, listens=listens, at=at):
        raise Refusal(sentence)
    pause.undone_at = at
    with acting_for_the_house("pausing someone for a day"):
        _on_now(pause.circle_id, pause.account_id, at).update(undone_at=at)
        seats = Seat.objects.select_for_update()
        for seat in seats.filter(circle=pause.circle_id, account=pause.account_id):
            if seat.state == SeatState.PAUSED:
                seat.state, seat.standing = seat.sits_as, ""
            seat.paused_until = None
            seat.save(update_fields=["state", "standing", "paused_until"])
    return pause
