"""Who said words that stand without a name cannot be told from any reply to anybody else."""

from typing import Any

import pytest
from django.core.cache import cache

from openchair.kernel.guard import acting_for_the_house
from openchair.sharing.models import Answer, Share
from tests.shape.access_matrix.laid import world
from tests.shape.access_matrix.world import World
from tests.shape.two_worlds import Difference, compare

__all__ = ["world"]

pytestmark = pytest.mark.django_db

WRITERS = ("Ama", "Bert")
"""Whom nobody keeps apart: who keeps the writer apart does not read the words at all."""


def said_by(kind: Any, label: str, name: str) -> Any:
    def make(world: World) -> None:
        rows = kind.objects.filter(pk=world.id(label))
        rows.update(author=world.people[name], nameless=True)

    return make


@pytest.mark.parametrize(
    ("kind", "label"), [(Share, "share joy"), (Answer, "answer by one who left")]
)
def test_who_said_it_cannot_be_told(world: World, kind: Any, label: str) -> None:
    one, other = WRITERS
    with acting_for_the_house("making a difference"):
        writer = kind.objects.get(pk=world.id(label)).author_id
        said_by(kind, label, one)(world)
    cache.clear()
    was = {name for name, account in world.people.items() if account.pk == writer}
    noticed = frozenset({*WRITERS, *was})
    difference = Difference(f"{label} was {other}'s", said_by(kind, label, other), noticed)
    compared = compare(world, [difference], 3, every=5)
    assert compared.replies > 50
    assert compared.unlike == []
