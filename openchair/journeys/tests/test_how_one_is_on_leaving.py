"""On leaving a table, nothing of how one is stays there (spec/model.md 5.7)."""

import pytest

from openchair.journeys.leaving import WordsGo, leave
from openchair.presence import telling
from openchair.presence.models import Capacity, CheckInShown
from openchair.testing.scenes import Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db

LINE = "Slept in pieces. Kettle is on."


def test_what_was_for_a_table_ends_with_leaving_it(scene: Scene) -> None:
    els, tuesday, ama = scene.people["Els"], scene.tables["Tuesday"].pk, scene.people["Ama"]
    telling.say_how(els, capacity=Capacity.LOW, line=LINE, to={tuesday, ama.pk}, at=scene.at)
    assert LINE in Guest(scene.people["Lin"]).get(f"/tables/{tuesday}/").text
    leave(els, scene.seat("Els", "Tuesday"), words=WordsGo.STAY, at=scene.at)
    for name in ("Lin", "Ama"):
        assert LINE not in Guest(scene.people[name]).get(f"/tables/{tuesday}/").text
    assert [row.to_id for row in CheckInShown.objects.for_viewer(els)] == [ama.pk]
