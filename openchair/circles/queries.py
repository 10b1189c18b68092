from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from openchair.circles.keepers import serving_and_resting
from openchair.circles.models import (
    INSIDE,
    MOST_SEATS,
    WAITING,
    Card,
    Circle,
    Invitation,
    NeverWith,
    OpenChair,
    Seat,
    SeatState,
    TableQuestion,
    hashed,
)
from openchair.circles.places import Place, around
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.people.queries import names_and_how_said, names_of


@dataclass(frozen=True)
class Table:
    """One table as one reader sees it."""

    circle: Circle
    mine: Seat
    names: dict[UUID, str]
    places: list[Place]
    chairs: list[OpenChair]
    remembered: list[str]
    """Who left with the door open, and whose chair stands there still."""
    gone_on: list[str]
    """Who visited lately and has gone on: for those with a seat of their own to read (AS-06)."""
    keepers: list[str]
    resting_from_keeping: list[str]
    i_look_after: bool
    others: list[str]
    letters: list[Invitation]


@dataclass(frozen=True)
class Shown:
    """One card, with the table's cloth, and whether a chair is set out there: all else stays inside."""

    card: Card
    cloth: str
    has_chair: bool


def the_table(viewer: Viewer, mine: Seat, *, at: datetime) -> Table:
    """A fixed number of reads, fewer for two people, who have no chairs set out and no keepers."""
    circle = mine.circle = _with_what_is_asked(viewer, mine)
    left = [seat for seat in mine.remembered if seat.is_door_open(at)]
    names, said = names_and_how_said(viewer, (s.account_id for s in (*mine.around, *left)))
    seats = sorted((s for s in mine.around if s.account_id in names), key=lambda s: s.position)
    chairs = [] if circle.is_pair else list(circle.open_chairs.order_by("set_out_at"))
    remembered = _remembered(left, chairs, names)
    drawn = remembered[: MOST_SEATS - len(seats) - len(chairs)]
    there = [one.account_id for one in seats]
    keepers, resting = ([], []) if circle.is_pair else serving_and_resting(circle, there, at=at)
    visited = [seat for seat in left if seat.is_visitor and not mine.is_visitor]
    return Table(
        circle=circle,
        mine=mine,
        names=names,
        places=around(mine, [*seats, *drawn], chairs, names, said),
        chairs=chairs,
        remembered=[names[seat.account_id] for seat in remembered],
        gone_on=[names[seat.account_id] for seat in visited if seat.account_id in names],
        keepers=[names[account] for account in keepers],
        resting_from_keeping=[names[account] for account in resting],
        i_look_after=viewer.pk in keepers,
        others=[names[seat.account_id] for seat in seats if seat.pk != mine.pk],
        letters=open_letters(viewer, circle, at=at) if len(seats) == 1 else [],
    )


def _with_what_is_asked(viewer: Viewer, mine: Seat) -> Circle:
    tables = Circle.objects.for_viewer(viewer).filter(pk=mine.circle_id)
    return tables.annotate(**TableQuestion.of_each_table(viewer)).get()


def _remembered(
    left: Iterable[Seat], chairs: Iterable[OpenChair], names: Mapping[UUID, str]
) -> list[Seat]:
    """Whoever left last comes first. For whom a chair is kept, that chair stands; a visit leaves none."""
    kept = {chair.kept_for_id for chair in chairs}
    stand = [s for s in left if not s.is_visitor and s.account_id in names.keys() - kept]
    return sorted(stand, key=lambda seat: (seat.door_open_until, seat.pk), reverse=True)


def open_letters(viewer: Viewer, circle: Circle, *, at: datetime) -> list[Invitation]:
    """The reader's own letters that still wait for an answer."""
    letters = Invitation.objects.for_viewer(viewer).filter(circle=circle.pk)
    return list(letters.filter(state__in=WAITING, lapses_at__gt=at))


def seat_by_letter(viewer: Viewer, token: str, *, at: datetime) -> Seat | None:
    """The seat the reader has at the table this letter leads to: they sit there, or it was used and
    their door is open. Any other closed letter reads as one that is refused to them (AS-04).

    The same two reads for every letter, also for one that nobody wrote.
    """
    with acting_for_the_house("opening a letter"):
        letter = Invitation.objects.filter(token_hash=hashed(token)).first()
    seats = Seat.objects.for_viewer(viewer).filter(account=viewer.pk)
    seat = seats.filter(circle=letter.circle_id if letter else uuid4()).first()
    if seat is None or letter is None or seat.is_inside:
        return seat
    return seat if letter.is_used and seat.is_door_open(at) else None


def my_seats(viewer: Viewer) -> list[Seat]:
    """The tables the reader sits at, in the order they came to them."""
    if viewer.pk is None:
        return []
    seats = Seat.objects.for_viewer(viewer).filter(account=viewer.pk, state__in=INSIDE)
    return list(seats.order_by("arrived_at"))


def seats_and_open_doors(viewer: Viewer, *, at: datetime) -> tuple[list[Seat], list[Seat]]:
    """The tables the reader sits at, in the order they came to them, each with whether a chair is set
    out there; and those they left, and may come back to by one press."""
    mine = Seat.objects.for_viewer(viewer).filter(account=viewer.pk)
    mine = mine.filter(state__in=(*INSIDE, SeatState.LEFT)).order_by("arrived_at")
    seats = list(mine.annotate(**OpenChair.of_each_seat(viewer)))
    left = [seat for seat in seats if not seat.is_inside and seat.is_door_open(at)]
    left.sort(key=lambda seat: seat.door_open_until or at)
    return [seat for seat in seats if seat.is_inside], left


def cards(viewer: Viewer) -> list[Shown]:
    """The tables that chose to be seen by this reader, in the order of their names."""
    seen = sorted(Card.objects.for_viewer(viewer), key=lambda card: card.name.casefold())
    with acting_for_the_house("showing a card"):
        tables = {circle.pk: circle for circle in Circle.objects.filter(card__in=seen)}
        circles = OpenChair.objects.filter(circle__in=tables).values_list("circle", flat=True)
        chairs = set(circles)
    return [
        Shown(card, tables[card.circle_id].cloth, card.circle_id in chairs)
        for card in seen
        if card.circle_id in tables
    ]


def never_with(viewer: Viewer) -> list[NeverWith]:
    """The reader's own list, in the order they wrote it."""
    return list(NeverWith.objects.for_viewer(viewer).order_by("set_at", "pk"))


def card_of(viewer: Viewer, circle: Circle) -> Card | None:
    return Card.objects.for_viewer(viewer).filter(circle=circle.pk).first()


def company(viewer: Viewer) -> dict[UUID, str]:
    """Everyone the reader sits with anywhere, by name."""
    seats = Seat.objects.for_viewer(viewer).filter(state__in=INSIDE).exclude(account=viewer.pk)
    return names_of(viewer, set(seats.values_list("account", flat=True)))
