"""A visit on its pages: both answers, what the others read, and for how long."""

from datetime import timedelta

import pytest
import time_machine

from openchair.circles import actions
from openchair.circles.models import Seat, SeatState
from openchair.circles.visits import ending_soon, visit_of
from openchair.kernel.refusal import Refusal
from openchair.testing.scenes import Scene
from tests.guest import Guest

DAY = timedelta(days=1)
GONE_ON = "Noor visited and has gone on."
BOTH = ["Sit down here", "Not for me"]


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def answer(guest: Guest, scene: Scene, said: str) -> int:
    return int(guest.fill(table(scene), f"{table(scene)}visit/", answer=said).status_code)


def test_a_visitor_reads_until_when_and_both_answers(scene: Scene) -> None:
    page = Guest(scene.people["Noor"]).get(table(scene)).text
    assert all(words in page for words in BOTH)
    assert "you can find out whether this table fits you" in page
    assert "You are visiting" not in Guest(scene.people["Ama"]).get(table(scene)).text


def test_the_others_read_that_someone_visits(scene: Scene) -> None:
    assert "Noor (visiting)" in Guest(scene.people["Ama"]).get(table(scene)).text


def test_sitting_down_by_ones_own_press(scene: Scene) -> None:
    noor = Guest(scene.people["Noor"])
    form = noor.form(table(scene), f"{table(scene)}visit/")
    assert [noor.send(form, answer="sit-down").status_code for _press in range(2)] == [302, 303]
    assert scene.seat("Noor", "Tuesday").state == SeatState.ARRIVING
    assert "Noor (visiting)" not in Guest(scene.people["Ama"]).get(table(scene)).text


def test_not_for_me_twice_is_once_and_the_others_read_it_for_a_week(scene: Scene) -> None:
    noor, ama = Guest(scene.people["Noor"]), Guest(scene.people["Ama"])
    form = noor.form(table(scene), f"{table(scene)}visit/")
    assert [noor.send(form, answer="not-for-me").status_code for _press in range(2)] == [302, 303]
    page = ama.get(table(scene)).text
    assert GONE_ON in page
    assert "The chair of Noor" not in page
    with time_machine.travel(scene.at + 8 * DAY):
        assert "Noor" not in ama.get(table(scene)).text


def test_one_visitor_does_not_read_of_another(scene: Scene) -> None:
    omar = scene.people["Omar"]
    actions.accept(omar, scene.letter_of("Lin", "Tuesday").token, at=scene.at)
    answer(Guest(scene.people["Noor"]), scene, "not-for-me")
    assert "Noor" not in Guest(omar).get(table(scene)).text


def test_whoever_sits_here_does_not_leave_by_the_visitor_s_press(scene: Scene) -> None:
    els, ama = scene.people["Els"], Guest(scene.people["Ama"])
    with pytest.raises(Refusal, match="You sit here already"):
        actions.go_on(els, scene.seat("Els", "Tuesday"), at=scene.at)
    once = ama.form("/tables/start/").fields["once"]
    assert ama.post(f"{table(scene)}visit/", once=once, answer="not-for-me").status_code == 409


def test_an_outsider_has_no_visit_to_answer(scene: Scene) -> None:
    omar = Guest(scene.people["Omar"])
    once = omar.form("/tables/start/").fields["once"]
    assert omar.post(f"{table(scene)}visit/", once=once).status_code == 404


def test_a_paused_visitor_reads_why_they_do_not_sit_down_yet(scene: Scene) -> None:
    seat = scene.seat("Noor", "Tuesday")
    seat.state, seat.standing = SeatState.PAUSED, SeatState.VISITING
    seat.save()
    page = Guest(scene.people["Noor"]).get(table(scene)).text
    assert "You can say yes to it when the pause is over." in page
    assert "Sit down here" not in page
    assert answer(Guest(scene.people["Noor"]), scene, "not-for-me") == 302


def test_after_three_weeks_nothing_happens_by_itself(scene: Scene) -> None:
    noor = Guest(scene.people["Noor"])
    with time_machine.travel(scene.at + 25 * DAY):
        page = noor.get(table(scene)).text
    assert "nothing happens by itself" in page
    assert all(words in page for words in BOTH)


def test_today_says_when_a_visit_is_about_to_end(scene: Scene) -> None:
    noor = Guest(scene.people["Noor"])
    said = "Your visit at Tuesday table is until"
    assert said not in noor.get("/today/").text
    with time_machine.travel(scene.at + 18 * DAY):
        assert said in noor.get("/today/").text


def test_a_visit_without_a_day_has_no_end_that_could_come_near(scene: Scene) -> None:
    seat = Seat(state=SeatState.VISITING, visiting_until=None)
    assert ending_soon([seat], scene.at) == []
    visit = visit_of(seat, scene.at)
    assert visit
    assert visit.is_over
    assert visit_of(Seat(state=SeatState.SEATED), scene.at) is None


def test_leaving_as_a_visitor_says_a_week(scene: Scene) -> None:
    page = Guest(scene.people["Noor"]).get(f"{table(scene)}leaving/").text
    assert "open for a week" in page
    assert "ninety" not in page
