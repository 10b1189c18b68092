"""AS-46: under "laugh with me" people answer and answer each other, and the day still ends."""

import re

from openchair.testing.scenes import Scene
from tests.guest import Guest


def test_as_46_laughing(scene: Scene) -> None:
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    bert = Guest(scene.people["Bert"])
    bert.fill(table, table, words="The vending machine gave me soup again.", kind="laugh")
    laugh = re.findall(r'id="said-([0-9a-f-]+)"', bert.get(table).text)[0]
    lines = [
        ("Chiara", "Which soup?", "question"),
        ("Bert", "The brown one.", ""),
        ("Dev", "There is only the brown one.", ""),
        ("Ama", "x" * 900, ""),
        ("Chiara", "I had it with sugar once.", ""),
    ]
    for name, words, kind in lines:
        guest = Guest(scene.people[name])
        answer = guest.fill(table, f"/words/{laugh}/answers/", words=words, kind=kind)
        assert answer.status_code == 302, name
    page = Guest(scene.people["Els"]).get(table).text
    found = [page.index(words) for _name, words, _kind in lines]
    assert found == sorted(found)
    assert "That is everything. The table is still here." in page
    assert "be glad with me" in page
