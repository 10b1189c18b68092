"""A few programs of the machine; `bin/bench machines` runs many, and counts the transitions."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from openchair.circles.tests.machine.rules import TableMachine
from openchair.testing.scenes import Scene

FEW = settings(
    max_examples=6,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate],
)


@pytest.mark.usefixtures("scene")
def test_whatever_happens_at_a_table_what_must_hold_holds(scene: Scene) -> None:
    """I-1, I-5, I-6, I-22, I-23."""
    run_state_machine_as_test(TableMachine, settings=FEW)
