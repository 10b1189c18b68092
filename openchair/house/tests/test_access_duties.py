"""A duty is had by whoever has that very duty, and by nobody else."""

from datetime import date

import pytest

from openchair.house import actions, keeping, policy
from openchair.house.models import Duty, Role
from openchair.house.queries import has_duty, held, the_house
from openchair.house.steps import look
from openchair.people.models import Account

pytestmark = pytest.mark.django_db
SINCE = date(2026, 3, 3)


def with_duty(duty: Duty) -> Account:
    account = Account.objects.create()
    actions.give_duty(account, duty, since=SINCE)
    return account


def test_a_steward_alone_keeps_the_help_lines() -> None:
    assert policy.why_not_keep_help_lines(with_duty(Duty.STEWARD)) is None
    for other in (with_duty(Duty.HOST), with_duty(Duty.EAR), Account.objects.create()):
        assert "Only someone" in str(policy.why_not_keep_help_lines(other))


def test_one_duty_is_not_another() -> None:
    host = with_duty(Duty.HOST)
    assert [duty for duty in Duty if has_duty(host, duty)] == [Duty.HOST]


def test_the_last_with_a_duty_cannot_be_forgotten_before_someone_else_has_it() -> None:
    """spec/model.md I-40, for whoever wants all of theirs erased."""
    steward, ear = with_duty(Duty.STEWARD), with_duty(Duty.EAR)
    assert "the only one who looks after" in str(
        policy.why_not_leave_duties(steward, held(), line=False)
    )
    assert "only independent listener" in str(policy.why_not_leave_duties(ear, held(), line=False))
    assert policy.why_not_leave_duties(ear, held(), line=True) is None
    with_duty(Duty.STEWARD)
    assert policy.why_not_leave_duties(steward, held(), line=False) is None
    assert policy.why_not_leave_duties(Account.objects.create(), held(), line=False) is None


def test_a_greeting_is_a_host_s_or_a_steward_s() -> None:
    for duty, may in ((Duty.STEWARD, True), (Duty.HOST, True), (Duty.EAR, False)):
        assert (policy.why_not_greet(with_duty(duty)) is None) is may


def test_the_truthful_line_says_what_is_true() -> None:
    house = actions.found(name="Elm", neutral_name="Elm", country="BE", emergency_number="112")
    assert policy.why_not_say_nobody(held(), said=True, now=house) is None
    assert "stays until" in str(policy.why_not_say_nobody(held(), said=False, now=house))
    with_duty(Duty.EAR)
    assert "would not be true" in str(policy.why_not_say_nobody(held(), said=True, now=house))
    assert policy.why_not_say_nobody(held(), said=False, now=house) is None


def test_nobody_but_a_steward_changes_the_house_once_there_is_one() -> None:
    outsider = Account.objects.create()
    assert policy.why_not_tend(outsider, held()) is None
    with_duty(Duty.STEWARD)
    assert "Only someone" in str(policy.why_not_tend(outsider, held()))
    house = actions.begin()
    assert "Only someone" in str(policy.why_not_open(outsider, look(house, SINCE), held()))
    assert "already" in str(policy.why_not_be_first(house, held()))


def test_ending_a_duty_needs_another_steward() -> None:
    steward = with_duty(Duty.STEWARD)
    role = Role.objects.for_viewer(steward).get()
    assert "do not look after" in str(policy.why_not_end_duty(with_duty(Duty.HOST), role))


def test_forgetting_a_listener_takes_their_name_from_the_page() -> None:
    actions.found(
        name="Elm", neutral_name="E", country="BE", emergency_number="112", listener="Harriet"
    )
    keeping.forget(with_duty(Duty.EAR))
    house = the_house()
    assert house
    assert house.listener == ""
