"""Who does something for the whole house, asked by the house itself."""

import pytest

from openchair.house.models import Duty
from openchair.house.queries import holders
from openchair.testing.scenes import Scene


def test_those_who_do_something_are_found(scene: Scene) -> None:
    assert holders(Duty.EAR) == [scene.people["Harriet"]]


@pytest.mark.django_db
def test_a_duty_nobody_has_has_no_holders() -> None:
    assert holders(Duty.HOST) == []
