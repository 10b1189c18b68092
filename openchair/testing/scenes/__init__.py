"""One house with people in it. Everything is done by the actions the people themselves would use."""

from datetime import UTC, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from openchair.house.queries import the_house
from openchair.people import actions as people
from openchair.people.models import Account
from openchair.testing.directory import bring_in_meetings
from openchair.testing.scenes.house import ZONE, found_the_house, give_duties
from openchair.testing.scenes.standing import STANDING, Scene
from openchair.testing.scenes.tables import stairwell, tuesday_table, two_people

__all__ = ["NOON", "STANDING", "Scene", "lay_the_demo", "lay_the_scene"]

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
"""A Tuesday at noon, for tests."""


@transaction.atomic
def lay_the_scene(at: datetime) -> Scene:
    """The standing people and their three tables, as they are at this moment."""
    scene = Scene(at)
    found_the_house(at)
    for name in STANDING:
        scene.people[name] = _arrive(name, at - timedelta(days=60))
    give_duties(scene)
    tuesday_table(scene)
    stairwell(scene)
    two_people(scene)
    return scene


def lay_the_demo() -> None:
    """For `openchair demo`: the scene as of now, and some groups outside; once."""
    if the_house() is None:
        scene = lay_the_scene(timezone.now())
        bring_in_meetings(scene.people["Ralf"], today=timezone.localdate())


def _arrive(name: str, at: datetime) -> Account:
    account = people.arrive(
        name=name, adult=True, night_from=time(21), night_until=time(8), zone=ZONE, at=at
    )
    people.give_address(account, f"{name.lower()}@example.org", at=at)
    return account
