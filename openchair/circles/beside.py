"""Who has newly come, and who walks beside whom: as one reader may know it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from openchair.circles import policy
from openchair.circles.models import Seat
from openchair.circles.places import names_in_words


@dataclass(frozen=True)
class Newcomer:
    account: UUID
    name: str
    i_walk: bool


@dataclass(frozen=True)
class WalkBeside:
    me: list[str]
    """Who walks beside the reader, by name."""
    newcomers: list[Newcomer]
    """Beside whom the reader may walk, or walks."""


def beside_at(mine: Seat, names: Mapping[UUID, str]) -> WalkBeside:
    """Nothing is read anew: the door read it with the seats."""
    there = [(seat, names[seat.account_id]) for seat in mine.around if seat.account_id in names]
    return WalkBeside(
        me=[name for seat, name in there if seat.walks_beside_me],
        newcomers=[
            Newcomer(seat.account_id, name, seat.i_walk_beside)
            for seat, name in there
            if not policy.why_not_walk_beside(mine, seat, distant=seat.i_keep_distance)
        ],
    )


def beside_in_words(names: Sequence[str]) -> str:
    if len(names) == 1:
        return _("%(name)s walks beside you. You can ask anything.") % {"name": names[0]}
    return _("%(names)s walk beside you. You can ask anything.") % {"names": names_in_words(names)}
