"""AS-39 in three browsers: Sam is not okay, Joe is worried, and Ben is asked to look in."""

from uuid import uuid4

import pytest

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table
from tests.walks.walker import AS_USUAL, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Walker, Way
from tests.walks.worry_pages import is_worried, not_okay, to_the_worry

SAM, JOE, BEN = "Lin", "Els", "Dev"
WAITS = "%(name)s is worried about you, and would like to be here with you."
WAYS = [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT]


def said_in_the_night(sam: Walker) -> str:
    words = f"I have the pills. {uuid4().hex[:6]}"
    at_the_tuesday_table(sam)
    not_okay(sam, words)
    return words


def take_back(sam: Walker, words: str) -> None:
    at_the_tuesday_table(sam)
    sam.press("Take back these words", sam.said(words))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_as_39_im_worried_about_you(come: Come, way: Way) -> None:
    sam, joe, ben = come(way, SAM), come(way, JOE), come(way, BEN)
    words = said_in_the_night(sam)
    at_the_tuesday_table(joe)
    is_worried(joe, words, also=BEN)
    joe.reads("%(name)s can read that you are worried", name=SAM)
    joe.reads("They do not answer, and you fear for their life").reads("The choice is yours.")
    assert joe.page.locator("main a[href^='tel:']").count() > 0
    at_the_tuesday_table(sam)
    sam.reads(WAITS, name=JOE)
    at_the_tuesday_table(ben)
    ben.reads_nothing_of(way.says(WAITS, name=JOE))
    to_the_worry(sam).reads("Shall they also ask %(also)s to look in?", also=BEN).press("Yes")
    sam.reads("%(also)s has been asked to look in.", also=BEN)
    ben.open("/today/")
    line = "%(name)s is worried about %(writer)s, and you are asked to look in."
    ben.reads(line, name=JOE, writer=SAM)
    to_the_worry(ben).press("How to stay with someone").reads("Ask plainly")
    joe.page.reload()
    joe.reads("%(name)s said yes.", name=SAM)
    take_back(sam, words)


def test_as_39_call_me(come: Come) -> None:
    sam, joe = come(AS_USUAL, SAM), come(AS_USUAL, JOE)
    words = said_in_the_night(sam)
    at_the_tuesday_table(joe)
    is_worried(joe, words)
    joe.page.close()
    to_the_worry(sam.open("/today/")).press("Call me")
    joe.new_page()
    joe.open("/today/").reads("%(name)s asks you to call.", name=SAM)
    take_back(sam, words)


def test_it_is_taken_back(come: Come) -> None:
    sam, joe = come(AS_USUAL, SAM), come(AS_USUAL, JOE)
    words = said_in_the_night(sam)
    at_the_tuesday_table(joe)
    is_worried(joe, words).press("Take this back")
    at_the_tuesday_table(sam)
    sam.reads_nothing_of(sam.way.says(WAITS, name=JOE))
    take_back(sam, words)
