"""AS-01 in a browser: from the front page to one small step and a line to the host, with no cookie."""

import pytest

from tests.walks.conftest import Come
from tests.walks.walker import NARROW, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Walker, Way

LINE = "I have lived here since March."


@pytest.mark.parametrize("way", [WITHOUT_SCRIPTS, NARROW, RIGHT_TO_LEFT], ids=lambda way: way.name)
def test_someone_tired_finds_one_step_and_nothing_is_kept_of_it(come: Come, way: Way) -> None:
    noor: Walker = come(way)
    noor.open("/").press("I don’t know where to start")
    addresses = [noor.page.url]
    noor.press("I have very little energy").reads("Read one card")
    addresses.append(noor.page.url)
    noor.press("Write a line to the host").reads("Write one line to the host")
    addresses.append(noor.page.url)
    noor.write("Your line to the host", LINE).press("Send this line")
    noor.reads("Your line has gone to the host")
    assert {address.removeprefix(noor.house.address) for address in addresses} == {"/start/"}
    assert noor.context.cookies() == []
    noor.page.reload()
    noor.reads("No answer yet. When there is one, it stands on this page.")


def test_a_line_is_answered_and_the_link_in_it_leads_to_a_table_for_two(come: Come) -> None:
    noor, chiara = come(WITHOUT_SCRIPTS), come(WITHOUT_SCRIPTS, "Chiara")
    noor.open("/letter/").write("Your line to the host", LINE).press("Send this line")
    place = noor.page.url
    chiara.open("/house/letters/")
    waiting = chiara.page.locator("[aria-labelledby=waiting]")
    waiting.get_by_role("link", name="Open this letter").last.click()
    chiara.write("Your answer", "Come and see us. Chiara")
    chiara.choose("They can come into this house with an account").press("Send this answer")
    noor.open(place).reads("Come and see us. Chiara").press("Come in")
    noor.write("What would you like to be called?", "Noor").choose("I am 18 or older")
    noor.press("Come in").press("Start with one person")
    noor.write("A name for the table", "Long evenings")
    noor.write("One sentence to the other person", "For when it gets dark early")
    noor.press("Lay the table").reads("Long evenings")


def test_the_answers_do_not_come_back_with_the_back_key(come: Come) -> None:
    """Whoever takes the phone next finds the first question, not what was said to it."""
    noor = come(WITHOUT_SCRIPTS)
    noor.open("/start/").press("It can wait a little").press("Something hard")
    noor.open("/start/").reads("Is it about this very moment?")
