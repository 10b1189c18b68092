"""One page for those who do something: only what their duties tend, and at most five lines of need."""

import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.house import actions
from openchair.house.backups import MOMENT
from openchair.house.models import Duty, HelpLine, StepDone
from openchair.house.needs import AT_MOST, what_needs_a_human
from openchair.house.queries import the_house
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

DESK = "/house/"
QUERIES = 10


def links(page: str) -> set[str]:
    return set(re.findall(r'class="quiet" href="([^"]+)"', page))


def test_each_duty_finds_what_it_tends_and_nothing_else(scene: Scene) -> None:
    found = {name: links(Guest(scene.people[name]).get(DESK).text) for name in scene.people}
    assert "/house/help-lines/" in found["Ralf"]
    assert "/house/greeting/" in found["Chiara"]
    assert "/listener/letters/" in found["Harriet"]
    assert not found["Chiara"] & {"/house/help-lines/", "/house/key/", "/listener/letters/"}
    assert not found["Harriet"] & {"/house/help-lines/", "/house/key/", "/house/letters/"}
    assert not found["Ralf"] & {"/listener/letters/", "/house/letters/"}
    assert Guest(scene.people["Ama"]).get(DESK).status_code == 404


@pytest.mark.parametrize("name", ["Ralf", "Chiara", "Harriet"])
def test_every_link_of_the_desk_opens(scene: Scene, name: str) -> None:
    guest = Guest(scene.people[name])
    for address in links(guest.get(DESK).text):
        assert guest.get(address).status_code in (200, 302), address


def test_today_leads_there_for_those_who_do_something(scene: Scene) -> None:
    for name, there in (("Ralf", True), ("Chiara", True), ("Harriet", True), ("Ama", False)):
        assert ('href="/house/"' in Guest(scene.people[name]).get("/today/").text) is there


def test_what_needs_someone_is_told_to_stewards_only(scene: Scene) -> None:
    assert "This needs someone" in Guest(scene.people["Ralf"]).get(DESK).text
    assert "This needs someone" not in Guest(scene.people["Chiara"]).get(DESK).text


def test_five_lines_at_most_and_none_counts_anything(scene: Scene) -> None:
    StepDone.objects.all().delete()
    HelpLine.objects.update(checked_on=NOON.date() - timedelta(days=200))
    actions.found(listener="", no_independent_person=False)
    house = the_house()
    assert house
    needs = what_needs_a_human(house, NOON.date())
    assert len(needs) <= AT_MOST
    said = " ".join(need.sentence for need in needs)
    assert "has to be compared" in said
    assert "key sheet" in said


@pytest.fixture
def backups() -> Iterator[Path]:
    """An empty folder for them, as a house has at first."""
    folder = settings.OPENCHAIR.backups
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def a_backup(folder: Path, at: datetime) -> None:
    (folder / f"house-{at.strftime(MOMENT)}.rows").touch()


def test_a_missing_or_old_backup_is_said(scene: Scene, backups: Path) -> None:
    house = the_house()
    assert house

    def said() -> str:
        return " ".join(need.sentence for need in what_needs_a_human(house, NOON.date()))

    assert "No backup of this house" in said()
    (backups / "house-notes.rows").touch()
    assert "No backup of this house" in said()
    a_backup(backups, NOON - timedelta(days=3))
    assert "more than two days old" in said()
    assert "more than two days old" in Guest(scene.people["Ralf"]).get(DESK).text
    a_backup(backups, NOON - timedelta(days=2))
    assert "backup" not in said()


def test_a_house_that_is_well_says_so(scene: Scene, backups: Path) -> None:
    a_backup(backups, NOON)
    HelpLine.objects.update(checked_on=NOON.date())
    actions.give_duty(scene.people["Omar"], Duty.STEWARD, since=NOON.date(), shown_as="Omar")
    house = the_house()
    assert house
    assert [need for need in what_needs_a_human(house, NOON.date()) if need.must] == []


def test_the_desk_asks_the_database_no_more_than_it_needs(scene: Scene) -> None:
    ralf = Guest(scene.people["Ralf"])
    ralf.get(DESK)
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        ralf.get(DESK)
    assert len(asked) == QUERIES
