"""The world outside pytest, for measurements: in memory, so that a fork has a world of its own."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import time_machine
from django.db import connection
from django.test.utils import setup_test_environment, teardown_test_environment

from openchair.testing.scenes import NOON
from tests.shape.access_matrix.world import World, bare_house, lay_the_world


@contextmanager
def world_in_memory() -> Iterator[World]:
    setup_test_environment()
    connection.settings_dict["TEST"]["NAME"] = None
    connection.creation.create_test_db(verbosity=0)
    logging.disable(logging.CRITICAL)
    try:
        with bare_house(), time_machine.travel(NOON, tick=False):
            yield lay_the_world(NOON)
    finally:
        logging.disable(logging.NOTSET)
        teardown_test_environment()
