"""What Django itself does to the tables still works."""

import uuid
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.state import ModelState, ProjectState
from django.db.utils import load_backend

from openchair.kernel.guard import NotScoped, acting_for_the_house
from openchair.kernel.guard.backend import GuardedOperations, GuardedSchemaEditor, GuardedWrapper
from openchair.kernel.guard.compiler import Guarded
from openchair.kernel.guard.scope import guarded_tables
from openchair.kernel.guard.tests.guarded_world.models import Cover, Leaf, Place, Somebody
from openchair.kernel.guard.tests.guarded_world.people import World, settle


def test_guarded_is_what_says_who_may_see_it() -> None:
    world = {table for table in guarded_tables() if table.startswith("guarded_world_")}
    assert "guarded_world_leaf" in world
    assert "guarded_world_somebody" not in world
    assert "django_session" not in guarded_tables()


def test_a_model_made_later_is_guarded_too() -> None:
    before = guarded_tables()

    class Late(models.Model):
        friends = models.ManyToManyField(Somebody)

        class Meta:
            app_label = "guarded_world"

        @classmethod
        def visible_to(cls, viewer: Any) -> models.Q:
            return models.Q()

    try:
        made = guarded_tables() - before
        assert made == {"guarded_world_late", "guarded_world_late_friends"}
        assert Late.visible_to(None) == models.Q()
    finally:
        for name in ("late", "late_friends"):
            del Late._meta.apps.all_models["guarded_world"][name]
        Late._meta.apps.clear_cache()


def test_a_model_as_a_migration_knew_it_is_guarded(world: World) -> None:
    state = ProjectState()
    state.add_model(ModelState.from_model(Place))
    past: Any = state.apps.get_model("guarded_world", "Place")
    with pytest.raises(NotScoped):
        past.objects.count()
    with acting_for_the_house("test"):
        assert past.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_tables_are_reshaped_and_emptied() -> None:
    settle()
    old = Cover._meta.get_field("colour")
    new = models.CharField(max_length=40, default="red", db_index=True)
    new.set_attributes_from_name("hue")
    new.model = Cover
    unique = models.UniqueConstraint(fields=["leaf"], name="one_cover")
    with connection.schema_editor() as editor:
        editor.alter_field(Cover, old, new, strict=True)
        editor.alter_field(Cover, new, old, strict=True)
        editor.add_constraint(Cover, unique)
        editor.remove_constraint(Cover, unique)
    with acting_for_the_house("test"):
        assert Cover.objects.filter(colour__startswith="red").count() == 2
    call_command("flush", interactive=False, verbosity=0)
    assert Somebody.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_broken_foreign_key_is_named(world: World) -> None:
    if connection.vendor != "sqlite":
        connection.check_constraints()
        return
    with connection.constraint_checks_disabled(), acting_for_the_house("test"):
        Leaf.objects.filter(pk=world.leaf.pk).update(place_id=uuid.uuid4())
    with pytest.raises(IntegrityError, match="guarded_world_leaf"):
        connection.check_constraints()
    with acting_for_the_house("test"):
        Leaf.objects.filter(pk=world.leaf.pk).delete()


def test_the_shape_of_a_table_may_be_read(world: World) -> None:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "guarded_world_mark")
    assert "one_mark_each" in found


def test_savepoints_and_commits_are_no_business_of_the_guard(world: World) -> None:
    with transaction.atomic(), transaction.atomic():
        assert Leaf.objects.for_viewer(world.ama).count() == 2


@pytest.mark.parametrize("kind", ["sqlite3", "postgresql"])
def test_each_database_has_its_guarded_backend(kind: str) -> None:
    backend = load_backend(f"openchair.kernel.guard.{kind}")
    assert issubclass(backend.DatabaseWrapper, GuardedWrapper)
    assert issubclass(backend.DatabaseWrapper.ops_class, GuardedOperations)
    assert issubclass(backend.DatabaseWrapper.SchemaEditorClass, GuardedSchemaEditor)


def test_each_compiler_is_guarded_once() -> None:
    made = connection.ops.compiler("SQLCompiler")
    assert issubclass(made, Guarded)
    assert made is connection.ops.compiler("SQLCompiler")


def test_migrations_find_nothing_of_the_guard_to_write_down(db: None) -> None:
    out = StringIO()
    call_command("makemigrations", "--check", "--dry-run", "contenttypes", stdout=out)
    assert "No changes" in out.getvalue()
