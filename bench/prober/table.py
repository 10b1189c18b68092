"""A table nobody outside knows of, and the two who would like to know who sits there."""

from dataclasses import dataclass
from datetime import timedelta

from openchair.circles import actions
from openchair.circles.cloths import Cloth
from openchair.circles.models import Circle, CircleKind, CircleState
from openchair.people.models import Account, Block
from tests.shape.access_matrix.world import World

MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Table:
    """Els and Chiara sit there with Ama, and left word that they are ready. Omar sits nowhere."""

    world: World
    circle: Circle

    def account(self, name: str) -> Account:
        return self.world.people[name]

    def keep_apart(self) -> None:
        """The one thing Omar and Ama must not find out."""
        els, omar = self.account("Els"), self.account("Omar")
        Block.objects.for_viewer(els).create(by=els, of=omar, set_at=self.world.at)


def a_hidden_table(world: World) -> Table:
    els = world.people["Els"]
    circle = actions.gather(
        els,
        name="Hearth",
        purpose="p",
        kind=CircleKind.GRIEF,
        cloth=Cloth.PLUM,
        state=CircleState.GATHERING,
        at=world.at - MONTH,
    )
    for name in ("Chiara", "Ama"):
        actions.take_seat(world.people[name], circle.pk, at=world.at - MONTH)
    for name in ("Els", "Chiara"):
        account = world.people[name]
        seat = actions.seat_of(account, circle.pk)
        assert seat is not None
        actions.leave_standing_answer(account, seat, ready=True, while_resting="")
    return Table(world, circle)
