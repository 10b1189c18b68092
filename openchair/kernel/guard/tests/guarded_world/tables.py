"""Puts the guarded world into the test database, and takes it away."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection
from django.test.utils import modify_settings

from openchair.kernel.guard.tests.guarded_world.apps import GuardedWorldConfig


@contextmanager
def standing_world() -> Iterator[None]:
    """The world's tables exist inside this block. Outside any transaction only."""
    with modify_settings(INSTALLED_APPS={"append": GuardedWorldConfig.name}):
        models = list(apps.get_app_config("guarded_world").get_models())
        with connection.schema_editor() as editor:
            for model in models:
                editor.create_model(model)
        try:
            yield
        finally:
            with connection.schema_editor() as editor:
                for model in reversed(models):
                    editor.delete_model(model)
