"""Words hidden at once, a pause of a day, and the listener's undo: three browsers (5.6.7)."""

from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table, say
from tests.walks.walker import AS_USUAL

WORDS, WHY = "Her new address is 12 Mill Lane.", "An address that nobody may know."


def test_a_pause_of_a_day_and_its_undoing(come: Come) -> None:
    lin, chiara, harriet = (come(AS_USUAL, name) for name in ("Lin", "Chiara", "Harriet"))
    at_the_tuesday_table(lin)
    say(lin, WORDS)
    at_the_tuesday_table(chiara)
    chiara.unfold("More", chiara.said(WORDS)).press("In an emergency", chiara.said(WORDS))
    chiara.write("Why?", WHY).press("Pause for a day").reads_nothing_of(WORDS)
    lin.page.reload()
    lin.reads("Saying something is paused for you").reads("They wrote why:")
    expect(lin.page.locator("main")).to_contain_text(WHY)
    expect(lin.said(WORDS)).to_contain_text("You alone read it.")
    harriet.open("/today/").press("Go there")
    expect(harriet.page.locator("main")).to_contain_text(WHY)
    harriet.reads_nothing_of("Lin", "Tuesday table", within=harriet.page.locator("main"))
    harriet.press("Undo this pause").reads("Nobody is paused just now.")
    chiara.page.reload()
    expect(chiara.said(WORDS)).to_be_visible()
    lin.page.reload()
    lin.reads_nothing_of(WHY).said(WORDS).get_by_role("button", name="Take back").click()
