"""AS-02 lived by three people: a chair, a name, private answers, a letter in the hand, a visit."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.naming_pages import LETTER, name_someone
from tests.walks.tables import at_the_tuesday_table
from tests.walks.walker import AS_USUAL, SPANISH, Walker

CLOCK = timedelta(seconds=150)
"""It comes by once a minute."""


def test_as_02_a_chair_a_name_private_answers_and_a_visit(come: Come) -> None:
    bert, chiara, jonas = come(AS_USUAL, "Bert"), come(AS_USUAL, "Chiara"), come()
    set_out_a_chair(chiara)
    naming = name_someone(bert)
    bert.reads("The others are asked in private. You hear when there is an answer.")
    chiara.open("/today/").reads("You are asked in private.")
    says_yes(chiara, naming)
    for name in ("Ama", "Dev", "Els", "Lin"):
        says_yes(come(AS_USUAL, name), naming)
    time_passes(bert, naming)
    bert.reads("Your letter is ready.").press("See your letter")
    address = bert.page.locator(".address").inner_text().strip()
    bert.press("In a message").reads("For your own memory: %(way)s.", way="in a message")
    visits(jonas, address)
    bert.page.reload()
    bert.reads("The answer was yes.")


def set_out_a_chair(chiara: Walker) -> None:
    at_the_tuesday_table(chiara)
    chiara.unfold("Your place at this table").press("Make room").press("Set out a chair")
    chiara.write("Who is it for?", "someone new in the street").press("Set it out")
    chiara.reads("A chair is set out: %(words)s.", words="someone new in the street")


def says_yes(walker: Walker, naming: str) -> None:
    walker.open(naming).press("Yes").reads("You said yes.")


def time_passes(bert: Walker, naming: str) -> None:
    """As if the twelve to twenty-four hours were over; then the house's own clock comes by."""
    bert.house.is_due_now()
    for _second in range(CLOCK.seconds):
        bert.open(naming)
        if bert.page.get_by_text(bert.way.says("Your letter is ready.")).count():
            return
        bert.page.wait_for_timeout(1000)


def visits(jonas: Walker, address: str) -> None:
    jonas.open(address).reads(LETTER).reads_nothing_of("Tuesday table", "Chiara")
    jonas.press("I have it, and will answer later").reads("I’d like to come")
    jonas.press("I’d like to come").reads("You come as a visitor first.")
    jonas.write("What would you like to be called?", "Jonas")
    jonas.choose("I am 18 or older").choose("Yes, that is how I will be here")
    jonas.press("Come and visit")
    expect(jonas.page.locator("h1")).to_have_text(re.compile("Tuesday table"))


def test_someone_is_named_in_spanish_on_a_telephone(come: Come) -> None:
    dev = come(SPANISH, "Dev")
    naming = name_someone(dev, "Wim")
    els = come(SPANISH, "Els").open(naming)
    els.press("I’d rather wait a little").reads("You said that you would rather wait a little.")
    dev.open(naming).press("Take this back").reads("You took this back. Nobody is asked any more.")
