"""What is done about saying how one is: saying it, for whom, taking it back, and how it fades."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from openchair.circles.queries import my_seats
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean_line
from openchair.people.models import Account
from openchair.presence import policy
from openchair.presence.models import Capacity, CheckIn, CheckInShown, KeptPage
from openchair.presence.told import own_word, those_to_tell, whom_it_is_for

FADES_AFTER = timedelta(days=30)


@transaction.atomic
def say_how(
    actor: Account, *, capacity: Capacity, line: str, to: Collection[UUID], at: datetime
) -> CheckIn:
    """How I am today, for those chosen of the people and tables one sits with; for nobody else.

    `to` holds accounts and tables alike: no id is both. Raises Refusal where the line is too long.
    """
    line = clean_line(line)
    if reason := policy.why_not_say_how(line):
        raise Refusal(reason, status=422)
    _one_at_a_time(actor)
    _put_down(actor, at)
    said = CheckIn.objects.for_viewer(actor).create(
        account=actor, capacity=capacity, line=line, said_at=at
    )
    people = set(to) & those_to_tell(actor).keys()
    tables = set(to) & {seat.circle_id for seat in my_seats(actor)}
    rows = [CheckInShown(check_in=said, to_id=one) for one in people]
    rows += [CheckInShown(check_in=said, circle_id=one) for one in tables]
    CheckInShown.objects.for_viewer(actor).bulk_create(rows)
    return said


@transaction.atomic
def say_word(actor: Account, *, capacity: Capacity, at: datetime) -> CheckIn:
    """One press: without a line, for those who may read the last one."""
    before = own_word(actor)
    if before is not None and before.capacity == capacity and not before.line:
        CheckIn.objects.for_viewer(actor).filter(pk=before.pk).update(said_at=at)
        return before
    return say_how(actor, capacity=capacity, line="", to=whom_it_is_for(before).all, at=at)


def _one_at_a_time(actor: Account) -> None:
    """Two browsers at the same moment: the later press is the word that stands."""
    Account.objects.select_for_update(no_key=True).get(pk=actor.pk)


def _put_down(actor: Account, at: datetime) -> None:
    """The last one goes at once, or to a page of their own; nobody else reads it either way."""
    current = CheckIn.objects.for_viewer(actor).filter(account=actor, replaced_at=None)
    if KeptPage.objects.for_viewer(actor).exists():
        CheckInShown.objects.for_viewer(actor).filter(check_in__in=current).delete()
        current.update(replaced_at=at)
    else:
        current.delete()


@transaction.atomic
def take_back(actor: Account) -> None:
    """It is gone, also from a page of one's own. Nobody is told."""
    CheckIn.objects.for_viewer(actor).filter(account=actor, replaced_at=None).delete()


@transaction.atomic
def tell_no_more_at(actor: Account, circle_id: UUID) -> None:
    """For whoever leaves a table: nothing of how they are stays there (5.7)."""
    mine = CheckIn.objects.for_viewer(actor).filter(account=actor)
    shown = CheckInShown.objects.for_viewer(actor).filter(check_in__in=mine)
    shown.filter(circle=circle_id).delete()


@transaction.atomic
def keep_page(actor: Account, *, at: datetime) -> None:
    """From now on what is replaced stays for its owner, for thirty days."""
    KeptPage.objects.for_viewer(actor).get_or_create(account=actor, defaults={"since": at})


@transaction.atomic
def keep_no_page(actor: Account) -> None:
    """What was kept goes with it."""
    KeptPage.objects.for_viewer(actor).filter(account=actor).delete()
    CheckIn.objects.for_viewer(actor).filter(account=actor, replaced_at__isnull=False).delete()


@transaction.atomic
def fade(at: datetime) -> None:
    """For the clock: whatever was said thirty days ago is gone."""
    with acting_for_the_house("forgetting how someone was"):
        CheckIn.objects.filter(said_at__lte=at - FADES_AFTER).delete()
