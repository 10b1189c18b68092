from collections.abc import Iterator
from typing import Any

import pytest

from openchair.kernel.guard.tests.guarded_world.people import World, settle
from openchair.kernel.guard.tests.guarded_world.tables import standing_world


@pytest.fixture(scope="module", autouse=True)
def guarded_world(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), standing_world():
        yield


@pytest.fixture
def world(db: None) -> World:
    return settle()
