"""The table is taken in hand first, then all else: whoever changes who sits there waits their turn.

Every action that takes, frees or promises a chair begins with `hold_the_table`: a row lock on
PostgreSQL, the one writer on SQLite. So two people never get one chair (I-5).
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from openchair.circles.models import (
    INSIDE,
    Circle,
    CircleState,
    Invitation,
    InvitationState,
    KeeperState,
    KeeperTerm,
    OpenChair,
    Seat,
    members,
)
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account, Block

SIXTH_SEAT = 6
TWO_KEEPERS = 2
WITHOUT_KEEPERS = timedelta(days=14)
MAY_HAVE_CHANGED = (
    "state",
    "standing",
    "arrived_at",
    "visiting_until",
    "paused_until",
    "door_open_until",
    "usual_audience",
)


def hold_the_table(circle_id: UUID) -> Circle:
    """The table as it is now, and stays until this is done."""
    with acting_for_the_house("counting chairs"):
        return Circle.objects.select_for_update().get(pk=circle_id)


def taken_places(circle: Circle, *, at: datetime, but_for: UUID | None = None) -> int:
    """Seats, chairs set out and letters still open: what counts against the cap (I-5). Never shown.

    `but_for`: an account whose own kept chair does not count.
    """
    with acting_for_the_house("counting chairs"):
        waiting = Q(state__in=(InvitationState.READY, InvitationState.SEEN), lapses_at__gt=at)
        letters = Invitation.objects.filter(
            waiting | Q(state=InvitationState.DRAFTED), circle=circle.pk
        ).count()
        return seats_and_chairs(circle, but_for=but_for) + letters


def seats_and_chairs(circle: Circle, *, but_for: UUID | None = None) -> int:
    with acting_for_the_house("counting chairs"):
        seats = Seat.objects.filter(circle=circle.pk, state__in=INSIDE).count()
        chairs = OpenChair.objects.filter(circle=circle.pk)
        if but_for is not None:
            chairs = chairs.exclude(kept_for=but_for)
        return seats + chairs.count()


def do_others_sit_there(actor: Account, circle: Circle) -> bool:
    with acting_for_the_house("counting chairs"):
        there = Seat.objects.filter(members(), circle=circle.pk)
        return there.exclude(account=actor).exists()


def is_kept_apart(account_id: UUID, circle_id: UUID) -> bool:
    """Whether a block stands between this person and anybody who sits there, whoever set it (I-6)."""
    with acting_for_the_house("counting chairs"):
        there = Seat.objects.filter(circle=circle_id, state__in=INSIDE).values("account")
        between = Q(by=account_id, of__in=there) | Q(of=account_id, by__in=there)
        return Block.objects.filter(between).exists()


def seat_of(actor: Account, circle_id: UUID) -> Seat | None:
    """The actor's own seat there, whatever its state."""
    return Seat.objects.for_viewer(actor).filter(account=actor, circle=circle_id).first()


def read_anew(actor: Account, seat: Seat) -> None:
    """What may have changed since the door was opened, and nobody changes before this is done."""
    held = Seat.objects.for_viewer(actor).select_for_update()
    seat.refresh_from_db(fields=MAY_HAVE_CHANGED, from_queryset=held)


def look_again(circle_id: UUID, *, at: datetime) -> Circle:
    """After somebody came, went, rested, or took or put down looking after the table (I-23).

    With the sixth seat a founding table gathers; where two look after it again, nothing is lacking.
    """
    circle = hold_the_table(circle_id)
    with acting_for_the_house("looking who looks after a table"):
        needs = Seat.objects.filter(members(), circle=circle_id).count() >= SIXTH_SEAT
        if needs and circle.state == CircleState.FOUNDING:
            circle.state = CircleState.GATHERING
        if needs and len(willing_keepers(circle_id, at=at)) < TWO_KEEPERS:
            circle.few_keepers_since = circle.few_keepers_since or at
        else:
            circle.few_keepers_since = None
        _say_whether_unkept(circle, at)
        circle.save(update_fields=["state", "few_keepers_since"])
    return circle


def _say_whether_unkept(circle: Circle, at: datetime) -> None:
    since = circle.few_keepers_since
    if since is None and circle.state == CircleState.UNKEPT:
        circle.state = CircleState.GATHERING
    elif since and at - since >= WITHOUT_KEEPERS and circle.state == CircleState.GATHERING:
        circle.state = CircleState.UNKEPT


def willing_keepers(circle_id: UUID, *, at: datetime) -> list[UUID]:
    """Who looks after this table now, and sits there."""
    with acting_for_the_house("looking who looks after a table"):
        here = Seat.objects.filter(circle=circle_id, state__in=INSIDE)
        terms = KeeperTerm.objects.filter(circle=circle_id, put_down_at=None, ends_at__gt=at)
        serving = terms.exclude(state=KeeperState.ASKED).filter(account__in=here.values("account"))
        return list(serving.order_by("began_at", "pk").values_list("account", flat=True))
