"""Who was signed in before the sessions moved stays so, and their key no longer lies in clear."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as OldStore
from django.contrib.sessions.models import Session as OldSession
from django.db import connection

from openchair.people.session_store import SessionStore
from openchair.testing.scenes import Scene

move = importlib.import_module("openchair.people.migrations.0003_sessions_under_marks").move
HERE = SimpleNamespace(connection=connection)
"""All of a schema editor that the move asks for: the database it brings forward."""


def an_old_session(account_id: object) -> str:
    session = OldStore()
    session[SESSION_KEY] = str(account_id)
    session.save()
    assert session.session_key
    return session.session_key


def test_a_session_moves_with_its_account_and_what_was_in_it(scene: Scene) -> None:
    ama = scene.people["Ama"]
    key = an_old_session(ama.pk)
    nobody = an_old_session("11111111-1111-4111-8111-111111111111")
    move(apps, HERE)
    assert SessionStore(key)[SESSION_KEY] == str(ama.pk)
    assert SessionStore(nobody).load() == {}
    assert not OldSession.objects.exists()


@pytest.mark.django_db
def test_where_there_was_none_nothing_happens() -> None:
    move(apps, HERE)
