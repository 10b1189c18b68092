"""A letter and the act it tells of are one: spec in design/trust.md, "nothing lost, nothing twice"."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from openchair.delivery import bell, letters
from openchair.delivery.kinds import AT_ONCE, Kind
from openchair.delivery.models import Letter, State
from openchair.delivery.tests.conftest import NOON, all_letters, only_letter
from openchair.kernel.guard import NotScoped, acting_for_the_house


def has_rung() -> bool:
    was = bell._rung.is_set()
    bell.wait(0)
    return was


def test_a_letter_waits_from_the_moment_it_is_written(ama):
    about = uuid4()
    letters.write(ama, Kind.SOMETHING, about=about, at=NOON)
    letter = only_letter()
    assert (letter.to, letter.kind, letter.about) == (ama, Kind.SOMETHING, about)
    assert (letter.state, letter.due_at, letter.secret) == (State.WAITING, NOON, "")


def test_everyone_gets_one_at_the_price_of_one(ama, bert, django_assert_num_queries):
    with django_assert_num_queries(1):
        letters.write_to_each([ama, bert], Kind.SOMETHING, about=uuid4(), at=NOON)
    assert {letter.to for letter in all_letters()} == {ama, bert}


@pytest.mark.django_db(transaction=True)
def test_a_letter_without_a_transaction_is_refused(ama):
    with pytest.raises(letters.OutsideTransaction):
        letters.write(ama, Kind.SOMETHING, at=NOON)
    assert all_letters() == []


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_undone_takes_its_letter_along_and_wakes_nobody(ama):
    bell.wait(0)
    with transaction.atomic():
        letters.write(ama, Kind.SOMETHING, at=NOON)
        transaction.set_rollback(True)
    assert all_letters() == []
    assert not has_rung()


@pytest.mark.django_db(transaction=True)
def test_the_worker_is_woken_when_the_act_is_committed_and_not_before(ama):
    bell.wait(0)
    with transaction.atomic():
        letters.write(ama, Kind.SOMETHING, at=NOON)
        assert not has_rung()
    assert has_rung()


@pytest.mark.django_db(transaction=True)
def test_the_kill_bench_can_write_letters_too_late(ama, settings):
    settings.LETTERS_OUTSIDE_THE_TRANSACTION = True
    with transaction.atomic():
        letters.write(ama, Kind.SOMETHING, at=NOON)
        assert all_letters() == []
    assert len(all_letters()) == 1


def test_a_code_lies_sealed(ama):
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON, secret="QX7-RTM", address="new@example.org")
    letter = only_letter()
    assert (letter.secret, letter.address) == ("QX7-RTM", "new@example.org")
    with acting_for_the_house("tests"):
        stored: Any = Letter.objects.values_list("secret", "address").get()
    on_disk = b"".join(stored)
    assert len(on_disk) > 60
    assert b"QX7" not in on_disk
    assert b"new@" not in on_disk


@pytest.mark.parametrize("sealed", [{"secret": "QX7-RTM"}, {"address": "new@example.org"}])
def test_only_what_is_soon_forgotten_may_hold_a_secret(ama, sealed):
    with pytest.raises(ValueError, match="Only a sign-in code"):
        letters.write(ama, Kind.SOMETHING, at=NOON, **sealed)


def test_what_cannot_wait_goes_alone(ama):
    for kind in Kind:
        letters.write(ama, kind, at=NOON)
    assert {letter.kind for letter in all_letters() if letter.alone} == AT_ONCE


def test_what_was_asked_for_goes_alone_and_for_ten_minutes_at_night(ama):
    letters.answer(ama, Kind.EXPORT_READY, at=NOON + timedelta(minutes=4), asked_at=NOON)
    letter = only_letter()
    assert letter.alone
    assert letter.may_wake(NOON + timedelta(minutes=10))
    assert not letter.may_wake(NOON + timedelta(minutes=11))


def test_who_said_yes_to_nights_may_be_woken(ama):
    letters.write_even_at_night(ama, Kind.COMPANY_CALL, at=NOON)
    letter = only_letter()
    assert letter.alone
    assert letter.may_wake(NOON + timedelta(days=1))


def test_a_letter_is_seen_by_whom_it_is_for_and_nobody_else(ama, bert):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    assert Letter.objects.for_viewer(ama).count() == 1
    assert Letter.objects.for_viewer(bert).count() == 0
    assert Letter.objects.for_viewer(AnonymousUser()).count() == 0
    with pytest.raises(NotScoped):
        Letter.objects.count()
