"""Who is named in the calm panel, and what else stands in it, before a word is written (5.6.2, I-9)."""

from datetime import datetime

import pytest
import time_machine

from openchair.circles.models import Distance, Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions as people
from openchair.presence import actions
from openchair.presence.models import How, Readiness, When
from openchair.presence.named import named_at
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db

NIGHT = NOON.replace(hour=2)


def says_yes(scene: Scene, *names: str, when: When = When.DAY, named: bool = True) -> None:
    for name in names:
        actions.say_when(scene.people[name], when=when, how=How.TOGETHER, named=named)


def named(scene: Scene, reader: str = "Ama", at: datetime = NOON) -> list[str]:
    seat = scene.seat(reader, "Tuesday")
    found = named_at(seat, at=at)
    return sorted(name for name, account in scene.people.items() if account.pk in found)


def panel(scene: Scene, reader: str, table: str = "Tuesday", at: datetime = NOON) -> str:
    with time_machine.travel(at, tick=False):
        page = str(Guest(scene.people[reader]).get(f"/tables/{scene.tables[table].pk}/").text)
    return page[page.index('class="calm-panel"') :].split("</section>", maxsplit=1)[0]


def test_only_who_wished_it_is_named_and_only_when_they_may_be_asked(scene: Scene) -> None:
    says_yes(scene, "Els", "Kim")
    says_yes(scene, "Lin", named=False)
    says_yes(scene, "Dev", when=When.NIGHT)
    assert named(scene) == ["Els"]
    assert named(scene, at=NIGHT) == ["Dev"]
    assert named(scene, "Els") == []


def test_who_may_be_woken_tonight_is_not_named(scene: Scene) -> None:
    says_yes(scene, "Els")
    actions.wake_me(scene.people["Els"], at=NOON)
    assert named(scene, at=NIGHT.replace(day=NOON.day + 1)) == []


@pytest.mark.parametrize(("by", "of"), [("Ama", "Els"), ("Els", "Ama")])
def test_nobody_is_named_to_whom_they_are_kept_apart_from(scene: Scene, by: str, of: str) -> None:
    says_yes(scene, "Els", "Dev")
    people.block(scene.people[by], scene.people[of], at=NOON)
    assert named(scene) == ["Dev"]


@pytest.mark.parametrize(("by", "of"), [("Ama", "Els"), ("Els", "Ama")])
def test_nor_at_some_distance_whichever_of_them_keeps_it(scene: Scene, by: str, of: str) -> None:
    says_yes(scene, "Els", "Dev")
    with acting_for_the_house("tests"):
        Distance.objects.create(
            circle_id=scene.tables["Tuesday"].pk,
            by=scene.people[by],
            of=scene.people[of],
            since=NOON,
        )
    assert named(scene) == ["Dev"]
    assert named(scene, "Chiara") == ["Dev", "Els"]


def test_nor_who_rests_visits_or_is_paused(scene: Scene) -> None:
    says_yes(scene, "Bert", "Noor", "Els", "Sam")
    with acting_for_the_house("tests"):
        seats = Seat.objects.filter(pk=scene.seat("Els", "Tuesday").pk)
        seats.update(state=SeatState.PAUSED)
    assert named(scene) == []


def test_the_panel_names_people_from_here_before_a_word_is_written(scene: Scene) -> None:
    says_yes(scene, "Els", "Lin")
    there = panel(scene, "Ama")
    assert "Els and Lin said yes to being asked." in there
    assert 'form="ask-for-company"' in there
    assert "You can leave word here for Chiara and Dev, who may not see it at once." in there
    assert "before morning" in panel(scene, "Ama", at=NIGHT)
    assert "Lin said yes to being asked." in panel(scene, "Els")


def test_where_nobody_wished_it_nobody_is_named(scene: Scene) -> None:
    says_yes(scene, "Els", named=False)
    there = panel(scene, "Ama")
    assert "Els" not in there
    assert "Those who said that they may be asked at this hour hear of it at once." in there


def test_a_keeper_is_not_told_to_leave_word_for_themselves(scene: Scene) -> None:
    assert "leave word here for Dev, who" in panel(scene, "Chiara")
    assert "leave word here for Yusuf, who" in panel(scene, "Ines", "Pair")


def test_who_has_asked_already_is_led_there(scene: Scene) -> None:
    call = actions.call(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=NOON)
    there = panel(scene, "Ama")
    assert f'href="/company/{call.pk}/"' in there
    assert 'form="ask-for-company"' not in there


def test_whoever_is_paused_or_alone_is_promised_nobody(scene: Scene) -> None:
    with acting_for_the_house("tests"):
        seats = Seat.objects.filter(pk=scene.seat("Els", "Tuesday").pk)
        seats.update(state=SeatState.PAUSED)
    for there in (panel(scene, "Els"), panel(scene, "Ama", "Alone")):
        assert 'form="ask-for-company"' not in there
        assert "leave word" not in there
        assert 'href="tel:' in there


def test_the_wish_is_kept_and_taken_back(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    els.fill("/mine/company/", when="day", how="alone", named="yes")
    assert els.form("/mine/company/").fields["named"] == "yes"
    form = els.form("/mine/company/")
    form.fields.pop("named")
    els.send(form)
    assert not Readiness.objects.for_viewer(scene.people["Els"]).get().named
