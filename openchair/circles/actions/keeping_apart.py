"""Who is never seated with whom, and what the one who asked for it hears (I-6, AS-03, AS-04).

What a page does is the same whether or not somebody is kept apart: what follows from it is done
later, by the clock.
"""

import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from openchair.circles import policy
from openchair.circles.models import INSIDE, Invitation, NeverWith, Opening, Seat, TurnedAway
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean_line
from openchair.people.marks import mark
from openchair.people.models import Account, Block, Person

ONCE_A_DAY = timedelta(days=1)


def name_mark(name: str) -> str:
    """However it is written: capitals, kinds of letters and spaces make no other name."""
    plain = unicodedata.normalize("NFKC", clean_line(name)).casefold()
    return mark("never with name", plain) if plain else ""


def address_mark(address: str) -> str:
    plain = clean_line(address).casefold()
    return mark("never with address", plain) if plain else ""


@transaction.atomic
def never_seat_with(actor: Account, *, name: str, address: str, at: datetime) -> NeverWith:
    """Someone I never want to be seated with. Twice is once. Nobody is told, now or later."""
    name = clean_line(name)
    if sentence := policy.why_not_never_with(name, clean_line(address)):
        raise Refusal(sentence)
    named, reached = name_mark(name), address_mark(address)
    rows = NeverWith.objects.for_viewer(actor)
    if row := rows.filter(name_mark=named, address_mark=reached).first():
        return row
    return rows.create(account=actor, name=name, name_mark=named, address_mark=reached, set_at=at)


@transaction.atomic
def take_off_never(actor: Account, row: NeverWith) -> None:
    row.delete()


def is_never_seated_with(account_id: UUID, circle_id: UUID) -> bool:
    """Whether someone who sits there wrote this person on their list, or this person one of them."""
    with acting_for_the_house("keeping people apart"):
        there = Seat.objects.filter(circle=circle_id, state__in=INSIDE).exclude(account=account_id)
        accounts = list(there.values_list("account", flat=True))
        theirs = marks_of([account_id])
        mine = Q(account=account_id) & _any_of(marks_of(accounts))
        return NeverWith.objects.filter(Q(account__in=accounts) & _any_of(theirs) | mine).exists()


def holders_against(account_id: UUID, circle_id: UUID) -> set[UUID]:
    """Who sits there and keeps this person away, by a block or a list of their own."""
    with acting_for_the_house("keeping people apart"):
        there = Seat.objects.filter(circle=circle_id, state__in=INSIDE).exclude(account=account_id)
        accounts = list(there.values_list("account", flat=True))
        blocks = Block.objects.filter(of=account_id, by__in=accounts)
        listed = NeverWith.objects.filter(_any_of(marks_of([account_id])), account__in=accounts)
        return {*blocks.values_list("by", flat=True), *listed.values_list("account", flat=True)}


def marks_of(accounts: Iterable[UUID]) -> set[str]:
    """The marks of these people's names and addresses, as they are now."""
    with acting_for_the_house("keeping people apart"):
        asked = list(accounts)
        names = {name_mark(row.name) for row in Person.objects.filter(account__in=asked)}
    known = Account.objects.filter(pk__in=asked, email__isnull=False)
    addresses = known.values_list("email", flat=True)
    return {one for one in names | {address_mark(said or "") for said in addresses} if one}


def _any_of(marks: set[str]) -> Q:
    return Q(name_mark__in=marks) | Q(address_mark__in=marks)


def note_opening(viewer: Viewer, token_hash: str, *, at: datetime) -> None:
    """For everybody who is signed in, whatever the letter: so that the page takes as long for all."""
    if viewer.pk is None:
        return
    with acting_for_the_house("keeping people apart"):
        Opening.objects.create(account_id=viewer.pk, token_hash=token_hash, opened_at=at)


@transaction.atomic
def look_at_openings(at: datetime) -> None:
    """Tells whoever keeps someone away that they tried, once a day and table; forgets the openings."""
    with acting_for_the_house("keeping people apart"):
        for opening in Opening.objects.select_for_update().order_by("opened_at", "pk"):
            _look_at(opening, at)
            opening.delete()


def _look_at(opening: Opening, at: datetime) -> None:
    letter = Invitation.objects.filter(token_hash=opening.token_hash).first()
    if letter is None or not letter.is_open(opening.opened_at):
        return
    for holder in sorted(holders_against(opening.account_id, letter.circle_id)):
        lately = Q(account=holder, circle=letter.circle_id, at__gt=at - ONCE_A_DAY)
        if not TurnedAway.objects.filter(lately).exists():
            row = TurnedAway.objects.create(account_id=holder, circle_id=letter.circle_id, at=at)
            letters.write(Account.objects.get(pk=holder), Kind.SOMETHING, about=row.pk, at=at)


@transaction.atomic
def put_away_turned_away(actor: Account, row: TurnedAway) -> None:
    """Its reader has read it, and wants it gone."""
    row.delete()
