"""All tables of a house, read and written as they lie, in the shape they have and not in the one the
program has now: so that a house can be copied before it is brought forward, and after."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from django.core.management.color import no_style
from django.db import connections, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.query import QuerySet

from openchair.cli.backups.lines import SealedLines
from openchair.cli.backups.values import read, written
from openchair.kernel.guard import acting_for_the_house

AT_ONCE = 500
SUM = 1 << 256

type Node = tuple[str, str]
type Tables = list[type[models.Model]]
type Digests = dict[str, str]


def applied(alias: str) -> list[Node]:
    """The shape of the tables there: none where there is no house."""
    return sorted(MigrationLoader(connections[alias]).applied_migrations)


def unknown(nodes: Iterable[Node]) -> list[Node]:
    """Those this program has never heard of: they are of a newer one."""
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations) | set(loader.replacements)
    return [node for node in nodes if node not in known]


def tables_of(nodes: Iterable[Node]) -> Tables:
    """The tables in that shape."""
    state = MigrationLoader(None).project_state(newest(nodes))
    every = state.apps.get_models(include_auto_created=True)
    return sorted((one for one in every if _has_table(one)), key=lambda one: one._meta.db_table)


def _has_table(model: type[models.Model]) -> bool:
    return model._meta.managed and not model._meta.proxy


def newest(nodes: Iterable[Node]) -> list[Node]:
    """Of each room the last ones: those that no other of these builds on."""
    here = set(nodes)
    graph = MigrationLoader(None).graph
    return sorted(
        node
        for node in here
        if not any(child.key in here for child in _children(graph, node) if child.key[0] == node[0])
    )


def _children(graph: Any, node: Node) -> set[Any]:
    children: set[Any] = graph.node_map[node].children
    return children


def lay(alias: str, nodes: Iterable[Node]) -> Tables:
    """The tables of that shape into an empty database, at once and not migration by migration."""
    connection, there = connections[alias], tables_of(nodes)
    with connection.schema_editor() as editor:
        for table in there:
            if not table._meta.auto_created:
                editor.create_model(table)
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    for app, name in nodes:
        recorder.record_applied(app, name)
    return there


def bring_forward(alias: str, nodes: Iterable[Node]) -> None:
    """Tables that are there into that shape, which is theirs or a later one."""
    executor = MigrationExecutor(connections[alias])
    missing = [node for node in newest(nodes) if node not in executor.loader.applied_migrations]
    executor.migrate(missing)


def write_all(alias: str, tables: Tables, file: SealedLines) -> Digests:
    """Every row of every table into the file."""
    return {table._meta.db_table: _write(alias, table, file) for table in tables}


def _write(alias: str, table: type[models.Model], file: SealedLines) -> str:
    columns = [field.column for field in table._meta.concrete_fields]
    file.write(json.dumps({"table": table._meta.db_table, "columns": columns}))
    digest = Digest()
    with acting_for_the_house("backing up the house"):
        for row in _rows(alias, table).iterator(chunk_size=AT_ONCE):
            line = written(row)
            digest.add(line)
            file.write(line)
    file.write(json.dumps({"end": table._meta.db_table, "digest": digest.said()}))
    return digest.said()


def digests(alias: str, tables: Tables) -> Digests:
    """Of every table, as it lies there now."""
    found = {}
    with acting_for_the_house("backing up the house"):
        for table in tables:
            digest = Digest()
            for row in _rows(alias, table).iterator(chunk_size=AT_ONCE):
                digest.add(written(row))
            found[table._meta.db_table] = digest.said()
    return found


def _rows(alias: str, table: type[models.Model]) -> QuerySet[Any, Any]:
    names = [field.attname for field in table._meta.concrete_fields]
    return QuerySet(table, using=alias).order_by().values_list(*names)


class Digest:
    """Of the rows of one table, in whatever order they come: two databases order differently."""

    def __init__(self) -> None:
        self._sum = self._rows = 0

    def add(self, line: str) -> None:
        self._sum += int.from_bytes(hashlib.sha256(line.encode()).digest())
        self._rows += 1

    def said(self) -> str:
        whole = f"{self._rows}|{self._sum % SUM:064x}"
        return hashlib.sha256(whole.encode()).hexdigest()


def read_all(alias: str, tables: Tables, lines: Iterable[str]) -> Digests:
    """Every row of the file into these empty tables; answers with the digests the file tells."""
    by_name = {table._meta.db_table: table for table in tables}
    told: Digests = {}
    waiting = iter(lines)
    for line in waiting:
        head = json.loads(line)
        table = by_name[head["table"]]
        for some in batched(_until_its_end(waiting, told), AT_ONCE):
            _insert(alias, table, head["columns"], some)
    _look_at_what_points_where(alias)
    _set_sequences(alias, tables)
    return told


def _look_at_what_points_where(alias: str) -> None:
    """Now: PostgreSQL changes the shape of no table while something in it is still to be looked at."""
    connection = connections[alias]
    if connection.vendor == "postgresql":
        with acting_for_the_house("putting a backup back"), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _until_its_end(lines: Iterator[str], told: Digests) -> Iterator[list[Any]]:
    for line in lines:
        if line.startswith("{"):
            end = json.loads(line)
            told[end["end"]] = end["digest"]
            return
        yield read(line)


def _insert(
    alias: str, table: type[models.Model], columns: list[str], rows: Iterable[list[Any]]
) -> None:
    connection = connections[alias]
    quoted = connection.ops.quote_name
    into = f"{quoted(table._meta.db_table)} ({', '.join(map(quoted, columns))})"
    values = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {into} VALUES ({values})"  # noqa: S608 - quoted names of our own
    fields = {field.column: field for field in table._meta.concrete_fields}
    prepared = [
        [
            fields[column].get_db_prep_save(value, connection)
            for column, value in zip(columns, row, strict=True)
        ]
        for row in rows
    ]
    with acting_for_the_house("putting a backup back"), connection.cursor() as cursor:
        cursor.executemany(sql, prepared)


def _set_sequences(alias: str, tables: Tables) -> None:
    """So that the next row with a counted key gets a new one."""
    connection = connections[alias]
    with acting_for_the_house("putting a backup back"), connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(sql)
