"""AS-04: who is kept apart reads the same as for any closed letter, and the one who keeps them away

is told, alone.
"""

import re

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


@pytest.mark.parametrize("answer", ["have-it", "not-now"])
def test_as_04_nothing_he_sends_changes_the_letter(scene: Scene, link: str, answer: str) -> None:
    tom = Guest(scene.people["Tom"])
    once = tom.form("/tables/start/").fields["once"]
    assert tom.post(f"{link}{answer}/", once=once).status_code == 302
    page = Guest().get(link)
    assert page.status_code == 200
    assert "reads that you have this letter" not in page.text


def test_as_04_it_is_the_same_when_the_one_who_arrives_holds_the_block(
    scene: Scene, link: str
) -> None:
    omar, lin = scene.people["Omar"], scene.people["Lin"]
    people.block(omar, lin, at=scene.at)
    assert Guest(omar).get(link).status_code == 404


TRIED = "Someone you keep away tried to take a seat."


def page_in(today: str) -> str:
    found = re.search(r"/mine/turned-away/[0-9a-f-]+/", today)
    assert found
    return found[0]


def test_as_04_mara_alone_reads_that_they_tried(scene: Scene, link: str) -> None:
    Guest(scene.people["Tom"]).get(link)
    circles.look_at_openings(scene.at)
    for who in ("Lin", "Kim", "Tom", "Harriet", "Chiara"):
        assert TRIED not in Guest(scene.people[who]).get("/today/").text
    today = Guest(scene.people["Mara"]).get("/today/").text
    assert TRIED in today
    assert "They did not get it, and were told nothing about you." in today
    assert "Tom" not in today


def test_as_04_it_leads_to_somebody_independent_and_can_be_put_away(
    scene: Scene, link: str
) -> None:
    Guest(scene.people["Tom"]).get(link)
    circles.look_at_openings(scene.at)
    mara = Guest(scene.people["Mara"])
    page = page_in(mara.get("/today/").text)
    assert 'href="/listener/"' in mara.get(page).text
    assert "The stairwell" in mara.get(page).text
    for who in ("Tom", "Lin", "Kim"):
        assert Guest(scene.people[who]).get(page).status_code == 404
    form = mara.form(page)
    assert [mara.send(form).status_code for _press in range(2)] == [302, 303]
    assert mara.get(page).status_code == 404
    assert TRIED not in mara.get("/today/").text


def test_as_04_where_tom_holds_no_letter_that_is_good_nobody_hears(scene: Scene, link: str) -> None:
    Guest(scene.people["Tom"]).get("/i/nobody-wrote-this/")
    circles.look_at_openings(scene.at)
    assert TRIED not in Guest(scene.people["Mara"]).get("/today/").text
