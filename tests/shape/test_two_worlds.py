"""What one may not see changes nothing of what one is answered. With `every=1` all addresses are asked."""

import pytest

from tests.shape.access_matrix.laid import world
from tests.shape.access_matrix.sight import EVERYBODY
from tests.shape.access_matrix.world import World
from tests.shape.two_worlds import DECLARED, DIFFERENCES, Difference, _share, compare

__all__ = ["world"]

pytestmark = pytest.mark.django_db


def test_two_worlds_answer_alike(world: World) -> None:
    compared = compare(world, DIFFERENCES, 1, every=30)
    print(
        f"two worlds: {compared.replies} comparisons in {compared.differences} pairs of worlds, "
        f"{len(compared.unlike)} unlike, {len(DECLARED)} declared"
    )
    assert compared.unlike == []
    assert len(DECLARED) <= 10


def test_a_difference_that_is_seen_is_noticed(world: World) -> None:
    others = EVERYBODY - {"Mara"}
    seen = Difference("Lin speaks, and Mara should not hear", _share("Lin", "Stairwell"), others)
    told = compare(world, [seen], 1, every=2).unlike
    assert told
    assert all(line.endswith("tells Mara") for line in told)
