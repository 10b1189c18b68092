"""Each reason why not with people, alone."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db.models import Q

from openchair.kernel.guard import acting_for_the_house
from openchair.people import policy, sight
from openchair.people.models import Account, NameNotUsed, Passkey, Person, RecoveryCode

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)


def test_arriving_asks_for_a_name_and_an_age() -> None:
    assert policy.why_not_arrive(adult=True, name="Ama") is None
    assert "name" in str(policy.why_not_arrive(adult=True, name=""))
    assert "18" in str(policy.why_not_arrive(adult=False, name="Ama"))


def test_nobody_blocks_themselves() -> None:
    ama, bert = Account(), Account()
    assert policy.why_not_block(ama, bert) is None
    assert "yourself" in str(policy.why_not_block(ama, ama))


def test_nobody_s_name_is_read_where_no_room_says_so() -> None:
    handed_over = sight._questions[:]
    sight._questions.clear()
    try:
        assert sight.company_of(Account()) == Q(pk__in=[])
    finally:
        sight._questions[:] = handed_over


def someone(**more: str) -> Account:
    account = Account.objects.create(**more)
    Person.objects.create(account=account, name="Ama", adult_said_at=NOW)
    return account


def give_passkey(account: Account) -> None:
    handle = uuid4().hex
    Passkey.objects.create(account=account, name="a", handle=handle, credential="{}", made_at=NOW)


@pytest.mark.django_db
def test_what_one_can_be_called() -> None:
    with acting_for_the_house("a test"):
        ama = someone()
        NameNotUsed.objects.create(account=ama, name="Amina", set_at=NOW)
    assert policy.why_not_be_called(ama, "Ami") is None
    assert "write the name" in str(policy.why_not_be_called(ama, ""))
    assert "so that nobody is mixed up" in str(policy.why_not_be_called(ama, "you"))
    assert "on your list" in str(policy.why_not_be_called(ama, " AMINA"))


@pytest.mark.django_db
def test_which_name_is_never_used() -> None:
    with acting_for_the_house("a test"):
        ama = someone()
    assert policy.why_not_never_use(ama, "Amina") is None
    assert "must not show" in str(policy.why_not_never_use(ama, ""))
    assert "called so here now" in str(policy.why_not_never_use(ama, "ama "))


@pytest.mark.django_db
def test_there_are_ten_passkeys_at_most() -> None:
    with acting_for_the_house("a test"):
        ama = someone()
        for _key in range(policy.MOST_PASSKEYS - 1):
            give_passkey(ama)
        assert policy.why_not_add_passkey(ama) is None
        give_passkey(ama)
    assert "ten passkeys already" in str(policy.why_not_add_passkey(ama))


@pytest.mark.django_db
def test_the_only_way_back_in_is_not_taken_away() -> None:
    with acting_for_the_house("a test"):
        alone, by_mail, by_paper, with_two = (
            someone(),
            someone(email=f"{uuid4().hex}@example.org"),
            someone(),
            someone(),
        )
        RecoveryCode.objects.create(account=by_paper, code_hash=uuid4().hex, made_at=NOW)
        for one in (alone, by_mail, by_paper, with_two, with_two):
            give_passkey(one)
    assert "only way back in" in str(policy.why_not_take_away_passkey(alone))
    for one in (by_mail, by_paper, with_two):
        assert policy.why_not_take_away_passkey(one) is None


@pytest.mark.django_db
def test_nobody_signs_out_everywhere_without_a_way_back() -> None:
    with acting_for_the_house("a test"):
        nobody, by_mail, by_key, by_paper = (
            someone(),
            someone(email=f"{uuid4().hex}@example.org"),
            someone(),
            someone(),
        )
        give_passkey(by_key)
        RecoveryCode.objects.create(account=by_paper, code_hash=uuid4().hex, made_at=NOW)
    assert "your only keys" in str(policy.why_not_sign_out_everywhere(nobody))
    for one in (by_mail, by_key, by_paper):
        assert policy.why_not_sign_out_everywhere(one) is None


def test_nobody_mends_their_own_address() -> None:
    ama = Account(email="ama@example.org")
    assert policy.why_not_mend(ama, "els@example.org") is None
    assert "your own address" in str(policy.why_not_mend(ama, "AMA@example.org"))
    assert policy.why_not_mend(Account(), "") is None
