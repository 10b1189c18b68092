"""One who is not okay, one who is worried, and one who may be asked to look in: for tests (AS-39)."""

from typing import Any
from uuid import uuid4

from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.presence.models import Worry
from openchair.sharing import actions as sharing
from openchair.sharing.models import Audience, Share, ShareKind
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

SAM, JOE, BEN = "Ama", "Els", "Lin"
"""In the scenario: Sam, Joe and Ben. Sam said "I have the pills" in the night."""
WAITS = "Els is worried about you, and would like to be here with you."


def said_in_the_night(scene: Scene) -> Share:
    """What Sam said; what the scene itself wrote is not on its way any more."""
    with acting_for_the_house("tests"):
        Letter.objects.all().delete()
    return sharing.say(
        scene.people[SAM],
        scene.seat(SAM, "Tuesday"),
        words="I do not want to be here any more.",
        kind=ShareKind.NEED_HELP,
        need=None,
        audience=Audience.CIRCLE,
        at=NOON,
    )


def form(share: Share) -> str:
    return f"/words/{share.pk}/worried/"


def is_worried(scene: Scene, share: Share, who: str = JOE, also: str = BEN) -> Worry:
    named = str(scene.people[also].pk) if also else ""
    pressed = Guest(scene.people[who]).fill(form(share), also=named)
    assert pressed["Location"] == form(share)
    return Worry.objects.for_viewer(scene.people[who]).get(share=share.pk, by=scene.people[who])


def answers(scene: Scene, row: Worry, answer: str, who: str = SAM) -> Any:
    page = f"/worries/{row.pk}/"
    return Guest(scene.people[who]).fill(page, f"{page}answer/", answer=answer)


def page(scene: Scene, who: str, path: str) -> str:
    return str(Guest(scene.people[who]).get(path).text)


def table(scene: Scene, who: str) -> str:
    return page(scene, who, f"/tables/{scene.tables['Tuesday'].pk}/")


def once() -> str:
    return str(uuid4())
