"""What both databases share: checked compilers, and a wall before the cursor."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openchair.kernel.guard.compiler import Checked, guarded
from openchair.kernel.guard.scope import (
    NotScoped,
    acting_for_the_house,
    names_guarded,
    the_house_acts,
)


def wall(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
    """Refuses SQL that did not come out of a guarded compiler and names a guarded table.

    PRAGMA passes: it answers with the shape of a table, never with its rows.
    """
    ours = isinstance(sql, Checked) or the_house_acts() or str(sql).startswith("PRAGMA ")
    if not ours and names_guarded(str(sql)):
        raise NotScoped("SQL written by hand may not touch people's rows.")
    return execute(sql, params, many, context)


class GuardedOperations(BaseDatabaseOperations):
    def compiler(self, compiler_name: str) -> Any:
        plain: Any = super().compiler(compiler_name)
        return guarded(plain, compiler_name)

    def execute_sql_flush(self, sql_list: Any) -> None:
        with acting_for_the_house("emptying a database"):
            super().execute_sql_flush(sql_list)


class GuardedSchemaEditor(BaseDatabaseSchemaEditor):
    def execute(self, sql: Any, params: Any = ()) -> None:
        with acting_for_the_house("shaping tables"):
            super().execute(sql, params)


class GuardedWrapper(BaseDatabaseWrapper):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(wall)

    def check_constraints(self, table_names: Any = None) -> None:
        with acting_for_the_house("checking foreign keys"):
            super().check_constraints(table_names)


def guarded_wrapper(base: type[BaseDatabaseWrapper]) -> type[BaseDatabaseWrapper]:
    """This database's own wrapper with the guard before it."""
    operations = type("Operations", (GuardedOperations, base.ops_class), {})
    editor = type("SchemaEditor", (GuardedSchemaEditor, base.SchemaEditorClass), {})
    parts = {"ops_class": operations, "SchemaEditorClass": editor}
    return type("DatabaseWrapper", (GuardedWrapper, base), parts)
