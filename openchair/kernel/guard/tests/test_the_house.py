"""The house acts inside its block and nowhere else."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from asgiref.sync import async_to_sync

from openchair.kernel.guard import NotScoped, acting_for_the_house
from openchair.kernel.guard.scope import the_house_acts
from openchair.kernel.guard.tests.guarded_world.models import Leaf, Place
from openchair.kernel.guard.tests.guarded_world.people import World


def test_it_acts_inside_its_block(world: World) -> None:
    with acting_for_the_house("test") as block:
        assert block.reason == "test"
        assert Leaf.objects.count() == 3
        assert Leaf.objects.filter(place__name="here").count() == 2
    with pytest.raises(NotScoped):
        Leaf.objects.count()


def test_the_block_ends_with_an_error_too() -> None:
    with pytest.raises(ZeroDivisionError), acting_for_the_house("test"):
        _ = 1 / 0
    assert not the_house_acts()


def test_a_block_in_a_block_leaves_the_outer_open() -> None:
    with acting_for_the_house("outer"):
        with acting_for_the_house("inner"):
            assert the_house_acts()
        assert the_house_acts()
    assert not the_house_acts()


def test_a_block_is_not_opened_twice_at_once() -> None:
    block = acting_for_the_house("test")
    with block, pytest.raises(NotScoped), block:
        pass
    assert not the_house_acts()
    with block:
        assert the_house_acts()


def test_a_lazy_queryset_is_read_inside_or_not_at_all(world: World) -> None:
    with acting_for_the_house("test"):
        lazy, steps = Leaf.objects.all(), Leaf.objects.iterator()
    for read in (lambda: list(lazy), lambda: next(steps)):
        with pytest.raises(NotScoped):
            read()


def test_a_generator_may_not_act_for_the_house() -> None:
    def numbers() -> Iterator[int]:
        with acting_for_the_house("test"):
            yield 1

    @contextmanager
    def wrapped() -> Iterator[None]:
        with acting_for_the_house("test"):
            yield

    with pytest.raises(NotScoped, match="generator"):
        next(numbers())
    with pytest.raises(NotScoped, match="generator"), wrapped():
        pass
    assert not the_house_acts()


def test_an_asynchronous_generator_may_not_either() -> None:
    async def numbers() -> AsyncIterator[int]:
        with acting_for_the_house("test"):
            yield 1

    async def take() -> int:
        return await anext(aiter(numbers()))

    with pytest.raises(NotScoped, match="generator"):
        asyncio.run(take())


def test_a_thread_begins_guarded() -> None:
    acts: list[bool] = []
    with acting_for_the_house("test"):
        thread = threading.Thread(target=lambda: acts.append(the_house_acts()))
        thread.start()
        thread.join()
    assert acts == [False]


def test_a_task_loses_the_house_when_the_block_ends() -> None:
    async def begin() -> tuple[bool, bool]:
        ended = asyncio.Event()
        seen: list[bool] = []

        async def look() -> None:
            seen.append(the_house_acts())
            await ended.wait()
            seen.append(the_house_acts())

        with acting_for_the_house("test"):
            task = asyncio.create_task(look())
            await asyncio.sleep(0)
        ended.set()
        await task
        return seen[0], seen[1]

    assert asyncio.run(begin()) == (True, False)


@pytest.mark.django_db(transaction=True)
def test_asynchronous_queries_are_guarded_alike(world: World) -> None:
    async def ask() -> tuple[int, int]:
        mine = Leaf.objects.for_viewer(world.ama)
        leaf = await mine.aget(number=1)
        answers = await leaf.answers.acount()
        with pytest.raises(NotScoped):
            await Leaf.objects.acount()
        with acting_for_the_house("test"):
            every = await Leaf.objects.acount()
        return answers, every

    assert async_to_sync(ask)() == (2, 3)


def test_what_a_viewer_may_see_is_asked_without_opening_the_rest(world: World) -> None:
    """While a Scope becomes SQL the house acts, and it has stopped when the rest does."""
    open_rest: Any = Leaf.objects.for_viewer(world.ama).filter(place__in=Place.objects.all())
    with pytest.raises(NotScoped):
        list(open_rest)
    list(Leaf.objects.for_viewer(world.ama))
    assert not the_house_acts()
