"""Who keeps some distance from whom: as the one who does reads it, and as the house may ask."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from openchair.circles.models import Distance, Seat
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.people.queries import names_of


@dataclass(frozen=True)
class Other:
    """Someone else at the table."""

    account: UUID
    name: str
    is_distant: bool


def distant(mine: Seat) -> frozenset[UUID]:
    """From whom the reader keeps distance here. Nothing is read anew: the door read it with the seats."""
    there = (*mine.around, *mine.remembered)
    return frozenset(seat.account_id for seat in there if seat.i_keep_distance)


def others_at(viewer: Viewer, mine: Seat) -> list[Other]:
    """By name: who sits here, and who left while the reader kept distance from them."""
    kept = distant(mine)
    there = {seat.account_id for seat in mine.around} | kept
    names = names_of(viewer, there - {mine.account_id})
    return [Other(account, name, account in kept) for account, name in names.items()]


def distant_anywhere(viewer: Viewer) -> set[tuple[UUID, UUID]]:
    """Table and person, wherever this reader keeps distance."""
    return set(Distance.objects.for_viewer(viewer).values_list("circle", "of"))


def is_distance_between(circle_id: UUID, one: UUID, other: UUID) -> bool:
    """Whether either of them keeps distance from the other here.

    For the house, before it brings two together (pairing, neighbouring turns). Whoever asks on behalf
    of a person shows the same page and the same sentence for either answer.
    """
    either = Q(by=one, of=other) | Q(by=other, of=one)
    with acting_for_the_house("keeping a distance"):
        return Distance.objects.filter(either, circle=circle_id).exists()
