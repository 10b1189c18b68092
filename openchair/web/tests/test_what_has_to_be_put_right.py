"""Above a form that cannot be kept yet: each sentence, and the way from it to its field."""

import re

import pytest

from openchair.kernel.once import new_token
from openchair.testing.scenes import Scene
from tests.guest import Guest

NIGHTS = {"night_from": "21:00", "night_until": "08:00"}
WRONG = [
    ("Ama", "/mine/", {"name": "", "zone": "Nowhere"} | NIGHTS, ["name", "zone"]),
    ("Ama", "/mine/", {"name": "Ama", "theme": "pink"} | NIGHTS, ["theme"]),
    ("Ralf", "/house/help-lines/", {}, ["name", "what", "hours", "provider", "call"]),
    ("Ralf", "/house/name/", {}, ["name", "neutral_name"]),
    ("Ralf", "/house/place/", {"country": "be"}, ["country", "languages", "emergency_number"]),
    ("Chiara", "/house/mending/", {"lost": "nix"}, ["lost", "email", "know_them"]),
    ("", "/letter/", {"email": "nix"}, ["words", "email"]),
]


@pytest.mark.parametrize(("who", "path", "typed", "fields"), WRONG)
def test_each_sentence_leads_to_its_field(
    scene: Scene, who: str, path: str, typed: dict[str, str], fields: list[str]
) -> None:
    guest = Guest(scene.people[who]) if who else Guest()
    answer = guest.post(path, once=new_token(), **typed)
    assert answer.status_code == 422
    summary = re.findall(r'<ul class="put-right">.*?</ul>', answer.text, re.DOTALL)
    assert len(summary) == 1
    led_to = re.findall(r'href="#field-([^"]+)"', summary[0])
    assert set(fields) <= set(led_to)
    for field in led_to:
        assert answer.text.count(f'id="field-{field}"') == 1
    assert answer.text.index("put-right") < answer.text.index("field-error")


def test_a_page_where_nothing_is_wrong_says_nothing(scene: Scene) -> None:
    assert "put-right" not in Guest(scene.people["Ralf"]).get("/house/help-lines/").text
    assert "put-right" not in Guest(scene.people["Ralf"]).get("/mine/").text
