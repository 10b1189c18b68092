"""AS-04, the part that exists: who is kept apart reads the same as for any closed letter."""

import pytest

from openchair.circles import actions as circles
from openchair.circles.models import Seat
from openchair.people import actions as people
from openchair.testing.scenes import Scene
from tests.guest import Guest

CLOSED = "This invitation is no longer open"


@pytest.fixture
def link(scene: Scene) -> str:
    """Lin, who sits with Mara, writes one letter; it comes into the hands of Tom, who left."""
    circles.leave(scene.people["Tom"], scene.seat("Tom", "Stairwell"), at=scene.at)
    return f"/i/{scene.letter_of('Lin', 'Stairwell').token}/"


def test_as_04_tom_reads_that_it_is_no_longer_open(scene: Scene, link: str) -> None:
    tom = Guest(scene.people["Tom"])
    for page in (link, f"{link}arriving/"):
        answer = tom.get(page)
        assert answer.status_code == 404
        assert CLOSED in answer.text
        assert "Lin" not in answer.text
        assert "Mara" not in answer.text


def test_as_04_what_he_reads_is_byte_for_byte_a_forged_letter(scene: Scene, link: str) -> None:
    tom = Guest(scene.people["Tom"])
    assert tom.get(link).content == tom.get("/i/nobody-wrote-this/").content


def test_as_04_a_yes_sent_by_hand_gives_no_seat(scene: Scene, link: str) -> None:
    tom = Guest(scene.people["Tom"])
    once = tom.form("/tables/start/").fields["once"]
    answer = tom.post(f"{link}arriving/", once=once)
    assert answer.status_code == 404
    assert CLOSED in answer.text
    assert not scene.seat("Tom", "Stairwell").is_inside


def test_as_04_the_letter_is_still_good_for_someone_else(scene: Scene, link: str) -> None:
    Guest(scene.people["Tom"]).get(link)
    omar = scene.people["Omar"]
    assert Guest(omar).press(f"{link}arriving/", "").status_code == 302
    assert Seat.objects.for_viewer(omar).filter(account=omar).exists()


def test_as_04_it_is_the_same_when_the_one_who_arrives_holds_the_block(
    scene: Scene, link: str
) -> None:
    omar, lin = scene.people["Omar"], scene.people["Lin"]
    people.block(omar, lin, at=scene.at)
    assert Guest(omar).get(link).status_code == 404
