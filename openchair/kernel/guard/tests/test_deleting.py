"""What is deleted was seen; what hangs on it goes with it."""

from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Subquery

from openchair.kernel.guard import NotScoped, acting_for_the_house
from openchair.kernel.guard.tests.guarded_world.models import (
    Answer,
    Draft,
    Leaf,
    Mark,
    Place,
    Reader,
    Sitting,
)
from openchair.kernel.guard.tests.guarded_world.people import World


def how_many(model: Any) -> int:
    with acting_for_the_house("test"):
        return int(model.objects.count())


def test_a_row_goes_with_all_that_hangs_on_it_seen_or_not(world: World) -> None:
    deleted, kinds = Leaf.objects.for_viewer(world.ama).get(number=1).delete()
    assert deleted == 5
    assert kinds["guarded_world.Mark"] == 1  # Bert's, which Ama does not see
    assert how_many(Leaf) == 2


def test_a_queryset_goes_as_far_as_it_sees(world: World) -> None:
    assert Leaf.objects.for_viewer(world.ama).order_by("number").delete()[0] == 6
    assert Draft.objects.for_viewer(world.ama).delete()[0] == 1
    assert Answer.objects.for_viewer(world.eve).select_for_update().delete()[0] == 2
    assert [how_many(Leaf), how_many(Draft), how_many(Answer)] == [1, 1, 0]


def test_a_plain_delete_statement_is_checked_too(world: World) -> None:
    """What Django runs for rows on which nothing hangs, and in a cascade."""
    with pytest.raises(NotScoped):
        Mark.objects.all()._raw_delete("default")
    assert Mark.objects.for_viewer(world.bert)._raw_delete("default") == 1


@pytest.mark.django_db(transaction=True)
def test_a_lock_asked_for_in_vain_is_no_hindrance(world: World) -> None:
    assert Answer.objects.for_viewer(world.eve).select_for_update().delete()[0] == 2


def test_an_empty_queryset_deletes_nothing(world: World) -> None:
    assert Leaf.objects.for_viewer(world.nora).delete()[0] == 0
    assert Leaf.objects.for_viewer(world.ama).filter(pk__in=[]).delete()[0] == 0


NEVER_PROVED = {
    "unscoped": lambda mine: Leaf.objects.filter(number=3),
    "unscoped, of a kind nothing hangs on": lambda mine: Mark.objects.all(),
    "or": lambda mine: mine | Leaf.objects.all(),
    "join": lambda mine: mine.filter(answers__words="a "),
    "subquery": lambda mine: mine.filter(place__in=Place.objects.all()),
    "an order that answers nothing before the tables are looked at": lambda mine: (
        Leaf.objects.order_by(Subquery(Leaf.objects.none().values("pk")[:1]))
    ),
}


@pytest.mark.parametrize("way", NEVER_PROVED)
def test_sight_is_proved_before_the_house_deletes(world: World, way: str) -> None:
    with pytest.raises(NotScoped):
        NEVER_PROVED[way](Leaf.objects.for_viewer(world.ama)).delete()
    assert [how_many(Leaf), how_many(Mark)] == [3, 2]


def test_a_row_out_of_sight_is_not_deleted(world: World) -> None:
    leaf = Leaf.objects.for_viewer(world.ama).get(number=1)
    me = Reader.objects.for_viewer(world.ama).get(pk=world.ama.pk)
    with acting_for_the_house("test"):
        Sitting.objects.filter(reader=me).delete()
    with pytest.raises(ObjectDoesNotExist):
        leaf.delete()
    with pytest.raises(NotScoped):
        world.leaf.delete()
    assert how_many(Leaf) == 3
    assert me.delete()[1]["guarded_world.Reader"] == 1
    with acting_for_the_house("test"):
        assert leaf.delete()[0]
        assert world.hidden.delete()[0]
    assert how_many(Leaf) == 1


def test_an_account_with_guarded_rows_is_deleted_by_the_house_only(world: World) -> None:
    with pytest.raises(NotScoped):
        world.ama.delete()
    with acting_for_the_house("test"):
        assert world.ama.delete()[1]["guarded_world.Reader"] == 1
        Leaf.objects.filter(number=2).delete()
    assert how_many(Leaf) == 2
