"""Two stewards who press at the same instant: one of them stays, whatever the database."""

from collections.abc import Iterator

import pytest

from openchair.house import actions
from openchair.house.models import Duty, Role
from openchair.house.queries import held
from openchair.kernel.sealed import KeysInMemory, keys
from openchair.people.models import Account
from openchair.testing.scenes import NOON
from tests.at_once import at_once
from tests.first_morning import someone

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 8


@pytest.fixture(autouse=True)
def keys_in_memory() -> Iterator[None]:
    before, keys.store = keys.store, KeysInMemory()
    yield
    keys.store = before


def two_stewards() -> tuple[Account, Account]:
    actions.found(name="Elm House", neutral_name="Elm", country="BE", emergency_number="112")
    stewards = someone("Ralf"), someone("Chiara")
    for account in stewards:
        actions.give_duty(account, Duty.STEWARD, since=NOON.date(), shown_as="a steward")
    return stewards


@pytest.mark.parametrize("time", range(TIMES))
def test_two_stewards_end_each_other_and_one_stays(time: int) -> None:
    ralf, chiara = two_stewards()
    his = Role.objects.for_viewer(chiara).get(account=ralf)
    hers = Role.objects.for_viewer(ralf).get(account=chiara)
    answers = at_once(
        lambda: actions.end_duty(chiara, his, at=NOON),
        lambda: actions.end_duty(ralf, hers, at=NOON),
    )
    assert held()[Duty.STEWARD] == 1
    assert sorted(map(bool, answers)) == [False, True]


@pytest.mark.parametrize("time", range(TIMES))
def test_two_stewards_put_it_down_and_one_stays(time: int) -> None:
    ralf, chiara = two_stewards()
    answers = at_once(
        lambda: actions.put_down(ralf, Duty.STEWARD, at=NOON),
        lambda: actions.put_down(chiara, Duty.STEWARD, at=NOON),
    )
    assert held()[Duty.STEWARD] == 1
    assert sorted(map(bool, answers)) == [False, True]


def test_one_letter_is_taken_once_by_two_who_hold_it() -> None:
    ralf, _chiara = two_stewards()
    token = actions.ask(ralf, Duty.HOST, at=NOON).token
    ama, els = someone("Ama"), someone("Els")
    answers = at_once(
        lambda: actions.take(ama, token, shown_as="Ama", at=NOON),
        lambda: actions.take(els, token, shown_as="Els", at=NOON),
    )
    assert held()[Duty.HOST] == 1
    assert sorted(map(bool, answers)) == [False, True]
