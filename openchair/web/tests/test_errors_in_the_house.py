"""When the database does not answer, the disk is full, or a page breaks: the words are on the page."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from django.db import connection

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.once import new_token
from openchair.sharing.models import Share
from openchair.testing.scenes import Scene
from tests.guest import Form, Guest, forms_in

WORDS = "I said it on the worst evening, of all evenings."
HERE = "That did not go through. Your words are here."

on_sqlite = pytest.mark.skipif(
    "connection.vendor != 'sqlite'",
    reason="A PostgreSQL server locks rows, and watches its own disk.",
)


@pytest.fixture
def ama(scene: Scene) -> Guest:
    return Guest(scene.people["Ama"], csrf=True)


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def said(scene: Scene) -> int:
    return Share.objects.for_viewer(scene.people["Ama"]).filter(author=scene.people["Ama"]).count()


@contextmanager
def somebody_else_writes() -> Iterator[None]:
    """Another connection holds the file, and ours waits a tenth of a second for it."""
    connection.close()
    patience = connection.settings_dict["OPTIONS"]["timeout"]
    connection.settings_dict["OPTIONS"]["timeout"] = 0.1
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
        other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other.rollback()
            connection.close()
            connection.settings_dict["OPTIONS"]["timeout"] = patience


@contextmanager
def a_full_disk() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # pages that earlier tests left free would be room
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")


def try_again(answer: Any, page: str) -> Form:
    """The form on the page that says what went wrong."""
    (form,) = (form for form in forms_in(answer.text, page) if "once" in form.fields)
    return form


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_locked_database_gives_the_words_back_and_try_again_works_once(
    scene: Scene, ama: Guest
) -> None:
    form, before = ama.form(table(scene)), said(scene)
    with somebody_else_writes():
        answer = ama.send(form, words=WORDS, kind="not-okay")
    assert answer.status_code == 503
    assert HERE in answer.text
    again = try_again(answer, table(scene))
    assert again.fields["words"] == WORDS
    assert again.fields["once"] == form.fields["once"]
    assert again.fields["kind"] == "not-okay"
    assert said(scene) == before
    assert [ama.send(again).status_code for _press in range(2)] == [302, 303]
    assert said(scene) == before + 1


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_locked_database_can_still_be_read(scene: Scene, ama: Guest) -> None:
    assert ama.get("/today/").status_code == 200
    with somebody_else_writes():
        for page in ("/", "/today/", table(scene), "/now/"):
            assert Guest(None).get("/now/").status_code == 200
            assert ama.get(page).status_code in {200, 302}


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_gives_the_words_back(scene: Scene, ama: Guest) -> None:
    form, before = ama.form(table(scene)), said(scene)
    long = WORDS * 400
    with a_full_disk():
        answer = ama.send(form, words=long)
    assert answer.status_code == 503
    again = try_again(answer, table(scene))
    assert again.fields["words"] == long
    assert said(scene) == before
    assert ama.send(again).status_code == 302
    assert said(scene) == before + 1


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_form_of_several_fields_is_given_back_too(scene: Scene) -> None:
    omar = Guest(scene.people["Omar"], csrf=True)
    form = omar.form("/tables/start/")
    with somebody_else_writes():
        answer = omar.send(form, name="Ours", sentence="Come at eight.", invitee="Wim")
    assert answer.status_code == 503
    again = try_again(answer, "/tables/start/")
    assert (again.fields["name"], again.fields["sentence"]) == ("Ours", "Come at eight.")
    assert "Ours\n\nCome at eight.\n\nWim" in answer.text
    assert omar.send(again).status_code == 302


def test_a_page_that_breaks_in_the_middle_has_done_nothing(scene: Scene, ama: Guest) -> None:
    """The share is in, and then nobody can be asked to look after it."""
    before = said(scene)
    form = ama.form(table(scene))
    form.fields["once"] = new_token()
    with a_broken_table():
        answer = ama.send(form, words=WORDS)
    assert answer.status_code == 503
    assert try_again(answer, table(scene)).fields["words"] == WORDS
    assert said(scene) == before
    assert ama.send(form, words=WORDS).status_code == 302
    assert said(scene) == before + 1


@contextmanager
def a_broken_table() -> Iterator[None]:
    """What `say` needs last is not there."""
    rename("presence_waiting", "presence_elsewhere")
    try:
        yield
    finally:
        rename("presence_elsewhere", "presence_waiting")


def rename(table: str, other: str) -> None:
    with acting_for_the_house("breaking a table"), connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {other}")


def test_an_error_page_says_who_answers_at_once(scene: Scene, ama: Guest) -> None:
    ama.get("/now/")
    page = ama.get("/nothing/here/").text
    assert "If you need someone now" in page
    assert "112" in page


def test_denied_and_absent_look_the_same(scene: Scene) -> None:
    omar = Guest(scene.people["Omar"])
    denied = omar.get(table(scene))
    absent = omar.get("/tables/7c1b8a7e-0000-4000-8000-000000000000/")
    assert (denied.status_code, absent.status_code) == (404, 404)
    assert denied.content == absent.content


@pytest.mark.parametrize("page", ["/", "/now/", "/safety/", "/sign-in/", "/today/", "/mine/"])
def test_pages_may_be_asked_for_their_head_alone(scene: Scene, page: str) -> None:
    ama = Guest(scene.people["Ama"])
    assert ama.client.head(page).status_code == ama.get(page).status_code


def test_the_light_a_person_chose_is_on_every_page(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    assert els.fill("/mine/", theme="lamplight").status_code == 302
    for page in ("/today/", "/mine/", table(scene), "/now/"):
        assert 'data-theme="lamplight"' in els.get(page).text
