"""AS-48: "hold me in prayer (or in mind)": a name stands there, and nobody is shown a text to pray."""

import re

from openchair.circles.models import Circle, CircleKind
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest


def test_as_48_a_prayer_if_asked_for(scene: Scene) -> None:
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    dev, els = Guest(scene.people["Dev"]), Guest(scene.people["Els"])
    dev.fill(table, table, words="The letter from the court comes on Monday.", need="hold")
    words = re.findall(r'id="said-([0-9a-f-]+)"', dev.get(table).text)[0]
    assert "hold me in mind" in els.get(table).text
    assert "prayer" not in els.get(table).text
    with acting_for_the_house("comparing rows"):
        Circle.objects.filter(pk=scene.tables["Tuesday"].pk).update(kind=CircleKind.FAITH)
    assert "hold me in prayer, or in mind" in els.get(table).text
    els.fill(table, f"/words/{words}/seen/", short="holding")
    assert '<b>Els</b> <span class="words">Holding you' in dev.get(table).text
