"""What becomes of seats and tables as days go by. Nobody is asked, and nobody loses a seat by it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from openchair.circles.actions.calling_hosts import call_a_host
from openchair.circles.actions.holding import WITHOUT_KEEPERS, look_again
from openchair.circles.actions.sitting import ends_of
from openchair.circles.models import (
    INSIDE,
    Beside,
    CallKind,
    Circle,
    CircleState,
    Distance,
    HoldingPause,
    Invitation,
    InvitationState,
    KeeperState,
    KeeperTerm,
    Naming,
    NamingState,
    Seat,
    SeatState,
    members,
)
from openchair.house.models import Duty
from openchair.house.queries import holders
from openchair.kernel.guard import acting_for_the_house

SIX_WEEKS = timedelta(days=42)
UNTIL_A_HOST = timedelta(days=30)


@transaction.atomic
def close_doors(at: datetime) -> None:
    """Ninety days after someone left, the table no longer knows their name (spec/model.md, Seat), nor
    from whom they kept distance, or who did from them.
    """
    with acting_for_the_house("closing doors"):
        ended = Seat.objects.filter(state=SeatState.LEFT, door_open_until__lte=at)
        either = Q(account=OuterRef("by")) | Q(account=OuterRef("of"))
        theirs = ended.filter(either, circle=OuterRef("circle"))
        Distance.objects.filter(Exists(theirs)).delete()
        ended.update(state=SeatState.GONE)


@transaction.atomic
def let_newcomers_settle(at: datetime) -> None:
    """After six weeks nobody need walk beside them any more, also where they rest; nothing else changes."""
    with acting_for_the_house("taking a seat"):
        at_home = Seat.objects.filter(state__in=INSIDE, arrived_at__lte=at - SIX_WEEKS)
        at_home.filter(state=SeatState.ARRIVING).update(state=SeatState.SEATED)
        at_home.filter(standing=SeatState.ARRIVING).update(standing=SeatState.SEATED)
        theirs = at_home.filter(circle=OuterRef("circle"), account=OuterRef("newcomer"))
        Beside.objects.filter(Exists(theirs)).delete()


@transaction.atomic
def end_pauses(at: datetime) -> None:
    """A pause ends by itself, and what was hidden with it is there again (I-22)."""
    with acting_for_the_house("ending a pause"):
        HoldingPause.objects.filter(ends_at__lte=at).update(words=None)
        over = Seat.objects.filter(paused_until__lte=at).select_for_update()
        for seat in over:
            if seat.state == SeatState.PAUSED:
                seat.state, seat.standing = seat.sits_as, ""
            seat.paused_until = None
            seat.save(update_fields=["state", "standing", "paused_until"])


@transaction.atomic
def end_terms(at: datetime) -> None:
    """A term is over on its day; where fewer than two are left, the table is told (I-23)."""
    with acting_for_the_house("looking who looks after a table"):
        over = KeeperTerm.objects.filter(put_down_at=None, ends_at__lte=at)
        tables = set(over.values_list("circle", flat=True))
        for term in over:
            term.put_down_at, term.state = term.ends_at, KeeperState.RESTED
            term.save(update_fields=["put_down_at", "state"])
        lacking = Circle.objects.filter(few_keepers_since__lte=at - WITHOUT_KEEPERS)
        tables |= set(lacking.filter(state=CircleState.GATHERING).values_list("pk", flat=True))
    for circle_id in sorted(tables):
        look_again(circle_id, at=at)


@transaction.atomic
def ask_for_help(at: datetime) -> None:
    """Thirty days without two who look after it: a host is asked to talk with who sits there longest."""
    with acting_for_the_house("looking who looks after a table"):
        lacking = Circle.objects.filter(
            state=CircleState.UNKEPT, few_keepers_since__lte=at - UNTIL_A_HOST
        )
        sit_there = Seat.objects.filter(members()).exclude(account__in=holders(Duty.HOST))
        in_order = sit_there.order_by("arrived_at", "pk")
        longest = [in_order.filter(circle=circle.pk).first() for circle in lacking]
    for seat in longest:
        if seat is not None:
            call_a_host(CallKind.UNKEPT, seat.account, at=at)


@transaction.atomic
def end_tables(at: datetime) -> None:
    """On its day a table closes, and is read; when those days are over too, it is nobody's any more.

    What each wrote stays their own: only the table around it goes.
    """
    with acting_for_the_house("closing a table"):
        for circle in Circle.objects.filter(state=CircleState.CLOSING, closes_at__lte=at):
            circle.state = CircleState.CLOSED
            circle.save(update_fields=["state"])
            _end_letters(circle, at)
        known = Seat.objects.exclude(state=SeatState.GONE).values("circle")
        over = Circle.objects.filter(state=CircleState.CLOSED, words_until__lte=at)
        for circle in over.filter(pk__in=known):
            ends_of(circle)
            _forget_words(circle)


def _end_letters(circle: Circle, at: datetime) -> None:
    waiting = (InvitationState.DRAFTED, InvitationState.READY, InvitationState.SEEN)
    letters = Invitation.objects.filter(circle=circle.pk, state__in=waiting)
    letters.update(state=InvitationState.WITHDRAWN)
    asked = Naming.objects.filter(circle=circle.pk, state=NamingState.ASKING)
    asked.update(state=NamingState.WITHDRAWN, settled_at=at)


def _forget_words(circle: Circle) -> None:
    """Its name, too: from now on nobody reads it."""
    circle.name = circle.purpose = circle.agreement = ""
    circle.opening_words = circle.closing_words = ""
    circle.save()
