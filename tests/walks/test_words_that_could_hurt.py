"""Words hidden for all but their writer, let stand by a listener, and closed by one reader: three browsers
(5.6.7)."""

from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table, say
from tests.walks.walker import AS_USUAL

WORDS, STOOD = "Here is how I would do it.", "Words stood here."
NOTE = "It says how something dangerous is done."


def test_hidden_and_let_stand(come: Come) -> None:
    lin, chiara, harriet = (come(AS_USUAL, name) for name in ("Lin", "Chiara", "Harriet"))
    at_the_tuesday_table(lin)
    say(lin, WORDS)
    at_the_tuesday_table(chiara)
    chiara.unfold("More", chiara.said(WORDS))
    chiara.press("Close or hide this", chiara.said(WORDS)).press("Hide words from everyone")
    chiara.page.locator("label.pick", has_text=NOTE).click()
    chiara.press("Hide from everyone").reads(STOOD).reads_nothing_of(WORDS)
    lin.page.reload()
    expect(lin.said(WORDS)).to_contain_text("who looks after this table, hid this from the others.")
    expect(lin.said(WORDS)).to_contain_text(NOTE)
    harriet.open("/listener/hidden/")
    expect(harriet.page.locator("main")).to_contain_text(NOTE)
    harriet.reads_nothing_of("Lin", "Tuesday table", within=harriet.page.locator("main"))
    harriet.press("Let the words stand").reads("No words are hidden just now.")
    chiara.page.reload()
    expect(chiara.said(WORDS)).to_be_visible()
    at_the_tuesday_table(chiara)
    chiara.unfold("More", chiara.said(WORDS)).press("Close or hide this", chiara.said(WORDS))
    chiara.press("Close for me").reads("You closed this for yourself")
    chiara.unfold("You closed this for yourself").press("Leave this open")
    expect(chiara.said(WORDS)).to_be_visible()
    lin.page.reload()
    lin.said(WORDS).get_by_role("button", name="Take back").click()
