"""Each reason why not in the directory, alone."""

from datetime import date

import pytest

from openchair.house import actions as house
from openchair.house.models import Duty
from openchair.kernel.guard import acting_for_the_house
from openchair.pathways import policy
from openchair.pathways.models import Resource, Source, What
from openchair.people.models import Account

DAY = date(2026, 3, 3)


def a_steward() -> Account:
    account = Account.objects.create()
    house.give_duty(account, Duty.STEWARD, since=DAY)
    return account


def a_source(name: str) -> Source:
    with acting_for_the_house("forgetting"):
        return Source.objects.create(name=name, kind="bmlt", copied_on=DAY)


@pytest.mark.django_db
def test_a_steward_alone_keeps_the_directory() -> None:
    nobody, source = Account.objects.create(), a_source("one list")
    assert policy.why_not_keep_directory(a_steward()) is None
    said = policy.why_not_keep_directory(nobody)
    assert "Only someone" in str(said)
    assert policy.why_not_rename(nobody, source, "a name") == said
    assert policy.why_not_check(nobody, Resource(), opened_page=True) == said
    assert policy.why_not_list(nobody, Resource()) == said


@pytest.mark.django_db
def test_a_source_has_a_name_of_its_own() -> None:
    steward, source, _other = a_steward(), a_source("one list"), a_source("another list")
    assert policy.why_not_rename(steward, source, "a new name") is None
    assert policy.why_not_rename(steward, source, "one list") is None
    assert "Write the name" in str(policy.why_not_rename(steward, source, ""))
    assert "Another directory" in str(policy.why_not_rename(steward, source, "another list"))


@pytest.mark.django_db
def test_a_crisis_line_is_checked_on_its_own_page() -> None:
    steward, line, group = a_steward(), Resource(what=What.LINE), Resource(what=What.MEETING)
    assert policy.why_not_check(steward, line, opened_page=True) is None
    assert policy.why_not_check(steward, group, opened_page=False) is None
    assert "Open the provider" in str(policy.why_not_check(steward, line, opened_page=False))


@pytest.mark.django_db
def test_what_is_listed_is_there_and_checked_where_that_matters() -> None:
    steward = a_steward()
    assert policy.why_not_list(steward, Resource()) is None
    assert policy.why_not_list(steward, Resource(gone_on=DAY, checked_on=DAY)) is None
    assert policy.why_not_list(steward, Resource(what=What.LINE, checked_on=DAY)) is None
    assert "does not have" in str(policy.why_not_list(steward, Resource(gone_on=DAY)))
    assert "crisis line" in str(policy.why_not_list(steward, Resource(what=What.LINE)))
