"""SQL that somebody wrote by hand does not reach people's rows."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, F, Func, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.fields import CharField
from django.db.models.functions import Cast, Lower

from openchair.kernel.guard import NotScoped, acting_for_the_house
from openchair.kernel.guard.compiler import Checked
from openchair.kernel.guard.scope import names_guarded
from openchair.kernel.guard.tests.guarded_world.models import Leaf, Reader, Somebody
from openchair.kernel.guard.tests.guarded_world.people import World

EVERY_LEAF = 'SELECT words FROM "guarded_world_leaf"'


def run(sql: Any, params: Any = None) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


ON_ITS_OWN_TABLE: dict[str, Callable[[Any], Any]] = {
    "raw annotation": lambda rows: rows.annotate(x=RawSQL("1", ())),
    "raw condition": lambda rows: rows.filter(RawSQL("1=1) or (1=1", (), CharField())),
    "raw order": lambda rows: rows.order_by(RawSQL("words", ())),
    "extra condition": lambda rows: rows.extra(where=["1=1) or (1=1"]),
    "extra select": lambda rows: rows.extra(select={"x": "1"}),
    "extra order": lambda rows: rows.extra(order_by=["guarded_world_leaf.words"]),
    "extra tables": lambda rows: rows.extra(tables=["guarded_world_reader"]),
    "extra unguarded table": lambda rows: rows.extra(tables=["guarded_world_somebody"]),
    "function": lambda rows: rows.annotate(x=Func(F("words"), function="lower")),
    "template": lambda rows: rows.annotate(x=Func(F("words"), template="(%(expressions)s)")),
    "joiner": lambda rows: rows.annotate(x=Func(F("words"), F("words"), arg_joiner="||")),
    "subquery template": lambda rows: rows.annotate(
        x=Subquery(rows.values("words")[:1], template="((%(subquery)s))")
    ),
}


@pytest.mark.parametrize("way", ON_ITS_OWN_TABLE)
def test_it_does_not_stand_beside_a_scope(world: World, way: str) -> None:
    with pytest.raises((NotScoped, TypeError)):
        list(ON_ITS_OWN_TABLE[way](Leaf.objects.for_viewer(world.ama)))


FROM_ELSEWHERE: dict[str, Callable[[Any], Any]] = {
    "raw annotation": lambda rows: rows.annotate(x=RawSQL(f"({EVERY_LEAF} limit 1)", ())),
    "other case": lambda rows: rows.annotate(x=RawSQL(f"({EVERY_LEAF.upper()} limit 1)", ())),
    "extra select": lambda rows: rows.extra(select={"x": f"({EVERY_LEAF} limit 1)"}),
    "extra condition": lambda rows: rows.extra(where=[f"exists ({EVERY_LEAF})"]),
    "extra tables": lambda rows: rows.extra(tables=["guarded_world_leaf"]),
    "template": lambda rows: rows.annotate(x=Func(template=f"({EVERY_LEAF} limit 1)")),
    "raw query": lambda rows: rows.raw(EVERY_LEAF),
}


@pytest.mark.parametrize("way", FROM_ELSEWHERE)
def test_it_does_not_reach_over_from_an_unguarded_table(world: World, way: str) -> None:
    with pytest.raises(NotScoped):
        list(FROM_ELSEWHERE[way](Somebody.objects.all()))


def test_elsewhere_it_is_left_alone(world: World) -> None:
    assert Somebody.objects.annotate(x=RawSQL("1", ())).extra(where=["1=1"]).count() == 4
    assert Somebody.objects.extra(tables=["django_content_type"]).exists() in (True, False)
    assert run("SELECT 1") == [(1,)]
    assert len(run("SELECT id FROM guarded_world_somebody")) == 4
    assert not names_guarded("SELECT * FROM my_guarded_world_leaf, guarded_world_leaflet")


def test_functions_of_djangos_own_stand_beside_a_scope(world: World) -> None:
    mine = Leaf.objects.for_viewer(world.ama)
    assert list(mine.annotate(x=Lower("words")).order_by("x").values_list("x", flat=True)) == [
        "first",
        "second",
    ]
    assert mine.annotate(x=Cast("number", CharField())).filter(x="1").aggregate(n=Count("x")) == {
        "n": 1
    }


def test_the_wall_refuses_what_no_compiler_made(world: World) -> None:
    for sql in (
        EVERY_LEAF,
        EVERY_LEAF.upper(),
        "DELETE FROM guarded_world_leaf",
        " pragma x; " + EVERY_LEAF,
    ):
        with pytest.raises(NotScoped):
            run(sql)
    with pytest.raises(NotScoped), connection.cursor() as cursor:
        cursor.executemany("UPDATE guarded_world_leaf SET words=%s", [["x"]])
    with pytest.raises(NotScoped):
        list(Reader.objects.raw("SELECT * FROM guarded_world_reader"))
    with pytest.raises(NotScoped), connection.chunked_cursor() as cursor:
        cursor.execute(EVERY_LEAF)


def test_sql_from_a_guarded_compiler_passes(world: World) -> None:
    sql, params = Leaf.objects.for_viewer(world.ama).values("words").query.sql_with_params()
    assert isinstance(sql, Checked)
    assert len(run(sql, params)) == 2
    with pytest.raises(NotScoped):
        run(str(sql) + " ", params)


def test_the_house_writes_by_hand(world: World) -> None:
    with acting_for_the_house("test"):
        assert len(run(EVERY_LEAF)) == 3
        assert Leaf.objects.extra(where=["1=1"]).annotate(x=RawSQL("1", ())).count() == 3
        assert len(Leaf.objects.raw('SELECT * FROM "guarded_world_leaf"')) == 3
