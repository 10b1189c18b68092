"""Two people look for the same words, and each finds what they may read."""

import pytest
from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table, say
from tests.walks.walker import AS_USUAL, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Walker, Way

HINT = "A word or two that you remember"


@pytest.mark.parametrize(
    "way", [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT], ids=lambda way: way.name
)
def test_found_by_those_who_may_read_it(come: Come, way: Way) -> None:
    lin, els = come(way, "Lin"), come(way, "Els")
    words = f"A pomegranate on the sill. {way.name}"
    at_the_tuesday_table(lin)
    say(lin, words)
    at_the_tuesday_table(els)
    look_for(els, f"POMEGRANATE {way.name}")
    expect(els.page.locator("mark", has_text="pomegranate")).to_be_visible()
    assert "pomegranate" not in els.page.url.lower()
    els.press("Open it where it stands")
    expect(els.said(words)).to_be_visible()
    lin.press("Take back these words", lin.said(words))
    els.press("Look for words")
    els.write(HINT, f"pomegranate {way.name}").press("Look")
    els.reads(
        "Nothing you can read at this table holds these words. Another word may lead there, or a part of one."
    )


def look_for(walker: Walker, words: str) -> None:
    walker.press("Look for words").write(HINT, words).press("Look")
