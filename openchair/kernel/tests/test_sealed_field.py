"""What a model may ask of sealed words, and how a deleted row is heard of."""

from typing import Any

import pytest
from django.db import connection, models
from django.test.utils import isolate_apps

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Draft, KeyToDestroy
from openchair.kernel.sealed import SealedText, finish_destroying, keys
from openchair.kernel.tests.conftest import Write, blob_of

pytestmark = pytest.mark.usefixtures("in_memory")


@isolate_apps("openchair.kernel")
def test_a_model_says_at_start_what_cannot_be_sealed() -> None:
    class Wrong(models.Model):
        number = models.AutoField(primary_key=True)
        words = SealedText()

        class Meta:
            app_label = "kernel"

    options: dict[str, Any] = {"null": True}

    class Worse(models.Model):
        key = models.UUIDField(primary_key=True)
        maybe = SealedText(**options)
        only = SealedText(unique=True)
        sorted = SealedText(db_index=True)

        class Meta:
            app_label = "kernel"

    assert "known before saving" in said_of(Wrong, "words")
    for name in ("maybe", "only", "sorted"):
        assert "neither null" in said_of(Worse, name)
    assert Draft.check() == []


def said_of(model: type[models.Model], name: str) -> str:
    field: Any = model._meta.get_field(name)
    return str(field.check()[0].msg)


@isolate_apps("openchair.kernel")
def test_a_model_inherits_its_seals_and_hears_once() -> None:
    class Written(models.Model):
        words = SealedText()
        title = SealedText()

        class Meta:
            app_label = "kernel"
            abstract = True

    class Poem(Written):
        class Meta:
            app_label = "kernel"

    assert [field.name for field in Poem._meta.private_fields] == ["keys_of_row"]
    assert Poem._meta.private_fields[0].model is Poem


def test_a_value_that_is_not_there_is_none() -> None:
    field = Draft._meta.get_field("words")
    assert field.from_db_value(None, None, connection) is None


def test_a_migration_finds_the_field_again() -> None:
    _name, path, args, options = Draft._meta.get_field("words").deconstruct()
    assert path == "openchair.kernel.sealed.field.SealedText"
    assert (args, options) == ([], {"blank": True})


def by_row(draft: Draft) -> None:
    draft.delete()


def by_query(draft: Draft) -> None:
    Draft.objects.for_viewer(draft.account).filter(pk=draft.pk).delete()


def by_cascade(draft: Draft) -> None:
    with acting_for_the_house("erasing an account"):
        draft.account.delete()


def by_rewriting(draft: Draft) -> None:
    draft.words = "something else"
    draft.save()


def by_blanking(draft: Draft) -> None:
    draft.words = ""
    draft.save()


WAYS = [by_row, by_query, by_cascade, by_rewriting, by_blanking]


@pytest.mark.parametrize("erase", WAYS)
def test_erased_words_lose_their_key_at_the_commit(
    write: Write, erase: Any, django_capture_on_commit_callbacks: Any
) -> None:
    draft, other = write("erase me"), write("keep me")
    key, kept = blob_of(draft).key_id, blob_of(other).key_id
    with django_capture_on_commit_callbacks(execute=True):
        erase(draft)
        assert key in keys.store.read([key])
    assert not keys.store.read([key])
    assert not KeyToDestroy.objects.exists()
    assert (kept in keys.store.read([kept])) is (erase is not by_cascade)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("erase", WAYS)
def test_erased_words_lose_their_key_outside_a_transaction_too(write: Write, erase: Any) -> None:
    draft = write("erase me")
    key = blob_of(draft).key_id
    erase(draft)
    finish_destroying()
    assert not keys.store.read([key])
    assert not KeyToDestroy.objects.exists()


def test_blank_rows_leave_nothing_to_destroy(write: Write) -> None:
    write("").delete()
    assert not KeyToDestroy.objects.exists()
