"""Two who look after the house want to be forgotten in the same instant: one of them stays."""

from collections.abc import Iterator
from itertools import count

import pytest

from openchair.house import actions
from openchair.house.models import Duty
from openchair.house.queries import held
from openchair.journeys import erasing
from openchair.kernel.sealed import KeysInMemory, keys
from openchair.people.models import Account
from openchair.testing.scenes import NOON
from tests.at_once import at_once
from tests.first_morning import someone

TIMES = 8
tokens = count()


@pytest.fixture(autouse=True)
def house(transactional_db: None) -> Iterator[None]:
    before, keys.store = keys.store, KeysInMemory()
    actions.found(name="Elm House", neutral_name="Elm", country="BE", emergency_number="112")
    yield
    keys.store = before


def a_steward(name: str) -> Account:
    account = someone(name)
    actions.give_duty(account, Duty.STEWARD, since=NOON.date(), shown_as="a steward")
    return account


def be_forgotten(account: Account) -> None:
    erasing.be_forgotten(account, token=f"page {next(tokens)}", at=NOON)


@pytest.mark.parametrize("time", range(TIMES))
def test_two_stewards_are_forgotten_and_one_stays(time: int) -> None:
    ralf, chiara = a_steward("Ralf"), a_steward("Chiara")
    answers = at_once(lambda: be_forgotten(ralf), lambda: be_forgotten(chiara))
    assert held()[Duty.STEWARD] == 1
    assert sorted(map(bool, answers)) == [False, True]


@pytest.mark.parametrize("time", range(TIMES))
def test_one_is_forgotten_while_the_other_puts_it_down(time: int) -> None:
    ralf, chiara = a_steward("Ralf"), a_steward("Chiara")
    put_down = actions.put_down
    answers = at_once(lambda: be_forgotten(ralf), lambda: put_down(chiara, Duty.STEWARD, at=NOON))
    assert held()[Duty.STEWARD] == 1
    assert sorted(map(bool, answers)) == [False, True]
