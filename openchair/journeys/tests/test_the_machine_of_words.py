"""A few programs of the machine of words; `bin/bench machines` runs many, and counts the transitions."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from openchair.journeys.tests.machine.rules import WordsMachine
from openchair.sharing.models import Answer, Share
from openchair.testing.scenes import Scene
from tests.drawn_anew import ANEW
from tests.shape.mutants.conditions import conditions_of_sight

FEW = settings(
    max_examples=4,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate],
    backend=ANEW,
)
UNTIL_IT_IS_SEEN = settings(FEW, max_examples=40, stateful_step_count=40)
WAITS = "openchair/sharing/models/answers.py", "Answer.visible_to: without held=False"
BY_NAME = "openchair/sharing/models/words.py", "Share.was_said_to: without Exists(chosen)"


@pytest.mark.usefixtures("scene")
def test_whatever_is_said_it_is_read_where_it_may_be_and_nowhere_else(scene: Scene) -> None:
    """I-3, I-4, I-7."""
    run_state_machine_as_test(WordsMachine, settings=FEW)


@pytest.mark.usefixtures("scene")
@pytest.mark.parametrize(
    ("missing", "function", "begin"),
    [(WAITS, Answer.visible_to, 2), (BY_NAME, Share.was_said_to, 2)],
    ids=["what waits for a yes", "said to some by name"],
)
def test_it_sees_that_a_condition_is_missing(
    scene: Scene, missing: tuple[str, str], function: Any, begin: int
) -> None:
    """`begin`: a seed that comes upon it soon."""
    with taken_out(*missing, function.__func__), pytest.raises(AssertionError, match="shows"):
        run_state_machine_as_test(seed(begin)(WordsMachine), settings=UNTIL_IT_IS_SEEN)


@contextmanager
def taken_out(path: str, what: str, function: Any) -> Iterator[None]:
    """As the mutants take it out; and back again."""
    [mutant] = [one for one in conditions_of_sight(path) if str(one).endswith(what)]
    before, function.__code__ = function.__code__, mutant.code
    try:
        yield
    finally:
        function.__code__ = before
