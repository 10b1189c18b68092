"""Someone walks beside a newcomer: the two of them read it, and it ends by itself."""

from datetime import timedelta

import pytest

from openchair.circles import actions, policy
from openchair.circles.models import Beside, Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.testing.scenes import Scene
from tests.guest import Guest

DAY = timedelta(days=1)


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Stairwell'].pk}/"


def beside(scene: Scene, name: str = "Kim") -> str:
    return f"{table(scene)}beside/{scene.people[name].pk}/"


def seat_of(scene: Scene, reader: str, name: str) -> Seat:
    seats = Seat.objects.for_viewer(scene.people[reader])
    return seats.get(account=scene.people[name], circle=scene.tables["Stairwell"])


def walk(scene: Scene, name: str) -> Beside:
    kim = seat_of(scene, name, "Kim")
    return actions.walk_beside(scene.people[name], scene.seat(name, "Stairwell"), kim, at=scene.at)


def who_walks(scene: Scene) -> set[str]:
    called = {account.pk: name for name, account in scene.people.items()}
    with acting_for_the_house("laying a scene"):
        return {called[row.by_id] for row in Beside.objects.all()}


def test_the_newcomer_reads_it_and_nobody_else(scene: Scene) -> None:
    lin, kim, tom = (Guest(scene.people[name]) for name in ("Lin", "Kim", "Tom"))
    assert lin.press(table(scene), beside(scene)).status_code == 302
    assert "Lin walks beside you. You can ask anything." in kim.get(table(scene)).text
    assert "Lin walks beside you at The stairwell." in kim.get("/today/").text
    assert "You walk beside Kim." in lin.get(table(scene)).text
    page = tom.get(table(scene)).text
    assert "I walk beside Kim" in page
    assert "Lin walks" not in page


def test_twice_is_once_and_two_may(scene: Scene) -> None:
    assert walk(scene, "Lin") == walk(scene, "Lin")
    walk(scene, "Tom")
    page = Guest(scene.people["Kim"]).get(table(scene)).text
    assert "Tom and Lin walk beside you." in page or "Lin and Tom walk beside you." in page


def test_it_is_put_down_without_a_word(scene: Scene) -> None:
    walk(scene, "Lin")
    lin, kim = Guest(scene.people["Lin"]), Guest(scene.people["Kim"])
    assert lin.press(table(scene), f"{beside(scene)}no-more/").status_code == 302
    assert "walks beside you" not in kim.get(table(scene)).text
    assert "walks beside you" not in kim.get("/today/").text


def test_an_outsider_and_a_stranger_to_the_table(scene: Scene) -> None:
    for who, whom in (("Omar", "Kim"), ("Lin", "Omar"), ("Mara", "Tom")):
        guest = Guest(scene.people[who])
        once = guest.form("/tables/start/").fields["once"]
        assert guest.post(beside(scene, whom), once=once).status_code == 404


def test_it_ends_by_itself_after_six_weeks(scene: Scene) -> None:
    walk(scene, "Lin")
    actions.let_newcomers_settle(scene.at + 39 * DAY)
    assert who_walks(scene) == {"Lin"}
    actions.let_newcomers_settle(scene.at + 40 * DAY)
    assert who_walks(scene) == set()
    with pytest.raises(Refusal, match="at home at this table by now"):
        walk(scene, "Lin")


def test_it_ends_for_whoever_rests_too(scene: Scene) -> None:
    walk(scene, "Lin")
    kim = scene.people["Kim"]
    actions.rest(kim, scene.seat("Kim", "Stairwell"), word="")
    actions.let_newcomers_settle(scene.at + 40 * DAY)
    assert who_walks(scene) == set()
    back = actions.be_back(kim, scene.seat("Kim", "Stairwell"))
    assert back.state == SeatState.SEATED


@pytest.mark.parametrize("who", ["Lin", "Kim"])
def test_whoever_leaves_walks_beside_nobody(scene: Scene, who: str) -> None:
    walk(scene, "Lin")
    walk(scene, "Tom")
    actions.leave(scene.people[who], scene.seat(who, "Stairwell"), at=scene.at)
    assert who_walks(scene) == ({"Tom"} if who == "Lin" else set())


def test_why_not_walk_beside() -> None:
    def seat(state: SeatState) -> Seat:
        made = Seat(state=state)
        made.account_id = made.pk
        return made

    mine, new = seat(SeatState.SEATED), seat(SeatState.ARRIVING)
    assert policy.why_not_walk_beside(mine, new) is None
    assert "Only people who sit" in str(policy.why_not_walk_beside(None, new))
    assert "visiting" in str(policy.why_not_walk_beside(seat(SeatState.VISITING), new))
    assert "your own place" in str(policy.why_not_walk_beside(new, new))
    for state in (SeatState.SEATED, SeatState.VISITING, SeatState.LEFT):
        assert "at home" in str(policy.why_not_walk_beside(mine, seat(state)))
