"""Looking after a table: for a while, handed over, and put down at any time (AS-42)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from openchair.circles import policy
from openchair.circles.actions.calling_hosts import call_a_host
from openchair.circles.actions.holding import (
    hold_the_table,
    look_again,
    seat_of,
    willing_keepers,
)
from openchair.circles.models import CallKind, Circle, KeeperState, KeeperTerm, Seat
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account

TERM = timedelta(days=182)


@transaction.atomic
def look_after(actor: Account, circle: Circle, *, at: datetime) -> KeeperTerm:
    """Someone says yes to looking after this table, for six months; asked or of their own accord.

    What they take over from someone else is put down by them in the same moment. Raises Refusal.
    """
    hold_the_table(circle.pk)
    past = _past(actor, circle.pk)
    if reason := policy.why_not_look_after(seat_of(actor, circle.pk), past, TERM, at):
        raise Refusal(reason)
    asked = [one for one in past if one.state == KeeperState.ASKED and one.put_down_at is None]
    term = asked[0] if asked else KeeperTerm(circle_id=circle.pk, account=actor)
    term.state, term.began_at, term.ends_at = KeeperState.SERVING, at, at + TERM
    with acting_for_the_house("looking who looks after a table"):
        if term.follows_id:
            _rest(KeeperTerm.objects.get(pk=term.follows_id), at)
            term.follows = None
        term.save()
    look_again(circle.pk, at=at)
    return KeeperTerm.objects.for_viewer(actor).get(pk=term.pk)


def why_not_look_after_now(actor: Account, seat: Seat, *, at: datetime) -> str | None:
    return policy.why_not_look_after(seat, _past(actor, seat.circle_id), TERM, at)


def _past(actor: Account, circle_id: UUID) -> list[KeeperTerm]:
    terms = KeeperTerm.objects.for_viewer(actor).filter(circle=circle_id, account=actor)
    return list(terms.order_by("began_at"))


def _rest(term: KeeperTerm, at: datetime) -> None:
    if term.put_down_at is None:
        term.state, term.put_down_at = KeeperState.RESTED, at
        term.save(update_fields=["state", "put_down_at"])


@transaction.atomic
def ask_to_look_after(
    actor: Account, seat: Seat, other: Seat, *, at: datetime, handing_over: bool = False
) -> None:
    """Asks one person; nobody else knows that they are asked. A no needs no reason.

    `handing_over`: what the actor looks after goes over to them with their yes, and not before.
    """
    hold_the_table(seat.circle_id)
    if reason := policy.why_not_ask_keeper(seat_of(actor, seat.circle_id), other):
        raise Refusal(reason)
    mine = own_term(actor, seat.circle_id) if handing_over else None
    if handing_over and (reason := policy.why_not_hand_over(mine, at)):
        raise Refusal(reason)
    with acting_for_the_house("looking who looks after a table"):
        open_terms = KeeperTerm.objects.filter(circle=seat.circle_id, put_down_at=None)
        if open_terms.filter(account=other.account_id).exists():
            return
        asked = KeeperTerm(circle_id=seat.circle_id, account_id=other.account_id, follows=mine)
        asked.state, asked.began_at, asked.ends_at = KeeperState.ASKED, at, at + TERM
        asked.save()
        if mine is not None:
            mine.state = KeeperState.HANDING_OVER
            mine.save(update_fields=["state"])
    letters.write(other.account, Kind.SOMETHING, about=asked.pk, at=at)


@transaction.atomic
def rather_not(actor: Account, term: KeeperTerm) -> None:
    """A no to looking after the table: the row goes, and whoever wished to hand over still serves."""
    hold_the_table(term.circle_id)
    if term.state != KeeperState.ASKED:
        return
    with acting_for_the_house("looking who looks after a table"):
        if term.follows_id:
            still = KeeperTerm.objects.filter(pk=term.follows_id, put_down_at=None)
            still.update(state=KeeperState.SERVING)
        KeeperTerm.objects.filter(pk=term.pk, state=KeeperState.ASKED).delete()


@transaction.atomic
def put_down(actor: Account, circle: Circle, *, at: datetime) -> None:
    """ "I need to put this down": from this moment nothing here is theirs to look after.

    Whoever else looks after the table is told, and a host, in their waking hours. Twice is once.
    """
    hold_the_table(circle.pk)
    term = own_term(actor, circle.pk)
    if term is None or term.state == KeeperState.ASKED:
        return
    with acting_for_the_house("looking who looks after a table"):
        _rest(term, at)
    look_again(circle.pk, at=at)
    others = Account.objects.in_bulk(willing_keepers(circle.pk, at=at))
    letters.write_to_each(others.values(), Kind.SOMETHING, about=term.pk, at=at)
    call_a_host(CallKind.PUT_DOWN, actor, at=at)


def own_term(actor: Account, circle_id: UUID) -> KeeperTerm | None:
    terms = KeeperTerm.objects.for_viewer(actor).filter(circle=circle_id, account=actor)
    return terms.filter(put_down_at=None).first()
