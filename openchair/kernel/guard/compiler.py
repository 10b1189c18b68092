"""Every statement of the ORM becomes SQL here, and is checked on the way."""

from functools import cache
from typing import Any

from django.db.models import Func, Subquery
from django.db.models.constants import OnConflict
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.datastructures import BaseTable, Join
from django.db.models.sql.where import ExtraWhere

from openchair.kernel.guard.scope import (
    NotScoped,
    guarded_tables,
    names_guarded,
    proves,
    the_house_acts,
)
from openchair.kernel.guard.sight import viewer_of

TEXT = {"template", "function", "arg_joiner"}


class Checked(str):
    """SQL that came out of a guarded compiler."""

    __slots__ = ()


class Guarded(SQLCompiler):
    """Checks each table as it enters the FROM clause, when all joins are set up."""

    query: Any
    where: Any  # what Django keeps of query.where beside HAVING

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        self.check_statement()
        made = super().as_sql(*args, **kwargs)
        if isinstance(made, list):
            return [(Checked(sql), params) for sql, params in made]
        return Checked(made[0]), made[1]

    def check_statement(self) -> None:
        """Only writing has more to check than its tables."""

    def compile(self, node: Any) -> Any:
        if isinstance(node, BaseTable | Join):
            self._check_table(node)
        elif (words := _written_by_hand(node)) is not None:
            self._check_words(words)
        return super().compile(node)

    def _check_table(self, table: BaseTable | Join) -> None:
        if self.query.extra_tables:
            self._check_words(" ".join(self.query.extra_tables))
        if isinstance(table, BaseTable):
            self.check_where(table.table_name, self.where)
        elif not the_house_acts() and table.table_name in guarded_tables():
            raise NotScoped(
                f"The query joins {table.table_name}, and only its first table can be scoped:"
                " ask with a subquery (__in, Exists) or a Prefetch."
            )

    def check_where(self, table: str, where: Any) -> None:
        if not the_house_acts() and table in guarded_tables() and not proves(where, table):
            raise NotScoped(f"Nobody said for whom {table} is asked: use .for_viewer(viewer).")

    def _check_words(self, words: str) -> None:
        own = {table.table_name for table in self.query.alias_map.values()}
        if not the_house_acts() and (own & guarded_tables() or names_guarded(words)):
            raise NotScoped("SQL written by hand may not touch people's rows.")


def _written_by_hand(node: Any) -> str | None:
    if isinstance(node, RawSQL):
        return node.sql
    if isinstance(node, ExtraWhere):
        return " ".join(node.sqls)
    if isinstance(node, Func | Subquery) and (
        node.template != type(node).template or not TEXT.isdisjoint(node.extra)
    ):
        return f"{node.template} {node.extra}"
    return None


class GuardedChange(Guarded):
    """UPDATE and DELETE: checked before Django moves the WHERE into a subquery."""

    def check_statement(self) -> None:
        self.check_where(self.query.get_meta().db_table, self.query.where)


class GuardedInsert(Guarded):
    """INSERT: every row says for whom it is made. That its writer sees it is looked at after."""

    def check_statement(self) -> None:
        if the_house_acts() or self.query.get_meta().db_table not in guarded_tables():
            return
        if self.query.on_conflict is OnConflict.UPDATE:
            raise NotScoped("An upsert writes over rows its writer may not see.")
        if any(viewer_of(row) is None for row in self.query.objs):
            raise NotScoped("A new row is made through a queryset that says for whom.")


WRITING = {
    "SQLUpdateCompiler": GuardedChange,
    "SQLDeleteCompiler": GuardedChange,
    "SQLInsertCompiler": GuardedInsert,
}


@cache
def guarded(base: Any, name: str) -> type[SQLCompiler]:
    """The database's own compiler of this name, with the check in front."""
    return type(name, (WRITING.get(name, Guarded), base), {})
