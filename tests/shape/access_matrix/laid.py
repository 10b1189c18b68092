"""The world as a fixture: laid once for a file of tests, at one moment that does not pass."""

import logging
from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction

from openchair.testing.scenes import NOON
from tests.shape.access_matrix.world import World, bare_house, lay_the_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: object) -> Iterator[World]:
    blocker: object = django_db_blocker
    with blocker.unblock(), bare_house(), time_machine.travel(NOON, tick=False):  # type: ignore[attr-defined]
        logging.disable(logging.CRITICAL)  # a refusal is no news here
        with transaction.atomic():
            yield lay_the_world(NOON)
            transaction.set_rollback(True)
        logging.disable(logging.NOTSET)
        cache.clear()
