"""Reading while somebody else writes, and destroying no key that is still needed."""

from typing import Any

import pytest
from django.db import transaction

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Draft, KeyToDestroy
from openchair.kernel.sealed import KeyMissing, KeysInMemory, finish_destroying, keys
from openchair.kernel.tests.conftest import Write, blob_of

pytestmark = pytest.mark.usefixtures("in_memory")


def read_elsewhere(draft: Draft) -> Draft:
    return Draft.objects.for_viewer(draft.account).get(pk=draft.pk)


def test_words_rewritten_before_they_are_read_are_read_anew(write: Write) -> None:
    draft = write("before")
    seen_elsewhere = read_elsewhere(draft)
    draft.words = "after"
    draft.save()
    finish_destroying()
    assert seen_elsewhere.words == "after"


def test_words_blanked_before_they_are_read_are_blank(write: Write) -> None:
    draft = write("before")
    seen_elsewhere = read_elsewhere(draft)
    draft.words = ""
    draft.save()
    finish_destroying()
    assert seen_elsewhere.words == ""


def test_words_erased_before_they_are_read_are_blank(write: Write) -> None:
    draft = write("before")
    seen_elsewhere = read_elsewhere(draft)
    draft.delete()
    finish_destroying()
    assert seen_elsewhere.words == ""


def test_a_lost_key_is_said_plainly(write: Write) -> None:
    draft = write()
    keys.store.destroy([blob_of(draft).key_id])
    with pytest.raises(KeyMissing, match=rf"kernel.Draft.words of {draft.pk} has no key"):
        _ = draft.words


def test_one_lost_key_leaves_the_others_readable(write: Write) -> None:
    lost, fine = write("lost"), write("fine")
    keys.store.destroy([blob_of(lost).key_id])
    drafts = {draft.pk: draft for draft in Draft.objects.for_viewer(fine.account)}
    assert drafts[fine.pk].words == "fine"
    with pytest.raises(KeyMissing):
        _ = drafts[lost.pk].words


def test_a_row_that_was_deleted_meanwhile_is_sealed_anew_when_saved(write: Write) -> None:
    draft = write("still here")
    again = read_elsewhere(draft)
    assert again.words == "still here"
    draft.delete()
    finish_destroying()
    with acting_for_the_house("putting a row back"):
        again.save(force_insert=True)
    assert read_elsewhere(again).words == "still here"


def test_a_key_noted_too_early_is_kept(write: Write) -> None:
    draft = write("still here")
    note = KeyToDestroy(
        key=blob_of(draft).key_id.hex(), column="kernel.Draft.words", row=str(draft.pk)
    )
    note.save()
    finish_destroying()
    assert KeyToDestroy.objects.exists()
    assert draft.words == "still here"


def test_a_deletion_undone_keeps_its_key(write: Write) -> None:
    draft = write("still here")
    with transaction.atomic():
        read_elsewhere(draft).delete()
        transaction.set_rollback(True)
    finish_destroying()
    assert read_elsewhere(draft).words == "still here"


class StillRead(KeysInMemory):
    """Someone is reading the key file whenever a key is destroyed."""

    def destroy(self, ids: Any) -> bool:
        super().destroy(ids)
        return False


def test_a_key_that_may_still_lie_in_a_log_stays_noted(write: Write) -> None:
    keys.store = StillRead()
    write("secret").delete()
    finish_destroying()
    assert KeyToDestroy.objects.exists()
    keys.store = KeysInMemory()
    finish_destroying()
    assert not KeyToDestroy.objects.exists()
