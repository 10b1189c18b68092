"""Some distance in two browsers: words wait folded for one, and the other reads what they read before."""

import pytest
from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table, say
from tests.walks.walker import AS_USUAL, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Way

WAYS = [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_words_wait_until_they_are_opened(come: Come, way: Way) -> None:
    """Els keeps some distance from Lin; at the end all is as before."""
    els, lin = come(way, "Els"), come(way, "Lin")
    at_the_tuesday_table(lin)
    words = f"The soup is on the stove. {way.name}"
    say(lin, words)
    before = lin.page.locator("main").inner_text()
    at_the_tuesday_table(els)
    els.unfold("Your place at this table").press("Keep some distance from someone")
    els.press("Keep some distance from %(name)s", name="Lin")
    els.reads("No more distance from %(name)s", name="Lin")
    els.press("Back to the table")
    expect(els.page.get_by_text(words)).to_be_hidden()
    folded = els.said(words)
    folded.locator("summary", has_text=way.says("Something %(name)s said", name="Lin")).click()
    expect(els.page.get_by_text(words)).to_be_visible()
    lin.page.reload()
    assert lin.page.locator("main").inner_text() == before
    els.unfold("Your place at this table").press("Keep some distance from someone")
    els.press("No more distance from %(name)s", name="Lin").press("Back to the table")
    expect(els.page.get_by_text(words)).to_be_visible()
