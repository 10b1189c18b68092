"""I-4: whoever left a table and came back reads nothing there that was answered while they were away."""

from datetime import timedelta
from typing import Any

from openchair.circles import actions as circles
from openchair.journeys.leaving import WordsGo, leave
from openchair.sharing import actions
from openchair.sharing.models import Audience
from openchair.testing.scenes import Scene
from openchair.testing.scenes.standing import as_read_by
from tests.guest import Guest

MINUTE = timedelta(minutes=1)
WORDS, ANSWER = "The results came.", "I sit with you."


def page(scene: Scene, name: str) -> str:
    return str(Guest(scene.people[name]).get(f"/tables/{scene.tables['Tuesday'].pk}/").text)


def test_named_before_they_left_and_back_since(scene: Scene) -> None:
    ama, dev, els = (scene.people[name] for name in ("Ama", "Dev", "Els"))
    named: dict[str, Any] = {"audience": Audience.CHOSEN, "readers": [dev.pk, els.pk]}
    told: dict[str, Any] = {"words": WORDS, "kind": "", "need": None, "at": scene.at - 9 * MINUTE}
    share = actions.say(ama, scene.seat("Ama", "Tuesday"), **told, **named)
    assert WORDS in page(scene, "Dev")
    leave(dev, scene.seat("Dev", "Tuesday"), words=WordsGo.STAY, at=scene.at - 8 * MINUTE)
    actions.answer(els, as_read_by(els, share), words=ANSWER, at=scene.at - 7 * MINUTE)
    circles.come_back(dev, scene.seat("Dev", "Tuesday"), at=scene.at - 6 * MINUTE)
    assert WORDS not in page(scene, "Dev")
    otherwise: dict[str, Any] = {"words": WORDS, "warning": "", "need": share.need}
    to_all: dict[str, Any] = {"audience": Audience.CIRCLE, "readers": []}
    for number, more in enumerate((to_all, named)):
        at = scene.at - (5 - number) * MINUTE
        seat, mine = scene.seat("Ama", "Tuesday"), as_read_by(ama, share)
        actions.change(ama, seat, mine, at=at, **otherwise, **more)
        assert WORDS in page(scene, "Dev")
        assert ANSWER not in page(scene, "Dev")
        assert ANSWER in page(scene, "Els")
