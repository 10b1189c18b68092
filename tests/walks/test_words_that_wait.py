"""Nothing is left lying, in two browsers: someone says that they are not okay, and who may be asked answers."""

import pytest
from playwright.sync_api import expect

from tests.walks.company_pages import at_the_stairwell, may_be_asked
from tests.walks.conftest import Come
from tests.walks.tables import say
from tests.walks.waiting_pages import to_the_waiting_words
from tests.walks.walker import AS_USUAL, SPANISH, WITHOUT_SCRIPTS, Way


@pytest.mark.parametrize("way", [AS_USUAL, WITHOUT_SCRIPTS, SPANISH], ids=lambda way: way.name)
def test_someone_is_asked_and_answers(come: Come, way: Way) -> None:
    """Tom may be asked; Kim says it. Lin, at the same table, reads nothing of that."""
    tom, kim, lin = may_be_asked(come(way, "Tom")), come(way, "Kim"), come(way, "Lin")
    words = f"I cannot sit still. {way.name}"
    at_the_stairwell(kim).choose("I’m not okay")
    say(kim, words)
    tom.open("/today/").reads("Someone’s words are waiting.").reads_nothing_of(words)
    waits = lin.way.says("Someone’s words are waiting.")
    lin.open("/today/").reads_nothing_of(waits)
    at_the_stairwell(lin).reads_nothing_of(lin.way.says("What has happened"))
    to_the_waiting_words(tom).press("Read them")
    said = tom.said(words)
    said.get_by_role("button", name=tom.way.says("I’m staying")).click()
    tom.page.wait_for_load_state()
    tom.open("/today/").reads_nothing_of(waits)
    kim.page.reload()
    expect(kim.said(words)).to_contain_text("Tom")
    kim.press("Take back these words", kim.said(words))
    tom.open("/mine/company/").choose("Not now").press("Keep this")
