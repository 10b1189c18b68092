"""Rows and code agree: nothing is missing from the migrations, and all of them apply.

The tests that touch rows run on databases that were made by these migrations, on SQLite and on
PostgreSQL; here it is shown that none was left out.
"""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

ROOMS = [app.label for app in apps.get_app_configs() if app.name.startswith("openchair.")]
ACCOUNT = "people"


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    """`makemigrations --check` ends the process where a model changed without one."""
    call_command("makemigrations", *ROOMS, check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_every_migration_is_applied() -> None:
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    ours = [node for node in executor.loader.graph.nodes if node[0] in ROOMS]
    assert set(ours) <= set(executor.loader.applied_migrations)


def test_no_two_migrations_claim_the_same_place() -> None:
    assert MigrationLoader(None).detect_conflicts() == {}


def test_a_room_only_points_downward() -> None:
    """As the code does (docs/decisions/0013); the account may be pointed at from anywhere."""
    order = {label: place for place, label in enumerate(ROOMS)}
    upward = [
        (node, needed)
        for node, migration in MigrationLoader(None).disk_migrations.items()
        for needed in migration.dependencies
        if node[0] in order
        and needed[0] in order
        and needed[0] != ACCOUNT
        and order[needed[0]] < order[node[0]]
    ]
    assert upward == []
