"""From a due letter to a mail on its way: take in hand, ask again, send, mark.

Several processes may do this at once. A letter is in one hand at a time: `held_until` is set in an
UPDATE that only one of them can make, and runs out by itself if that process dies, so that a crash
between sending and marking costs at most one mail sent twice, under the same Message-ID.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q, QuerySet

from openchair.delivery import night, reaching, sending
from openchair.delivery.channels import email
from openchair.delivery.channels.email import DeadAddress, NotTaken, ServerAway
from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter, State
from openchair.delivery.wording import mail_for
from openchair.kernel.guard import acting_for_the_house

HELD_FOR = timedelta(minutes=2)
MINUTE, HOUR = 60, 3600
PAUSES = [10, 30, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR]
PAUSES += [24 * HOUR, 24 * HOUR]
"""Seconds, for one mail that is told to come later. Greylisting wants five to fifteen minutes; a
mailbox may be full for a weekend."""
AWAY_AT_MOST = 4
"""Of these pauses, while the mail server is away: it is asked every quarter of an hour at the least,
so that nothing waits for hours once it is back, and no letter fails for its sake."""


def send_due(at: datetime) -> None:
    """All that is due. Raises ServerAway when there is no talking to the mail server."""
    while send_next(at):
        pass


def send_next(at: datetime) -> bool:
    """One mail, first what cannot wait. False when nothing is due. Raises as `send_due`."""
    with acting_for_the_house("sending letters"):
        letter = _free(at).order_by("-alone", "due_at").first()
        if letter:
            _send(letter, at)
    return letter is not None


def _send(letter: Letter, at: datetime) -> None:
    with InHand(letter, at) as hand:
        hand.letters = _take(letter, at)
        hand.letters = [one for one in hand.letters if _still_wanted(one, at) and _leaves(one)]
        if hand.letters:
            _post(hand.letters, at)


class InHand:
    """The letters on their way. What goes wrong is marked on them; only ServerAway gets out."""

    def __init__(self, letter: Letter, at: datetime) -> None:
        self.letters = [letter]
        self.at = at

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object
    ) -> bool:
        if isinstance(error, DeadAddress | NotTaken):
            _mark(self.letters, state=State.FAILED, last_error=_name(error))
        elif isinstance(error, Exception):
            _try_again(self.letters, self.at, error)
        if isinstance(error, DeadAddress):
            reaching.nobody_is_there(self.letters[0], self.at)
        return isinstance(error, Exception) and not isinstance(error, ServerAway)


def _take(letter: Letter, at: datetime) -> list[Letter]:
    """The letters that are now in our hand and go out as one mail; none at night."""
    hours = sending.hours_of(letter)
    waking = night.next_waking(at, hours.night_from, hours.night_until, hours.zone)
    if waking > at and not letter.may_wake(at):
        _free(at).filter(pk=letter.pk).update(due_at=waking)
        return []
    if letter.alone or letter.to_id is None:
        return [letter] if _hold(_free(at).filter(pk=letter.pk), at) else []
    return _gather(letter.to_id, hours.zone, at)


@transaction.atomic
def _gather(account: UUID, zone: str, at: datetime) -> list[Letter]:
    """All that waits for this person, oldest first; none when today's mail has gone already.

    The account's row is locked, so that two processes cannot send two mails on one day.
    """
    list(get_user_model().objects.select_for_update(no_key=True).filter(pk=account))
    gathered = Letter.objects.filter(to=account, alone=False)
    gone = Q(sent_at__gte=night.day_began(at, zone))
    if gathered.filter(gone | Q(state=State.WAITING, held_until__gt=at)).exists():
        (_free(at) & gathered).update(due_at=night.tomorrow_morning(at, zone))
        return []
    waiting = list((_free(at) & gathered).order_by("written_at", "pk"))
    _hold(Letter.objects.filter(pk__in=[one.pk for one in waiting]), at)
    return waiting


def _free(at: datetime) -> QuerySet[Letter]:
    """Due, and in nobody's hand."""
    free = Q(held_until=None) | Q(held_until__lte=at)
    return Letter.objects.filter(free, state=State.WAITING, due_at__lte=at)


def _hold(letters: QuerySet[Letter], at: datetime) -> int:
    return letters.update(held_until=at + HELD_FOR)


def _is_stale(letter: Letter, at: datetime) -> bool:
    """A code that no longer opens anything."""
    lasts = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
    return letter.kind == Kind.SIGN_IN_CODE and at - letter.written_at > lasts


def _still_wanted(letter: Letter, at: datetime) -> bool:
    """Nobody needs a mail about what they have read inside, or may no longer hear of."""
    wanted = letter.read_at is None and not _is_stale(letter, at) and sending.may_hear(letter)
    if not wanted:
        _mark([letter], state=State.LET_GO)
    return wanted


def _leaves(letter: Letter) -> bool:
    """Some letters wait inside for whoever has no strength for them now."""
    stays = sending.stays_inside(letter)
    if stays:
        _mark([letter], state=State.SENT)
    return not stays


def _post(letters: Sequence[Letter], at: datetime) -> None:
    """Where no mail is wanted or none arrives, the letter is read inside or not at all."""
    mailed = reaching.may_be_mailed(letters)
    if mailed:
        email.send(mail_for(letters), email.message_id(letters[0].pk))
        reaching.somebody_is_there(letters[0])
    _mark(letters, state=State.SENT, sent_at=at if mailed else None)


def _try_again(letters: Sequence[Letter], at: datetime, error: Exception) -> None:
    tries = letters[0].tries
    if isinstance(error, ServerAway):
        tries = min(tries, AWAY_AT_MOST)
    if tries == len(PAUSES):
        _mark(letters, state=State.FAILED, last_error=_name(error))
    else:
        due = at + timedelta(seconds=PAUSES[tries])
        _mark(letters, due_at=due, tries=tries + 1, last_error=_name(error))


def _mark(letters: Sequence[Letter], **fields: Any) -> None:
    ids = [letter.pk for letter in letters]
    Letter.objects.filter(pk__in=ids).update(held_until=None, **fields)


def _name(error: Exception) -> str:
    """The class of what went wrong: its text could hold an address."""
    return type(error.__cause__ or error).__name__[:64]
