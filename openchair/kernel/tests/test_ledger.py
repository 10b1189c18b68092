"""What was erased is noted without content, once, with the act, and not for ever."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import transaction

from openchair.kernel import ledger
from openchair.kernel.models import Erasure

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def noted() -> list[tuple[str, str]]:
    return sorted(Erasure.objects.values_list("label", "row"))


def test_an_erased_row_is_noted_once() -> None:
    row = uuid.uuid4()
    ledger.note_erased("sharing.Share", row, at=NOW)
    ledger.note_erased("sharing.Share", row, at=NOW + timedelta(days=1))
    assert noted() == [("sharing.Share", str(row))]


def test_a_forgotten_account_is_noted_as_an_account() -> None:
    account = uuid.uuid4()
    ledger.note_forgotten(account, at=NOW)
    assert noted() == [(settings.AUTH_USER_MODEL, str(account))]


def test_a_note_goes_with_an_act_that_was_undone() -> None:
    with transaction.atomic():
        ledger.note_forgotten(uuid.uuid4(), at=NOW)
        transaction.set_rollback(True)
    assert noted() == []


def test_a_note_outlives_the_oldest_copy_by_thirty_days() -> None:
    ledger.note_erased("sharing.Share", "one", at=NOW)
    ledger.forget_old(NOW + timedelta(days=44))
    assert noted() == [("sharing.Share", "one")]
    ledger.forget_old(NOW + timedelta(days=44, seconds=1))
    assert noted() == []
