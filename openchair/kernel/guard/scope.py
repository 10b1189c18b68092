"""What proves that a query stays within one viewer's sight, and when the house itself acts."""

import re
import sys
from contextvars import ContextVar, Token
from functools import lru_cache
from inspect import CO_ASYNC_GENERATOR, CO_GENERATOR
from typing import Any, Protocol

from django.apps import apps
from django.db.models import BooleanField, Expression
from django.db.models.lookups import Exact
from django.db.models.sql.where import AND, OR, NothingNode, WhereNode


class NotScoped(Exception):
    """A query on people's rows did not say for whom it asks, or reached past what it said."""


class Viewer(Protocol):
    """Whoever looks: an account, or a visitor whose `pk` is None."""

    @property
    def pk(self) -> Any: ...


class HouseBlock:
    """One `with` block in which the house acts. It counts only while it is open."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        self.open = False

    def __enter__(self) -> "HouseBlock":
        if sys._getframe(1).f_code.co_flags & (CO_GENERATOR | CO_ASYNC_GENERATOR):
            raise NotScoped("A generator may not act for the house: collect the rows, then yield.")
        if self.open:
            raise NotScoped("This block already acts for the house.")
        self.open = True
        self._before: Token[HouseBlock | None] = _house.set(self)
        return self

    def __exit__(self, *failure: object) -> None:
        self.open = False
        _house.reset(self._before)


_house: ContextVar[HouseBlock | None] = ContextVar("house", default=None)


def acting_for_the_house(reason: str) -> HouseBlock:
    """Lifts the guard for work that no person asked for: the clock, the outbox, an export.

    `reason` is one of those listed in tests/shape/test_bans.py. Threads started inside begin
    guarded, tasks that inherit the block lose it when it ends, a generator may not open one (it
    would stay open between two steps), and a lazy queryset must be read inside.
    """
    return HouseBlock(reason)


def the_house_acts() -> bool:
    block = _house.get()
    return block is not None and block.open


class Scope(Expression):
    """The condition that keeps a query within sight: that it stands in the WHERE is the proof.

    What the viewer may see is asked when the query becomes SQL, so that a queryset that is never
    read, as each row of a prefetch has one, costs nothing.
    """

    def __init__(self, model: Any, viewer: Viewer) -> None:
        super().__init__(output_field=BooleanField())
        self.model, self.viewer, self.table = model, viewer, model._meta.db_table

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        query, visible = compiler.query, self.model.visible_to(self.viewer)
        tables = query.count_active_tables()
        condition = visible.resolve_expression(query)
        if query.count_active_tables() != tables:
            raise NotScoped(f"{self.model.__name__}.visible_to joins: use __in subqueries, Exists.")
        with acting_for_the_house("asking what a viewer may see"):
            return condition.as_sql(compiler, connection)


def proves(node: Any, table: str) -> bool:
    """Whether every row of `table` that passes `node` has passed a Scope for that table.

    AND needs one proof, OR one in each branch; NOT, XOR and empty prove nothing. What answers no
    row at all (`none()`) needs no other proof.
    """
    if isinstance(node, NothingNode):
        return True
    if isinstance(node, Exact):
        return node.rhs is True and isinstance(node.lhs, Scope) and node.lhs.table == table
    if not isinstance(node, WhereNode) or node.negated or not node.children:
        return False
    if node.connector == AND:
        return any(proves(child, table) for child in node.children)
    return node.connector == OR and all(proves(child, table) for child in node.children)


def guarded_tables() -> frozenset[str]:
    """The tables of all models with `visible_to`, and of their automatic many-to-many links."""
    return _guarded_among(sum(map(len, apps.all_models.values())))


@lru_cache(maxsize=1)
def _guarded_among(_how_many: int) -> frozenset[str]:
    models = [model for room in apps.all_models.values() for model in room.values()]
    return frozenset(
        model._meta.db_table
        for model in models
        if hasattr(model._meta.auto_created or model, "visible_to")
    )


def names_guarded(sql: str) -> bool:
    """Whether this text names a guarded table, in any case and any quotes."""
    tables = guarded_tables()
    return bool(tables) and _pattern(tables).search(sql) is not None


@lru_cache(maxsize=1)
def _pattern(tables: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(tables)))})(?!\w)", re.IGNORECASE)
