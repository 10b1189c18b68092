"""What may be asked of a queryset: every start, every method, every way of evaluating."""

from collections.abc import Iterator
from functools import partial
from itertools import chain, product
from typing import Any

from asgiref.sync import async_to_sync

from tests.shape.guard_probes.aims import STARTS, Aim, Probe, aims, starts
from tests.shape.guard_probes.answers import ANSWERS, ASYNCHRONOUS
from tests.shape.guard_probes.steps import DIFFERENT, STEPS, WAYS
from tests.shape.guard_probes.worlds import KINDS, Worlds


def chained() -> Iterator[Probe]:
    """Start, step, way. Two relations away only the ways that differ in what they ask for."""
    for aim in all_aims():
        ways = DIFFERENT if "__" in aim.path else WAYS
        for start, (step, kinds), way in product(starts(aim.kind), STEPS.items(), ways):
            for number, take in enumerate(kinds):
                name = f"{aim} {start} {step}/{number} {way}"
                yield Probe(name, partial(_chain, aim, STARTS[start], take, WAYS[way]), False)


def all_aims() -> Iterator[Aim]:
    return chain.from_iterable(map(aims, KINDS))


def _chain(aim: Aim, start: Any, step: Any, way: Any, worlds: Worlds) -> Any:
    return way(step(start(aim.kind, worlds), aim, worlds), aim, worlds)


def answered() -> Iterator[Probe]:
    """Start, method. The asynchronous twin takes one relation only, for it costs ten times as much."""
    for aim in all_aims():
        twins = ASYNCHRONOUS if "__" not in aim.path else {}
        methods = {name: name for name in ANSWERS} | twins
        for start, (method, like) in product(starts(aim.kind), methods.items()):
            for number, arguments in enumerate(ANSWERS[like]):
                name = f"{aim} {start} {method}/{number}"
                yield Probe(name, partial(_answer, aim, STARTS[start], method, arguments))


def _answer(aim: Aim, start: Any, method: str, arguments: Any, worlds: Worlds) -> Any:
    positional, named = arguments(aim, worlds)
    ask = getattr(start(aim.kind, worlds), method)
    if method == "aiterator":
        return async_to_sync(_collect)(ask, positional)
    if method in ASYNCHRONOUS:
        return async_to_sync(_await)(ask, positional, named)
    answer = ask(*positional, **named)
    return "a plan" if method == "explain" else answer


async def _await(ask: Any, positional: Any, named: Any) -> Any:
    return await ask(*positional, **named)


async def _collect(ask: Any, positional: Any) -> list[Any]:
    return [row async for row in ask(*positional)]
