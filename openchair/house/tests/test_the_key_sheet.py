"""The key on paper: shown to a steward for a quarter of an hour, told to every steward, kept nowhere."""

from datetime import timedelta

import pytest
import time_machine

from openchair.config import key_as_written
from openchair.house import key_sheet
from openchair.house.models import Event, EventKind
from openchair.house.queries import step_done_on
from openchair.testing.scenes import NOON, Scene
from tests.first_morning import begin, do
from tests.guest import Guest

SHEET = "/house/key/sheet/"


def a_steward(address: str) -> Guest:
    ralf = Guest()
    begin(ralf, address)
    for step in ("name", "place", "steward"):
        do(ralf, step)
    return ralf


def test_the_sheet_holds_the_key_and_a_check_sum(address: str, settings) -> None:
    ralf = a_steward(address)
    assert ralf.press("/house/key/", "/house/key/show/")["Location"] == SHEET
    page = ralf.get(SHEET).text
    assert all(f"<li>{group}</li>" in page for group in key_sheet.groups())
    assert key_as_written(" ".join(key_sheet.groups())) == settings.OPENCHAIR.house_key
    assert str(settings.OPENCHAIR.key_file) in page


def test_without_asking_for_it_there_is_no_sheet(address: str) -> None:
    assert a_steward(address).get(SHEET)["Location"] == "/house/key/"


def test_after_a_quarter_of_an_hour_it_is_closed_again(address: str) -> None:
    ralf = a_steward(address)
    ralf.press("/house/key/", "/house/key/show/")
    with time_machine.travel(NOON + timedelta(minutes=16)):
        assert ralf.get(SHEET)["Location"] == "/house/key/"


def test_put_away_it_is_closed_and_the_day_is_kept(address: str) -> None:
    ralf = a_steward(address)
    ralf.press("/house/key/", "/house/key/show/")
    ralf.press(SHEET, "/house/key/put-away/")
    assert ralf.get(SHEET)["Location"] == "/house/key/"
    assert step_done_on("key") == NOON.date()
    assert "It was printed and put away" in ralf.get("/house/key/").text


def test_that_it_was_shown_is_written_down_once(address: str) -> None:
    ralf = a_steward(address)
    form = ralf.form("/house/key/", "/house/key/show/")
    assert [ralf.send(form).status_code for _press in range(2)] == [302, 303]
    assert "The sheet with the house key was shown." in ralf.get("/house/events/").text


def test_the_key_lies_in_no_session(address: str) -> None:
    ralf = a_steward(address)
    ralf.press("/house/key/", "/house/key/show/")
    ralf.get(SHEET)
    said = repr(dict(ralf.client.session.items()))
    assert not any(group in said for group in key_sheet.groups())


@pytest.mark.parametrize("who", ["Ama", "Chiara", "Harriet"])
def test_to_everyone_else_there_is_no_such_page(scene: Scene, who: str) -> None:
    guest = Guest(scene.people[who])
    once = guest.form("/tables/start/").fields["once"]
    for path in ("/house/key/", SHEET):
        assert guest.get(path).status_code == 404
    for path in ("/house/key/show/", "/house/key/put-away/"):
        assert guest.post(path, once=once).status_code == 404


def test_every_steward_is_told(scene: Scene) -> None:
    ralf = scene.people["Ralf"]
    Guest(ralf).press("/house/key/", "/house/key/show/")
    shown = Event.objects.for_viewer(ralf).filter(kind=EventKind.KEY_SHOWN)
    assert shown.exists()
    assert "The sheet with the house key was shown." in Guest(ralf).get("/today/").text
