"""Nothing is left lying: who is asked to answer words, when, and when their writer is told the truth.

spec/model.md, Unanswered words; AS-13. Of distress whoever may be asked hears at once, and after half an
hour the writer reads who was asked. Of all else one person is asked after six waking hours of the writer,
then whoever looks after the table; after twelve more the writer reads that nobody could answer yet.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from openchair.circles.distances import is_distance_between
from openchair.circles.models import KeeperState, KeeperTerm
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.people.queries import hours_of
from openchair.presence import letters
from openchair.presence.asking import ONE_BY_ONE, Willing, may_meet, willing_at
from openchair.presence.hours import is_night_for, said_yes_to_nights, waking_after
from openchair.presence.models import AskedToAnswer, Call, How, Waiting
from openchair.presence.told import without_strength
from openchair.sharing.models import (
    Answer,
    Audience,
    Hidden,
    Need,
    Reader,
    Share,
    ShareKind,
    Witness,
)

HALF_AN_HOUR = timedelta(minutes=30)
FIRST, THEN, AT_LAST = timedelta(hours=6), timedelta(hours=6), timedelta(hours=18)
"""Waking hours: until one is asked; until the next is; until the truth, from when it was said."""


def is_looked_after(share: Share) -> bool:
    """Not where nothing would help (AS-09), nobody else reads it, or company is called anyway."""
    calls = share.kind == ShareKind.SIT_WITH_ME and share.audience == Audience.CIRCLE
    return share.need != Need.NOTHING and share.audience != Audience.ONLY_ME and not calls


def look_after(actor: Account, share: Share, *, at: datetime) -> None:
    """From when the words are said, in the same transaction."""
    if not is_looked_after(share):
        return
    distress = share.is_distress
    due = at + (ONE_BY_ONE if distress else FIRST)
    row = Waiting.objects.for_viewer(actor).create(share=share, by=actor, began_at=at, next_at=due)
    if distress:
        with acting_for_the_house("looking after words"):
            _ask_in_distress(row, at)


@transaction.atomic
def go_on(at: datetime) -> None:
    """For the clock."""
    with acting_for_the_house("looking after words"):
        due = Waiting.objects.select_for_update().filter(next_at__lte=at)
        for row in due:
            _step(row, at)


def forget_answered(_at: datetime) -> None:
    """For the clock: where somebody answered, or the words went, nothing of it is left."""
    with acting_for_the_house("looking after words"):
        Waiting.objects.exclude(still_unanswered()).delete()


def still_unanswered() -> Q:
    said = Answer.objects.filter(share=OuterRef("share"), taken_back_at=None, held=False)
    by_the_writer = Share.objects.filter(pk=OuterRef("share"), author=OuterRef("author"))
    said = said.filter(~Exists(by_the_writer), put_away_at=None)
    seen = Witness.objects.filter(share=OuterRef("share"))
    standing = Share.objects.filter(taken_back_at=None, answers_closed_at=None)
    stands = standing.exclude(need=Need.NOTHING).exclude(audience=Audience.ONLY_ME)
    stands = stands.exclude(Hidden.over_shares())
    return Q(share__in=stands.values("pk")) & ~Exists(said) & ~Exists(seen)


def unanswered_of(shares: Iterable[UUID]) -> set[UUID]:
    """Of these, the words that nobody has answered: by anybody, also by whom a reader keeps apart."""
    keys = list(shares)
    if not keys:
        return set()
    with acting_for_the_house("looking after words"):
        rows = Waiting.objects.filter(still_unanswered(), share__in=keys)
        return set(rows.values_list("share", flat=True))


def pass_on(actor: Account, row: AskedToAnswer, *, at: datetime) -> None:
    """ "I cannot just now": nobody is told, and the next one is asked at once."""
    if row.passed_at is not None:
        return
    row.passed_at = at
    row.save(update_fields=["passed_at"])
    with acting_for_the_house("looking after words"):
        waiting = Waiting.objects.select_for_update().get(pk=row.waiting_id)
        if waiting.share.is_distress:
            _ask_in_distress(waiting, at)
        elif waiting.told_at is None:
            _step(waiting, at)


def _step(row: Waiting, at: datetime) -> None:
    if not Waiting.objects.filter(still_unanswered(), pk=row.pk).exists():
        row.delete()
        return
    if row.share.is_distress:
        _step_in_distress(row, at)
    else:
        _step_in_time(row, at)


def _step_in_distress(row: Waiting, at: datetime) -> None:
    """As for company: who comes one by one has five minutes, then the next is asked."""
    last = row.began_at + HALF_AN_HOUR
    if at >= last:
        _tell(row, at)
    else:
        _ask_in_distress(row, at)
        _look_again(row, min(at + ONE_BY_ONE, last))


def _step_in_time(row: Waiting, at: datetime) -> None:
    hours, began = hours_of(row.by), row.began_at
    first, last = waking_after(hours, began, FIRST), waking_after(hours, began, AT_LAST)
    if at >= last:
        _tell(row, at)
    elif at < first:
        _look_again(row, first)
    else:
        asked = _ask_one(row, at)
        _look_again(row, min(waking_after(hours, at, THEN), last) if asked else last)


def _look_again(row: Waiting, at: datetime) -> None:
    row.next_at = at
    row.save(update_fields=["next_at"])


def _tell(row: Waiting, at: datetime) -> None:
    row.told_at, row.next_at = at, None
    row.save(update_fields=["told_at", "next_at"])
    letters.something(row.by_id, about=row.pk, at=at)


def _ask_in_distress(row: Waiting, at: datetime) -> None:
    """Together, or one by one, as each chose; by day or by night, as each said."""
    waiting = list(_willing(row, at))
    together = [one for one in waiting if one.row.how == How.TOGETHER]
    for one in together or waiting[:1]:
        asked = _note(row, one.row.account_id, at)
        one.row.last_asked_at = at
        one.row.save(update_fields=["last_asked_at"])
        letters.call(
            one.row.account_id,
            about=asked.pk,
            nights=said_yes_to_nights(one.row, at),
            now_night=is_night_for(one.hours, at),
            at=at,
        )


def _ask_one(row: Waiting, at: datetime) -> bool:
    """First someone who said that they may be asked, in turn; then whoever looks after the table."""
    first = not row.asked.exists()
    willing = next(iter(_willing(row, at)), None) if first else None
    if willing is not None:
        willing.row.last_asked_at = at
        willing.row.save(update_fields=["last_asked_at"])
    to = willing.row.account_id if willing else next(_keepers(row), None)
    if to is not None:
        letters.something(to, about=_note(row, to, at).pk, at=at)
    return to is not None


def _willing(row: Waiting, at: datetime) -> Iterable[Willing]:
    asked = set(row.asked.values_list("account", flat=True))
    found = list(willing_at(_as_call(row), asked, at))
    read = _who_read(row, [one.row.account_id for one in found])
    return [one for one in found if one.row.account_id in read]


def _keepers(row: Waiting) -> Iterator[UUID]:
    """Who looks after the table, and may meet the writer: whoever began first comes first."""
    terms = KeeperTerm.objects.filter(circle=row.share.circle_id, put_down_at=None)
    terms = terms.filter(state=KeeperState.SERVING).order_by("began_at", "pk")
    asked = set(row.asked.values_list("account", flat=True))
    free = may_meet(_as_call(row)) - asked
    free -= without_strength(free)
    for one in terms.values_list("account", flat=True):
        far = is_distance_between(row.share.circle_id, row.by_id, one)
        if one in free and not far and _who_read(row, [one]):
            yield one


def _who_read(row: Waiting, accounts: Iterable[UUID]) -> set[UUID]:
    if row.share.audience == Audience.CIRCLE:
        return set(accounts)
    rows = Reader.objects.filter(share=row.share_id, account__in=list(accounts))
    return set(rows.values_list("account", flat=True))


def _as_call(row: Waiting) -> Call:
    """The same people may be met as for company (`presence.asking`)."""
    return Call(circle_id=row.share.circle_id, by_id=row.by_id)


def _note(row: Waiting, account: UUID, at: datetime) -> AskedToAnswer:
    return row.asked.create(share_id=row.share_id, account_id=account, asked_at=at)
