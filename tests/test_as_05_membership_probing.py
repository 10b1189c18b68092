"""AS-05: whoever names people to learn who sits where learns the same from each, and after a while."""

from datetime import timedelta

import pytest
import time_machine

from openchair.circles.models import HostCall
from openchair.testing.scenes import Scene
from tests.guest import Guest
from tests.naming import AT_TUESDAY, DAY, HOUR, LETTER, answers, due, names, reads, settled, table

NOT_POSSIBLE = "This chair cannot be offered to this person now."
TALK_FIRST = "Someone who greets people here would like to talk with you first."


def refused(scene: Scene, called: str) -> str:
    page = names(scene, "Bert", called)
    answers(scene, page, *AT_TUESDAY, no="Dev")
    settled(page)
    return page


def test_as_05_one_open_question_at_a_time_in_the_whole_house(scene: Scene) -> None:
    names(scene, "Lin", "Wim")
    lin = Guest(scene.people["Lin"])
    for one in ("Tuesday", "Stairwell"):
        room = lin.get(f"{table(scene, one)}room/").text
        assert "You named someone already." in room
        assert f"{table(scene, one)}name/" not in room


@pytest.mark.parametrize("no", ["", "Dev"])
def test_as_05_the_delay_is_drawn_alike_for_a_yes_and_a_no(scene: Scene, no: str) -> None:
    waited = set()
    for number in range(8):
        page = names(scene, "Bert", f"Wim {number}")
        answers(scene, page, *AT_TUESDAY, no=no)
        waited.add(due(page) - scene.at)
        Guest(scene.people["Bert"]).press(page, f"{page}back/")
    minute = timedelta(minutes=1)
    assert all(12 * HOUR <= wait <= 24 * HOUR + 5 * minute for wait in waited)
    assert len(waited) == 8


def test_as_05_while_it_is_asked_a_yes_and_a_no_read_alike(scene: Scene) -> None:
    told = []
    for no in ("", "Dev"):
        page = names(scene, "Bert", "Wim")
        answers(scene, page, *AT_TUESDAY, no=no)
        bert = Guest(scene.people["Bert"])
        told.append((bert.get(page).text.count("The others are asked in private."), due(page)))
        bert.press(page, f"{page}back/")
    assert [count for count, _due in told] == [1, 1]


def test_as_05_after_three_a_host_is_asked_to_talk_and_the_table_is_not(scene: Scene) -> None:
    for called in ("One", "Two", "Three"):
        page = refused(scene, called)
        assert NOT_POSSIBLE in reads(scene, "Bert", page, scene.at + 2 * DAY).text
    bert = Guest(scene.people["Bert"])
    assert TALK_FIRST in bert.get(f"{table(scene)}room/").text
    once = bert.form("/tables/start/").fields["once"]
    fourth = bert.post(f"{table(scene)}name/", name="Four", words=LETTER, once=once)
    assert fourth.status_code == 409
    assert TALK_FIRST in fourth.text
    assert LETTER in fourth.text
    assert HostCall.objects.for_viewer(scene.people["Chiara"]).get().name == "Bert"
    for who in ("Ama", "Dev", "Els", "Lin", "Bert"):
        assert not HostCall.objects.for_viewer(scene.people[who]).exists()


def test_as_05_after_thirty_days_they_may_name_again(scene: Scene) -> None:
    for called in ("One", "Two", "Three"):
        refused(scene, called)
    with time_machine.travel(scene.at + 32 * DAY, tick=False):
        room = Guest(scene.people["Bert"]).get(f"{table(scene)}room/").text
        assert TALK_FIRST not in room
        assert f"{table(scene)}name/" in room
