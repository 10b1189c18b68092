"""AS-07: two people, two browsers, one evening."""

import re
from uuid import uuid4

from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import SENTENCE, arrive, lay_a_table, say
from tests.walks.walker import Walker, Way


def test_as_07_two_people_tonight(come: Come, way: Way) -> None:
    omar, stranger = come(way, "Omar"), come(way)
    letter = lay_a_table(omar, "The quiet flat, again")
    stranger.open(letter).reads_nothing_of("The quiet flat, again")
    expect(stranger.page.locator(".letter .words, .letter p")).to_contain_text([SENTENCE])
    arrive(stranger, letter, "Joost")
    say(stranger, "Is the kettle on?")
    omar.page.reload()
    expect(omar.page.locator(".share-who").first).to_contain_text("Joost")
    share = omar.said("Is the kettle on?")
    omar.unfold("Answer", share)
    share.get_by_role("textbox").fill("It is. Two cups.")
    omar.press("Say it to %(name)s", share, name="Joost")
    stranger.page.reload()
    expect(stranger.said("Is the kettle on?").locator(".answers")).to_contain_text("Two cups.")
    come_back_by_a_code(stranger)


def come_back_by_a_code(walker: Walker) -> None:
    """Leaves an address, signs out, and comes back in with the code of the letter."""
    address = f"joost-{uuid4().hex[:8]}@example.org"
    table = walker.page.url
    walker.open("/mine/address/").write("Your address", address).press("Send the code")
    first = code_for(walker, address)
    walker.write("Code", first).press("That is mine")
    walker.reads("Kept.")
    walker.press("Sign out here")
    walker.open(table)
    assert "/sign-in/" in walker.page.url
    walker.write("Your address", address).press("Send me a code")
    walker.write("Code", code_for(walker, address, after=first)).press("Come in")
    assert walker.page.url.split("#")[0] == table.split("#")[0]


def code_for(walker: Walker, address: str, after: str = "") -> str:
    """The newest code sent to this address, as the demo shows it, once it is another one."""
    letters = walker.context.new_page()
    newest = letters.locator("article.mail", has_text=address).first
    code = after
    for _try in range(240):
        letters.goto("/demo/letters/")
        if newest.count():
            code = re.findall(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", newest.inner_text())[0]
        if code != after:
            break
        letters.wait_for_timeout(200)
    letters.close()
    assert code != after, "no new code came"
    return code
