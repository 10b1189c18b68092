"""A short run of `bin/bench erasure`: what was erased can be read in no backup, and all else can."""

from collections.abc import Iterator
from itertools import repeat

import pytest

from bench.erasure.control import readable_without_destroying
from bench.erasure.history import House
from bench.erasure.killing import Kills, Pristine, before_all, kill_everywhere
from bench.erasure.restoring import all_keys, restore_each
from bench.ground.house import a_folder

SOME_STEPS = Kills(every=60, sudden=2, seed=1)


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """With one backup, in which every kind of word lies."""
    with a_folder() as folder:
        made = House(folder)
        made.lay()
        made.back_up(1)
        yield made


@pytest.fixture(scope="module")
def before(house: House) -> Pristine:
    return before_all(house)


def test_without_destroying_keys_the_proof_fails(house: House, before: Pristine) -> None:
    assert readable_without_destroying(house, before)


def test_one_killed_while_erasing_leaves_nothing_in_between(house: House, before: Pristine) -> None:
    house.faults.clear()
    kill_everywhere(house, before, SOME_STEPS, ["share"])
    assert not house.faults


def test_what_was_erased_is_in_no_backup_and_in_no_restored_house(
    house: House, before: Pristine
) -> None:
    """Once there is a backup from after the erasing: without one, a machine that burns down with its
    disk takes with it what was erased since the last."""
    house.faults.clear()
    wrapped = all_keys(house)
    house.erase_all(3)
    house.back_up(4)
    restore_each(house, wrapped, repeat(""), most=1)
    assert not house.faults
