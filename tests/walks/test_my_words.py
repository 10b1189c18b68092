"""Through one's own words, without scripts: erase one thing, take a copy along, be forgotten."""

import io
import zipfile

import pytest
from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import say, two_sit_down
from tests.walks.walker import AS_USUAL, WITHOUT_SCRIPTS, Walker, Way

BISCUITS, KETTLE = "I brought biscuits.", "The kettle sings."
TURNS = 90  # of the clock


def wait_for(walker: Walker, address: str, sentence: str) -> None:
    """Looks again until the house has gone on."""
    for _turn in range(TURNS):
        walker.open(address)
        if walker.way.says(sentence) in walker.page.locator("body").inner_text():
            return
        walker.page.wait_for_timeout(1000)
    walker.reads(sentence)


@pytest.mark.parametrize("way", [WITHOUT_SCRIPTS, AS_USUAL], ids=lambda way: way.name)
def test_erasing_one_thing_taking_all_along_and_being_forgotten(come: Come, way: Way) -> None:
    host, guest = come(way, "Omar"), come(way)
    table = two_sit_down(host, guest, "Wim")
    say(guest, BISCUITS)
    say(guest, KETTLE)
    erase_one(guest, table)
    host.page.reload()
    host.reads_nothing_of(BISCUITS)
    expect(host.said(KETTLE)).to_be_visible()
    take_all_along(guest)
    be_forgotten(guest)
    host.page.reload()
    host.reads_nothing_of(BISCUITS, KETTLE, "Wim", within=host.page.locator("main"))
    host.reads("Words taken back.")


def erase_one(guest: Walker, table: str) -> None:
    guest.open("/mine/words/").follow(table)
    article = guest.page.locator("article.own-words", has_text=BISCUITS)
    guest.press("Erase this", within=article).reads("Erase this?")
    guest.reads(BISCUITS).press("Erase it")
    guest.follow(table).reads_nothing_of(BISCUITS)


def take_all_along(guest: Walker) -> None:
    guest.open("/mine/words/").press("Take my words with me").press("Make a copy")
    wait_for(guest, "/mine/words/copy/", "Your copy is ready")
    file = guest.context.request.get("/mine/words/copy/file/").body()
    page = zipfile.ZipFile(io.BytesIO(file)).read("my-words.html").decode()
    assert KETTLE in page
    assert BISCUITS not in page


def be_forgotten(guest: Walker) -> None:
    guest.open("/mine/words/").press("Read about being forgotten")
    guest.reads("What goes now").press("Close my account and erase everything")
    gone = guest.page.url
    assert "/gone/" in gone
    wait_for(guest, gone, "It is erased")
    guest.reads_nothing_of("Wim", BISCUITS, KETTLE)
    guest.open("/today/")
    assert "/sign-in/" in guest.page.url


def test_words_that_stay_without_a_name(come: Come) -> None:
    host, guest = come(WITHOUT_SCRIPTS, "Omar"), come(WITHOUT_SCRIPTS)
    two_sit_down(host, guest, "Wim")
    say(guest, BISCUITS)
    guest.unfold("Your place at this table").press("Leave this table, with the door open")
    guest.press("Leave, and my words stay without my name")
    host.page.reload()
    expect(host.said(BISCUITS)).to_contain_text("Someone who sat here")
    host.reads_nothing_of("Wim", within=host.said(BISCUITS))
