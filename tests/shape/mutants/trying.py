"""Runs what should notice against one mutant after another, each in a fork of this warm process."""

import importlib
import inspect
import os
import random
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.urls import get_resolver

from openchair.kernel.guard.models import GuardedModel
from tests.shape.access_matrix.cells import (
    Cell,
    Matrix,
    all_cells,
    quick_cells,
    rows_meant,
    rows_seen,
)
from tests.shape.access_matrix.sight import EVERYBODY
from tests.shape.access_matrix.world import World
from tests.shape.mutants.conditions import ROOT, Mutant
from tests.shape.mutants.hung import Unhung
from tests.shape.test_doors import patterns, wrong_doors

NOTICED, SURVIVED, BROKEN = 0, 1, 2
MOST = 900
SEED = 7

type Check = Callable[[World], None]


def noticed(world: World, mutant: Mutant | Unhung) -> bool:
    """Whether some test fails once this mutant is in place. Nothing of it stays in this process."""
    _quick(world)  # drawn once, for all forks
    child = os.fork()
    if child == 0:
        os._exit(_try(world, mutant))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in (NOTICED, SURVIVED):
        raise RuntimeError(f"{mutant} could not be tried.")
    return status == NOTICED


def _try(world: World, mutant: Mutant | Unhung) -> int:
    try:
        mutant.take_place()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        return BROKEN
    try:
        with transaction.atomic():
            for check in _checks(mutant):
                check(world)
            transaction.set_rollback(True)
    except BaseException:
        return NOTICED
    return SURVIVED


def _checks(mutant: Mutant | Unhung) -> Iterator[Check]:
    """The likely ones first."""
    if isinstance(mutant, Unhung):
        yield _doors
        yield lambda world: _cells(world, _at(world, mutant.routes))
    else:
        of_it = [model for model in _guarded() if model.__module__ == mutant.module]
        yield lambda world: _rows(world, of_it)
        yield from _of_room(mutant.room)
        yield lambda world: _cells(world, _here_first(world, mutant.room))
        if "policy" not in mutant.path:
            yield lambda world: _rows(world, [one for one in _guarded() if one not in of_it])
        return
    yield lambda world: _cells(world, _quick(world))


def _guarded() -> list[type[GuardedModel]]:
    return [one for one in apps.get_models() if issubclass(one, GuardedModel)]


@cache
def _routes_of(room: str) -> frozenset[str]:
    found = patterns(get_resolver())
    return frozenset(
        str(one.name) for one in found if one.callback.__module__.startswith(f"openchair.{room}.")
    )


@cache
def _quick(world: World) -> tuple[Cell, ...]:
    return tuple(quick_cells(world, MOST, SEED))


def _here_first(world: World, room: str) -> list[Cell]:
    """The addresses of a room before all others."""
    here = _routes_of(room)
    return sorted(_quick(world), key=lambda cell: cell.target.route not in here)


def _doors(_world: World) -> None:
    assert wrong_doors() == []


def _rows(world: World, models: Sequence[type[GuardedModel]]) -> None:
    for model in models:
        for person in sorted(EVERYBODY):
            viewer = world.people.get(person) or AnonymousUser()
            assert rows_seen(world, model, viewer) == rows_meant(world, model, person)


def _cells(world: World, cells: Sequence[Cell]) -> None:
    matrix = Matrix(world)
    for cell in cells:
        matrix.check(cell)
        assert not matrix.tally.leaks


def _at(world: World, routes: Sequence[str]) -> list[Cell]:
    here = [cell for cell in all_cells(world) if cell.target.route in routes]
    random.Random(SEED).shuffle(here)
    return here[:MOST]


def _of_room(room: str) -> Iterator[Check]:
    """The room's own tests of access, which take nothing, or the database."""
    for path in sorted((ROOT / "openchair" / room / "tests").glob("test_access_*.py")):
        for test in _tests(path):
            yield _alone(test)


def _alone(test: Callable[..., None]) -> Check:
    return lambda _world: test(*[None for _ in inspect.signature(test).parameters])


def _tests(path: Path) -> list[Callable[..., None]]:
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return [test for name, test in vars(module).items() if name.startswith("test_")]
