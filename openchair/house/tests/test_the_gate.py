"""While a house is read-only or closed; before it is open see test_setting_up."""

import pytest

from openchair.house import actions
from openchair.house.models import HouseState
from openchair.testing.scenes import Scene
from tests.guest import Guest


def test_in_a_read_only_house_all_is_read_and_nothing_changed(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    form = ama.form("/tables/start/")
    actions.found(state=HouseState.READ_ONLY)
    assert ama.get("/today/").status_code == 200
    answer = ama.send(form, name="Ours", sentence="For when it is quiet")
    assert answer.status_code == 409
    assert "Nothing can be changed in this house just now." in answer.text
    assert "For when it is quiet" in answer.text


@pytest.mark.parametrize("who", ["", "Ama", "Ralf"])
def test_a_closed_house_tells_who_answers_now_and_lets_nobody_in(scene: Scene, who: str) -> None:
    actions.found(state=HouseState.CLOSED)
    guest = Guest(scene.people[who]) if who else Guest()
    answer = guest.get("/today/")
    assert answer.status_code == 503
    assert "This house is closed" in answer.text
    assert guest.get("/now/").status_code == 200
    assert guest.get("/leave/").status_code == 302
