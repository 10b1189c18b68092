"""An evening in Spanish, and every page: no sentence of ours is left in English."""

import re

import pytest

from tests.walks.conftest import Come
from tests.walks.pages import every_page
from tests.walks.reading import english_words
from tests.walks.tables import arrive, lay_a_table
from tests.walks.test_two_people_tonight import code_for
from tests.walks.walker import SPANISH, Walker

NAME = "Nuestra mesa"


def in_spanish(walker: Walker) -> Walker:
    source = walker.source()
    assert '<html lang="es" dir="ltr"' in source
    assert english_words(source.replace(NAME, " ")) == []
    return walker


def test_an_evening_in_spanish(come: Come) -> None:
    """AS-07 as someone lives it who reads no English: a letter, words, an answer, leaving."""
    omar, stranger = come(SPANISH, "Omar"), come(SPANISH)
    letter = lay_a_table(omar, NAME)
    in_spanish(omar)
    in_spanish(stranger.open("/"))
    in_spanish(stranger.open(letter))
    arrive(stranger, letter, "Yusuf")
    in_spanish(stranger).write("What would you like to say?", "Llueve, y hay té.")
    in_spanish(stranger.press("Say it"))
    omar.page.reload()
    share = omar.said("Llueve, y hay té.")
    omar.unfold("Answer", share)
    share.get_by_role("textbox").fill("Pongo otra taza.")
    in_spanish(omar.press("Say it to %(name)s", share, name="Yusuf"))
    leave_and_come_back(stranger)


def leave_and_come_back(walker: Walker) -> None:
    table = walker.page.url.split("#")[0]
    in_spanish(walker.open(f"{table}leaving/")).press("Leave, my words may stay")
    in_spanish(walker).reads("Go back in")
    in_spanish(walker.press("Leave this page"))


def test_coming_back_by_a_code_in_spanish(come: Come) -> None:
    walker = come(SPANISH)
    in_spanish(walker.open("/sign-in/")).write("Your address", "kim@example.org")
    in_spanish(walker.press("Send me a code"))
    walker.page.locator('input[name="code"]').fill(code_for(walker, "kim@example.org"))
    button = walker.page.get_by_role("button", name=SPANISH.says("Come in"), exact=True)
    button.click()  # the way to this page is called the same
    walker.page.wait_for_url(re.compile("/today/"))
    in_spanish(walker).open("/mine/letters/")
    in_spanish(walker).reads("What may be mailed to you?")


def test_a_visitor_goes_from_english_to_spanish_without_a_cookie(come: Come) -> None:
    visitor = come()
    visitor.open("/").page.get_by_role("link", name="español").click()
    visitor.page.wait_for_url(re.compile("lang=es"))
    visitor.page.get_by_role("link", name="Cómo se protege esta casa").click()
    visitor.page.wait_for_load_state()
    assert '<html lang="es"' in visitor.source()
    assert visitor.context.cookies() == []


@pytest.mark.sweep
def test_no_page_is_left_in_english(come: Come) -> None:
    faults = [
        f"{name}: {words}"
        for name, walker in every_page(come, SPANISH)
        if name != "demo-letters"  # mails speak the language of whoever gets them
        for words in english_words(walker.source())
    ]
    assert not faults, "\n".join(dict.fromkeys(faults))
