"""What a query answers depends on whom it is asked for."""

from typing import Any

import pytest
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, Value, When, Window
from django.db.models.functions import RowNumber
from django.db.models.sql.where import OR, WhereNode

from openchair.kernel.guard import NotScoped
from openchair.kernel.guard.models import GuardedManager
from openchair.kernel.guard.scope import Scope, proves
from openchair.kernel.guard.sight import viewer_of
from openchair.kernel.guard.tests.guarded_world.models import (
    Answer,
    Draft,
    Leaf,
    Mark,
    Mute,
    Place,
    Poster,
    Reader,
    Shout,
    Sitting,
    Somebody,
)
from openchair.kernel.guard.tests.guarded_world.people import World


class Visitor:
    pk = None


def leaves(viewer: Any) -> Any:
    return Leaf.objects.for_viewer(viewer)


def words(rows: Any) -> list[str]:
    return sorted(leaf.words for leaf in rows)


UNSCOPED = {
    "list": list,
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "aggregate": lambda rows: rows.aggregate(Count("pk")),
    "get": lambda rows: rows.get(words="first"),
    "values": lambda rows: list(rows.values("words")),
    "iterator": lambda rows: list(rows.iterator()),
    "explain": lambda rows: rows.explain(),
    "update": lambda rows: rows.update(words=""),
    "delete": lambda rows: rows.delete(),
    "distinct count": lambda rows: rows.distinct().values("place").count(),
    "union": lambda rows: list(rows.union(rows.filter(number=1))),
    "window": lambda rows: list(rows.annotate(n=Window(RowNumber())).filter(n=1)),
}


@pytest.mark.parametrize("way", UNSCOPED)
def test_a_query_that_does_not_say_for_whom_raises(world: World, way: str) -> None:
    with pytest.raises(NotScoped, match=r"for_viewer|may not touch"):
        UNSCOPED[way](Leaf.objects.all())


def test_a_viewer_reads_what_they_may_see(world: World) -> None:
    assert words(leaves(world.ama)) == ["first", "second"]
    assert words(leaves(world.eve)) == ["canary"]
    assert words(leaves(world.nora)) == []
    assert words(leaves(Visitor)) == []
    assert Poster.objects.for_viewer(Visitor).count() == 2


def test_ways_of_evaluating_stay_in_sight(world: World) -> None:
    rows = leaves(world.ama)
    assert rows.count() == 2
    assert rows.aggregate(n=Count("pk")) == {"n": 2}
    assert rows.values("place").annotate(n=Count("pk")).get()["n"] == 2
    assert rows.annotate(n=Window(RowNumber(), order_by="number")).filter(n=2).get().number == 2
    assert not rows.filter(pk=world.hidden.pk).exists()
    assert list(rows.in_bulk([world.hidden.pk, world.leaf.pk])) == [world.leaf.pk]
    assert rows.latest().words == "second"
    assert words(rows.union(leaves(world.eve))) == ["canary", "first", "second"]
    assert rows.select_for_update().count() == 2


def test_the_account_is_not_guarded(world: World) -> None:
    assert Somebody.objects.count() == 4


def test_a_subquery_is_asked_for_someone_too(world: World) -> None:
    places = Place.objects.filter(name="here")
    assert not leaves(world.eve).filter(place__in=Place.objects.for_viewer(world.ama)).exists()
    with pytest.raises(NotScoped):
        leaves(world.ama).filter(place__in=places).count()
    with pytest.raises(NotScoped):
        Somebody.objects.filter(Exists(Reader.objects.filter(pk=OuterRef("pk")))).count()


JOINS = {
    "filter": lambda rows: rows.filter(place__name="here"),
    "exclude": lambda rows: rows.exclude(author__name="Ama"),
    "exclude many": lambda rows: rows.exclude(answers__words="a"),
    "values": lambda rows: rows.values("place__name"),
    "F": lambda rows: rows.annotate(name=F("place__name")),
    "order_by": lambda rows: rows.order_by("author__name"),
    "order by a key with an ordering of its own": lambda rows: rows.order_by("place"),
    "count": lambda rows: rows.annotate(n=Count("answers")),
    "select_related": lambda rows: rows.select_related("place"),
    "reverse": lambda rows: rows.filter(answers__isnull=False),
}


@pytest.mark.parametrize("way", JOINS)
def test_a_join_to_a_guarded_table_raises(world: World, way: str) -> None:
    with pytest.raises(NotScoped):
        list(JOINS[way](leaves(world.ama)))


def test_a_join_from_an_unguarded_table_raises(world: World) -> None:
    with pytest.raises(NotScoped, match="joins guarded_world_reader"):
        Somebody.objects.filter(reader__name="Ama").count()


def test_a_key_may_be_compared_without_a_join(world: World) -> None:
    assert leaves(world.ama).filter(place__pk=world.here.pk).count() == 2
    assert leaves(world.ama).values_list("place__pk", flat=True).first() == world.here.pk
    assert leaves(world.ama).filter(author__isnull=False).count() == 2


def test_visible_to_may_not_join(world: World) -> None:
    shouts = Shout.objects.for_viewer(world.ama)
    for ask in (shouts.count, lambda: shouts.update(words=""), shouts.delete, shouts.first):
        with pytest.raises(NotScoped, match="visible_to joins"):
            ask()


def test_a_model_that_does_not_say_who_sees_it_shows_nothing(world: World) -> None:
    with pytest.raises(NotImplementedError, match="Mute"):
        Mute.objects.for_viewer(world.ama).count()


def test_combining_keeps_the_proof_only_where_every_branch_has_it(world: World) -> None:
    mine, unscoped = leaves(world.ama), Leaf.objects.filter(number=3)
    assert words(mine.filter(number=1) | mine.filter(number=2)) == ["first", "second"]
    assert words(mine | leaves(world.eve)) == ["canary", "first", "second"]
    assert words(mine & unscoped) == []
    assert words(unscoped & mine) == []
    for leaking in (
        mine | unscoped,
        unscoped | mine,
        mine ^ unscoped,
        mine ^ mine.filter(number=1),
    ):
        with pytest.raises(NotScoped):
            list(leaking)


def test_a_negated_scope_proves_nothing(world: World) -> None:
    scope = Scope(Leaf, world.ama)
    for leaking in (
        Leaf.objects.exclude(scope),
        Leaf.objects.filter(~Q(scope)),
        Leaf.objects.filter(~scope),
        Leaf.objects.annotate(seen=scope).filter(seen=False),
    ):
        with pytest.raises(NotScoped):
            list(leaking)


def test_a_scope_of_another_model_proves_nothing(world: World) -> None:
    with pytest.raises(NotScoped):
        list(Sitting.objects.filter(Scope(Leaf, world.ama)))


def test_a_scope_that_only_decides_a_case_proves_nothing(world: World) -> None:
    scope = Scope(Leaf, world.ama)
    case = Case(When(scope, then=Value(1)), default=Value(1))
    with pytest.raises(NotScoped):
        list(Leaf.objects.annotate(n=case).filter(n=1))


def test_an_aggregate_may_not_carry_the_scope_into_having(world: World) -> None:
    mine = leaves(world.ama).values("place").annotate(n=Count("pk"))
    unscoped = Leaf.objects.values("place").annotate(n=Count("pk"))
    assert mine.filter(n=2).count() == 1
    with pytest.raises(NotScoped):
        list(mine.filter(n=2) | unscoped.filter(n=1))
    with pytest.raises(NotScoped):
        list(mine.filter(n=2) | mine)


def test_no_rows_at_all_need_no_viewer(world: World) -> None:
    assert list(Leaf.objects.none()) == []
    assert Leaf.objects.none().count() == 0
    assert Leaf.objects.none().delete()[0] == 0
    with pytest.raises(NotScoped):
        list(Leaf.objects.filter(pk__in=[]))


def test_an_empty_where_proves_nothing() -> None:
    assert not proves(Leaf.objects.all().query.where, "guarded_world_leaf")
    assert not proves(None, "guarded_world_leaf")
    assert not proves(WhereNode(connector=OR), "guarded_world_leaf")


def test_a_room_may_have_filters_of_its_own(world: World) -> None:
    assert leaves(world.ama).spoken().count() == 2
    assert Leaf.objects.spoken().for_viewer(world.ama).count() == 2
    assert isinstance(Leaf.objects, GuardedManager)
    with pytest.raises(NotScoped):
        Leaf.objects.spoken().count()


def test_every_manager_of_a_guarded_model_is_guarded() -> None:
    for model in (Place, Reader, Sitting, Leaf, Answer, Mark, Draft, Poster):
        assert isinstance(model._base_manager, GuardedManager), model
        assert isinstance(model._default_manager, GuardedManager), model
        assert not hasattr(model.objects, "delete")


def test_a_prefetch_of_someone_elses_choosing_keeps_its_scope(world: World) -> None:
    asked = Prefetch("answers", Answer.objects.for_viewer(world.bert))
    (leaf,) = leaves(world.ama).filter(number=1).prefetch_related(asked)
    assert [viewer_of(answer) for answer in leaf.answers.all()] == [world.bert] * 2
