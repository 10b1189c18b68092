"""One house with people in it. Everything is done by the actions the people themselves would use."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from openchair.house.queries import the_house
from openchair.people import actions as people
from openchair.people.models import Account
from openchair.testing.directory import bring_in_meetings
from openchair.testing.scenes.coming_to_rest import allotment, night_shift
from openchair.testing.scenes.house import ZONE, found_the_house, give_duties
from openchair.testing.scenes.just_begun import edith_and_hers, wednesday_bench
from openchair.testing.scenes.kettle import thursday_kettle
from openchair.testing.scenes.neighbours import NEIGHBOURS
from openchair.testing.scenes.standing import STANDING, Scene
from openchair.testing.scenes.tables import stairwell, tuesday_table, two_people

__all__ = [
    "NEIGHBOURS",
    "NOON",
    "STANDING",
    "Scene",
    "lay_the_demo",
    "lay_the_scene",
    "lay_the_whole_house",
]

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
"""A Tuesday at noon, for tests."""


@transaction.atomic
def lay_the_scene(at: datetime) -> Scene:
    """The standing people and their three tables, as they are at this moment."""
    scene = Scene(at)
    found_the_house(at)
    _all_arrive(scene, STANDING, days_ago=60)
    give_duties(scene)
    tuesday_table(scene)
    stairwell(scene)
    two_people(scene)
    return scene


@transaction.atomic
def lay_the_whole_house(at: datetime) -> Scene:
    """The scene, and five more tables in other states: one gathers with two who look after it, one has
    just begun, one is a family's, one rests until spring, one comes to its end."""
    scene = lay_the_scene(at)
    _all_arrive(scene, NEIGHBOURS, days_ago=170)
    allotment(scene)
    night_shift(scene)
    wednesday_bench(scene)
    edith_and_hers(scene)
    thursday_kettle(scene)
    return scene


def lay_the_demo() -> None:
    """For `openchair demo`: the whole house as of now, and some groups outside; once."""
    if the_house() is None:
        scene = lay_the_whole_house(timezone.now())
        bring_in_meetings(scene.people["Ralf"], today=timezone.localdate())


def _all_arrive(scene: Scene, names: Iterable[str], *, days_ago: int) -> None:
    at = scene.at - timedelta(days=days_ago)
    for name in names:
        scene.people[name] = _arrive(name, at)


def _arrive(name: str, at: datetime) -> Account:
    account = people.arrive(
        name=name, adult=True, night_from=time(21), night_until=time(8), zone=ZONE, at=at
    )
    people.give_address(account, f"{name.lower()}@example.org", at=at)
    return account
