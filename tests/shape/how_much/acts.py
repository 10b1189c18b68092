"""All that people do, so and so many times; then everything happens that is due without them."""

from collections.abc import Sequence

from openchair.clock import APPOINTMENTS
from tests.shape.access_matrix.world import World
from tests.shape.how_much import acts_at_tables, acts_in_the_house, acts_of_company, acts_of_words
from tests.shape.how_much.doing import Act, Doing

ACTS: Sequence[Act] = (
    acts_of_words.ACTS + acts_of_company.ACTS + acts_at_tables.ACTS + acts_in_the_house.ACTS
)


LEFT_OUT = "make the copies that were asked for"
"""The standing world's copies cannot be made: their keys are made-up words."""


def do_everything(world: World, times: int, acts: Sequence[Act] = ACTS) -> None:
    for nth in range(times):
        round_ = Doing(world, nth)
        for act in acts:
            act(round_)
    for name in sorted(APPOINTMENTS.keys() - {LEFT_OUT}):
        APPOINTMENTS[name].do(world.at)
