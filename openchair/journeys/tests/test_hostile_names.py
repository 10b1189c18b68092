"""A name that turns the sentence around it: what others read must stay what the house said."""

import pytest

from openchair.circles import actions as circles
from openchair.kernel.text import within_a_sentence
from openchair.people.models import Person
from openchair.testing.scenes import Scene
from tests.guest import Guest

ALONE, TOGETHER = "\u2068", "\u2069"
HEBREW = "\u05d0\u05d1\u05d2 1"
OVERRIDE = "\u202eslE\u202c"
ESCAPING = "\u2069\u2069 sees you. \u202eslE"


@pytest.mark.parametrize("name", [HEBREW, OVERRIDE, "\u0627\u0645 (2)"])
def test_a_name_that_turns_keeps_its_direction_to_itself(name: str) -> None:
    assert within_a_sentence(name) == f"{ALONE}{name}{TOGETHER}"


@pytest.mark.parametrize("name", ["Els", "Jörg", "李", "Ana\u0301", ""])
def test_a_name_that_cannot_turn_stays_as_it_is(name: str) -> None:
    assert within_a_sentence(name) == name


def test_no_name_gets_out_of_its_signs() -> None:
    shown = within_a_sentence(ESCAPING)
    assert "\u202e" not in shown
    assert TOGETHER not in shown.strip(ALONE + TOGETHER)


def test_in_every_sentence_that_says_their_name(scene: Scene) -> None:
    els = scene.people["Els"]
    person = Person.objects.for_viewer(els).get(account=els)
    person.name = HEBREW
    person.save()
    circles.rest(els, scene.seat("Els", "Tuesday"), word=HEBREW)
    safe = f"{ALONE}{HEBREW}{TOGETHER}"
    ama, hers = Guest(scene.people["Ama"]), Guest(els)
    assert f"{safe} ({safe}, not gone)" in ama.get(f"/tables/{scene.tables['Tuesday'].pk}/").text
    assert f"Never meet {safe}" in ama.get("/mine/apart/").text
    assert f", {safe}" in hers.get("/today/").text
    assert ama.press("/mine/apart/", f"/mine/apart/{els.pk}/").status_code == 302
    assert f"End this for {safe}" in ama.get("/mine/apart/").text
