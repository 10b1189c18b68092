"""No way of asking gets past the guard: see guard_probes/.

`OPENCHAIR_PROBES=all` runs every probe; otherwise one in thirty, or as many as it says.
"""

import os
from collections.abc import Iterator
from inspect import getmembers, isfunction
from itertools import chain
from typing import Any

import pytest

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.guard.models import GuardedModel, GuardedQuerySet
from openchair.kernel.guard.tests.guarded_world.models import Place
from openchair.kernel.guard.tests.guarded_world.tables import standing_world
from tests.shape.guard_probes.aims import Probe
from tests.shape.guard_probes.answers import ANSWERS, ASYNCHRONOUS
from tests.shape.guard_probes.querysets import answered, chained
from tests.shape.guard_probes.rows import ACTS, ASKED_OF_NO_ROW, acted, related
from tests.shape.guard_probes.running import run, share_of
from tests.shape.guard_probes.steps import STEPS
from tests.shape.guard_probes.worlds import Worlds


@pytest.fixture(scope="module", autouse=True)
def guarded_world(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), standing_world():
        yield


def public(owner: type) -> set[str]:
    functions = getmembers(owner, lambda each: isfunction(each) or hasattr(each, "__func__"))
    return {name for name, _ in functions if not name.startswith("_")}


def one_in() -> int:
    said = os.environ.get("OPENCHAIR_PROBES", "30")
    return 1 if said == "all" else int(said)


def test_every_public_method_of_a_queryset_is_probed() -> None:
    assert (
        public(GuardedQuerySet)
        == (STEPS.keys() - {"and, or, xor"}) | ANSWERS.keys() | ASYNCHRONOUS.keys()
    )


def test_every_public_method_of_a_row_is_probed() -> None:
    assert public(GuardedModel) == ACTS.keys() | ASKED_OF_NO_ROW


@pytest.mark.django_db
def test_a_probe_that_gets_through_is_noticed() -> None:
    tally = run([Probe("reads", _reading), Probe("writes", _writing), Probe("asks", _asking)])
    assert [told.partition("\n")[0] for told in tally.wrong] == ["reads", "writes"]
    assert tally.ways["answered alike in both worlds"] == 1


def _reading(_worlds: Worlds) -> Any:
    with acting_for_the_house("getting through"):
        return list(Place.objects.order_by("opened"))


def _writing(worlds: Worlds) -> Any:
    with acting_for_the_house("getting through"):
        return Place.objects.filter(pk__in=worlds.hidden[Place]).update(name="written over") > 5


def _asking(worlds: Worlds) -> Any:
    return list(Place.objects.for_viewer(worlds.ama))


@pytest.mark.django_db
def test_no_probe_passes_the_guard_wrongly(capsys: pytest.CaptureFixture[str]) -> None:
    probes = chain(chained(), answered(), acted(), related())
    tally = run(share_of(probes, one_in()))
    with capsys.disabled():
        print(f"\n{tally}")
    assert not tally.wrong, "\n".join(tally.wrong[:20])
