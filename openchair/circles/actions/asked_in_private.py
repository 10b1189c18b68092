"""Who is still to answer about someone who was named, and what the answers come to."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q

from openchair.circles.actions.holding import seats_and_chairs
from openchair.circles.actions.keeping_apart import address_mark, marks_of, name_mark
from openchair.circles.models import (
    INSIDE,
    Circle,
    CircleState,
    Naming,
    NamingAnswer,
    NeverWith,
    Seat,
    StandingAnswer,
    WhenAsked,
    WhileResting,
    members,
)
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account, Block, Person


def still_asked(naming: Naming) -> set[UUID]:
    """Members who were there when it was asked, have not answered, and left no answer that holds.

    Who rests and left word ("ready", "wait for me") is not asked. Silence is never a yes.
    """
    with acting_for_the_house("asking in private"):
        asked = _members_asked(naming)
        answered = set(_answers(naming))
        left = set(_left_answers(naming, asked))
        return set(asked) - answered - left


def stands_in_the_way(naming: Naming, circle: Circle) -> bool:
    """A no, a wait, a block, a never-seat-me-with list, no chair, or a table that takes nobody now.

    The caller learns one thing only, and so does whoever named.
    """
    with acting_for_the_house("asking in private"):
        asked = _members_asked(naming)
        said = _left_answers(naming, asked) | _answers(naming)
        noes = [who for who, answer in said.items() if who in asked and answer != WhenAsked.YES]
        closed = circle.is_ending or circle.state in {CircleState.UNKEPT, CircleState.RESTING}
        full = not circle.is_pair and seats_and_chairs(circle) >= circle.seats_most
        apart = _is_kept_away(naming)
        return bool(noes) or closed or full or apart


def _members_asked(naming: Naming) -> dict[UUID, Seat]:
    """Whoever keeps the one who named apart is not asked: they do not read each other's words."""
    seats = Seat.objects.filter(members(), circle=naming.circle_id, arrived_at__lte=naming.asked_at)
    there = {seat.account_id: seat for seat in seats.exclude(account=naming.by_id)}
    apart = Block.objects.filter(
        Q(by=naming.by_id, of__in=there) | Q(of=naming.by_id, by__in=there)
    )
    away = {pk for pair in apart.values_list("by", "of") for pk in pair}
    return {account: seat for account, seat in there.items() if account not in away}


def _answers(naming: Naming) -> dict[UUID, str]:
    rows = NamingAnswer.objects.filter(naming=naming.pk)
    return dict(rows.values_list("account", "answer"))


def _left_answers(naming: Naming, asked: Mapping[UUID, Seat]) -> dict[UUID, str]:
    rows = StandingAnswer.objects.filter(circle=naming.circle_id, account__in=list(asked))
    said = {row.account_id: _left_by(row, asked[row.account_id]) for row in rows}
    return {who: answer for who, answer in said.items() if answer}


def _left_by(row: StandingAnswer, seat: Seat) -> str:
    if seat.is_resting and row.while_resting:
        ready = row.while_resting == WhileResting.READY
        return WhenAsked.YES if ready else WhenAsked.LATER
    return WhenAsked.YES if row.ready and not seat.is_resting else ""


def _is_kept_away(naming: Naming) -> bool:
    """By a list or a block of anyone who sits there, visitors too; or by the named person's own."""
    seats = Seat.objects.filter(circle=naming.circle_id, state__in=INSIDE)
    there = list(seats.values_list("account", flat=True))
    return (
        _is_listed(naming, there) or _is_blocked_by_name(naming, there) or _is_apart(naming, there)
    )


def _is_listed(naming: Naming, there: list[UUID]) -> bool:
    marks = [mark for mark in (naming.name_mark, naming.address_mark) if mark]
    named = Q(name_mark__in=marks) | Q(address_mark__in=marks)
    return NeverWith.objects.filter(named, account__in=there).exists()


def _is_blocked_by_name(naming: Naming, there: list[UUID]) -> bool:
    """As they were called on the day of the block, or are called now."""
    blocks = list(Block.objects.filter(by__in=there))
    people = Person.objects.filter(account__in=[block.of_id for block in blocks])
    names = [block.name for block in blocks] + [person.name for person in people]
    return naming.name_mark in {name_mark(name) for name in names if name}


def _is_apart(naming: Naming, there: list[UUID]) -> bool:
    """The account behind the address, where there is one: blocks and lists in both directions."""
    account = _account_behind(naming.address_mark)
    if account is None:
        return False
    blocks = Q(by=account, of__in=there) | Q(of=account, by__in=there)
    listed = Q(name_mark__in=marks_of(there)) | Q(address_mark__in=marks_of(there))
    mine = NeverWith.objects.filter(listed, account=account)
    return Block.objects.filter(blocks).exists() or mine.exists()


def _account_behind(mark: str) -> UUID | None:
    if not mark:
        return None
    known = Account.objects.filter(email__isnull=False).values_list("pk", "email")
    return next((pk for pk, email in known if address_mark(email or "") == mark), None)
