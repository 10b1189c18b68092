"""Erasing all of one's words at one table, or everything: at once gone from every page, and then row
by row, also after a crash. spec/model.md 5.7, I-26, I-27; docs/decisions/0057.
"""

import secrets
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import transaction

from openchair.circles.models import Invitation, InvitationState
from openchair.delivery import keeping as letters
from openchair.house import keeping as house_keeping
from openchair.house.actions import only_one_at_a_time
from openchair.house.policy import why_not_leave_duties
from openchair.house.queries import held, the_house
from openchair.journeys import keeping
from openchair.journeys.models import Erasing, hashed
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.ledger import note_forgotten
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account, Person
from openchair.sharing.erasing import erase_some, hide_words, words_left

TOLD_FOR = timedelta(days=14)
A_MOMENT = 1.0  # seconds


def why_not_be_forgotten(actor: Account) -> str | None:
    """One's own words, always (I-26); the account of the last one with a duty, not before someone
    else has it (I-40)."""
    house = the_house()
    line = house is not None and not house.has_independent_listener
    return why_not_leave_duties(actor, held(), line=line)


@transaction.atomic
def erase_table(actor: Account, circle_id: UUID, *, at: datetime) -> Erasing:
    """Every word of theirs at this table. Twice is once, while the first is under way."""
    under_way = Erasing.objects.for_viewer(actor).filter(circle=circle_id, done_at=None).first()
    if under_way is not None:
        return under_way
    hide_words(actor, circle_id=circle_id, at=at)
    return _begin(actor, circle_id, secrets.token_urlsafe(24), at)


@transaction.atomic
def be_forgotten(actor: Account, *, token: str, at: datetime) -> None:
    """Close the account, take name and words from every page, and begin to erase all there is.

    `token` is the address of the page that says how far it is. Raises Refusal for the last one with
    a duty.
    """
    only_one_at_a_time()
    if reason := why_not_be_forgotten(actor):
        raise Refusal(reason)
    hide_words(actor, at=at)
    _begin(actor, None, token, at)
    note_forgotten(actor.pk, at=at)
    house_keeping.forget(actor)
    letters.forget(actor)
    with acting_for_the_house("closing an account"):
        waiting = Invitation.objects.filter(inviter=actor, state=InvitationState.READY)
        waiting.update(state=InvitationState.WITHDRAWN)
        EmailAddress.objects.filter(user=actor).delete()
        Person.objects.filter(account=actor).delete()
    actor.is_active, actor.email = False, None
    actor.save(update_fields=["is_active", "email"])


def _begin(actor: Account, circle_id: UUID | None, token: str, at: datetime) -> Erasing:
    much = words_left(actor, circle_id=circle_id)
    return Erasing.objects.for_viewer(actor).create(
        account=actor,
        circle_id=circle_id,
        everything=circle_id is None,
        token_hash=hashed(token),
        much=much,
        left=much,
        asked_at=at,
    )


def go_on(at: datetime) -> None:
    """For at most a moment; the rest waits for the next turn of the clock. Doing it twice is doing it
    once, and what a crash cut short is gone on with."""
    ends = time.monotonic() + A_MOMENT
    for row in _under_way():
        for _step in _steps(row, at):
            if time.monotonic() > ends:
                return


def _under_way() -> list[Erasing]:
    with acting_for_the_house("erasing what someone asked to be erased"):
        return list(Erasing.objects.filter(done_at=None).order_by("asked_at"))


def _steps(row: Erasing, at: datetime) -> Iterator[None]:
    """Each is a transaction of its own."""
    while _erase_some(row, at):
        yield
    _finish(row, at)
    yield


def _whose(row: Erasing) -> Account | None:
    return Account.objects.filter(pk=row.account_id).first() if row.account_id else None


@transaction.atomic
def _erase_some(row: Erasing, at: datetime) -> bool:
    account = _whose(row)
    if account is None:
        return False
    until = None if row.everything else row.asked_at
    done = erase_some(account, circle_id=row.circle_id, until=until, at=at)
    with acting_for_the_house("erasing what someone asked to be erased"):
        row.left = max(0, row.left - done) if done else 0
        Erasing.objects.filter(pk=row.pk).update(left=row.left)
    return done > 0


@transaction.atomic
def _finish(row: Erasing, at: datetime) -> None:
    """The last step: for everything, all other rooms forget, and the account goes."""
    account = _whose(row)
    if row.everything and account is not None:
        keeping.forget(account)
    with acting_for_the_house("erasing what someone asked to be erased"):
        Erasing.objects.filter(pk=row.pk).update(done_at=at, account=None, circle=None)


def under_way_for(viewer: Account) -> list[Erasing]:
    return list(Erasing.objects.for_viewer(viewer).filter(done_at=None).order_by("asked_at"))


def how_far(token: str) -> Erasing | None:
    """For whoever holds the address of the page; it tells of nobody."""
    with acting_for_the_house("erasing what someone asked to be erased"):
        return Erasing.objects.filter(token_hash=hashed(token), everything=True).first()


def forget_old(at: datetime) -> None:
    with acting_for_the_house("erasing what someone asked to be erased"):
        Erasing.objects.filter(done_at__lt=at - TOLD_FOR).delete()
