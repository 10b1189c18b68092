"""A few programs of the machine of words; `bin/bench machines` runs many, and counts the transitions."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from openchair.journeys.tests.machine.rules import WordsMachine
from openchair.testing.scenes import Scene

FEW = settings(
    max_examples=6,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate],
)


@pytest.mark.usefixtures("scene")
def test_whatever_is_said_it_is_read_where_it_may_be_and_nowhere_else(scene: Scene) -> None:
    """I-3, I-4, I-7."""
    run_state_machine_as_test(WordsMachine, settings=FEW)
