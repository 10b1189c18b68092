"""Naming someone as it is done in browsers, and the clock that passes: for scenarios and pages."""

from datetime import datetime, timedelta
from typing import Any

import time_machine

from openchair.circles import actions
from openchair.circles.models import Invitation, Naming
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LINE = "He plays the tuba on the third floor."
LETTER = "Come and sit with us. You would not have to explain anything."
AT_TUESDAY = ("Ama", "Chiara", "Dev", "Els", "Lin")
"""Whoever is asked there when Bert names someone; Noor, who visits, is not."""


def table(scene: Scene, name: str = "Tuesday") -> str:
    return f"/tables/{scene.tables[name].pk}/"


def names(
    scene: Scene, who: str, called: str, at_table: str = "Tuesday", *, email: str = ""
) -> str:
    """The page where it stands from now on."""
    page = f"{table(scene, at_table)}name/"
    guest = Guest(scene.people[who])
    answer = guest.fill(page, name=called, line=LINE, words=LETTER, email=email)
    assert answer.status_code == 302, answer.text
    return str(answer["Location"])


def answers(scene: Scene, page: str, *who: str, no: str = "") -> None:
    for one in who:
        said = "no" if one == no else "yes"
        answer = Guest(scene.people[one]).fill(page, answer=said)
        assert answer.status_code == 302, answer.text


def row_of(page: str) -> Naming:
    with acting_for_the_house("tests"):
        return Naming.objects.get(pk=page.strip("/").rpartition("/")[2])


def letter_of(page: str) -> Invitation:
    with acting_for_the_house("tests"):
        return Invitation.objects.get(naming=row_of(page).pk)


def due(page: str) -> datetime:
    moment = row_of(page).due_at
    assert moment is not None
    return moment


def settled(page: str) -> datetime:
    """The clock comes by when it is due, and never before."""
    moment = due(page)
    for early_or_due in (moment - timedelta(seconds=1), moment):
        actions.settle_namings(early_or_due)
    return moment


def reads(scene: Scene, who: str, page: str, at: datetime | None = None) -> Any:
    """What stands on this page for them, at this moment."""
    with time_machine.travel(at or scene.at, tick=False):
        return Guest(scene.people[who]).get(page)
