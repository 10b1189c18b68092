"""Nothing calls whoever keeps distance to read what the other answered: no line on Today, and no mail."""

from typing import Any

import pytest

from openchair.circles import actions as circles
from openchair.circles.models import Seat
from openchair.delivery.models import Kind, Letter
from openchair.delivery.sending import may_hear
from openchair.journeys.inside import lines_for
from openchair.journeys.leaving import close_doors
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.sharing import actions as sharing
from openchair.sharing.models import Share
from openchair.sharing.namelessness import take_name_off
from openchair.testing.scenes import Scene
from openchair.testing.scenes.standing import as_read_by
from tests.guest import Guest

TEA, ANSWERED = "Tea is on.", "Dev answered your words."


def keep(scene: Scene, by: str = "Ama", of: str = "Dev") -> None:
    actor = scene.people[by]
    seats = Seat.objects.for_viewer(actor).filter(circle=scene.tables["Tuesday"].pk)
    other = seats.get(account=scene.people[of])
    circles.keep_distance(actor, scene.seat(by, "Tuesday"), other, at=scene.at)


def tea(scene: Scene) -> Share:
    if "tea" not in scene.words:
        scene.say("tea", "Ama", "Tuesday", TEA, ago=scene.at - scene.at)
    return scene.words["tea"]


def answer(scene: Scene, name: str) -> None:
    actor = scene.people[name]
    sharing.answer(actor, as_read_by(actor, tea(scene)), words="Coming.", at=scene.at)


def see(scene: Scene, name: str) -> None:
    actor = scene.people[name]
    sharing.witness(actor, as_read_by(actor, tea(scene)), at=scene.at)


def today(scene: Scene, name: str = "Ama") -> str:
    return str(Guest(scene.people[name]).get("/today/").text)


@pytest.mark.parametrize("act", [answer, see])
def test_no_line_on_today(scene: Scene, act: Any) -> None:
    keep(scene)
    act(scene, "Dev")
    assert ANSWERED not in today(scene)


@pytest.mark.parametrize("act", [answer, see])
def test_nor_of_what_waited_when_it_was_set(scene: Scene, act: Any) -> None:
    act(scene, "Dev")
    keep(scene)
    assert ANSWERED not in today(scene)


@pytest.mark.parametrize("first", [True, False])
def test_others_under_the_same_words_are_told_of(scene: Scene, first: bool) -> None:
    keep(scene)
    for name in ("Dev", "Els") if first else ("Els", "Dev"):
        answer(scene, name)
        see(scene, name)
    page = today(scene)
    assert "Els answered your words." in page
    assert ANSWERED not in page


def test_everyone_else_is_told_as_ever(scene: Scene) -> None:
    keep(scene)
    scene.say("soup", "Els", "Tuesday", "Soup.", ago=scene.at - scene.at)
    dev = scene.people["Dev"]
    sharing.answer(dev, as_read_by(dev, scene.words["soup"]), words="Yes.", at=scene.at)
    assert ANSWERED in today(scene, "Els")
    ama = scene.people["Ama"]
    scene.say("bread", "Dev", "Tuesday", "Bread.", ago=scene.at - scene.at)
    sharing.answer(ama, as_read_by(ama, scene.words["bread"]), words="Yes.", at=scene.at)
    assert "Ama answered your words." in today(scene, "Dev")


def test_words_said_to_me_are_not_told_either(scene: Scene) -> None:
    ama, towel = scene.people["Ama"], scene.words["towel"].pk
    letter = Letter(to=ama, kind=Kind.SOMETHING, about=towel)
    assert "Dev said something to you." in repr(lines_for(ama, [letter]))
    keep(scene)
    assert lines_for(ama, [letter]) == []


def test_what_has_no_name_is_told_as_to_anybody(scene: Scene) -> None:
    """To be silent of it would say whose it is."""
    keep(scene)
    answer(scene, "Dev")
    take_name_off(scene.people["Dev"], scene.tables["Tuesday"].pk)
    assert "Someone who sat here answered your words." in today(scene)


def letters_to(account: Account) -> list[Letter]:
    with acting_for_the_house("laying a scene"):
        return list(Letter.objects.filter(to=account, about__isnull=False).select_related("to"))


def is_mailed(scene: Scene) -> list[bool]:
    """What the worker asks at the door, for each letter to Ama."""
    return [may_hear(letter) for letter in letters_to(scene.people["Ama"])]


@pytest.mark.parametrize("act", [answer, see])
def test_no_mail(scene: Scene, act: Any) -> None:
    keep(scene)
    act(scene, "Dev")
    assert is_mailed(scene) == [False]
    act(scene, "Els")
    assert sorted(is_mailed(scene)) == [False, True]


def test_a_mail_that_waited_is_let_go(scene: Scene) -> None:
    answer(scene, "Dev")
    assert is_mailed(scene) == [True]
    keep(scene)
    assert is_mailed(scene) == [False]


def test_it_is_said_among_what_the_house_holds(scene: Scene) -> None:
    held = "From whom you keep some distance at a table, and since when."
    keep(scene)
    assert held in Guest(scene.people["Ama"]).get("/mine/words/").text
    assert held not in Guest(scene.people["Dev"]).get("/mine/words/").text


def test_it_goes_with_the_door_while_words_lose_their_name(scene: Scene) -> None:
    keep(scene)
    dev = scene.people["Dev"]
    left = circles.leave(dev, scene.seat("Dev", "Tuesday"), at=scene.at)
    assert left.door_open_until is not None
    close_doors(left.door_open_until)
    assert "Something Dev said" not in today(scene)
    page = Guest(scene.people["Ama"]).get(f"/tables/{scene.tables['Tuesday'].pk}/distance/").text
    assert "Dev" not in page
