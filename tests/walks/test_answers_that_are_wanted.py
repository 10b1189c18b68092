"""AS-11, AS-12 and AS-48 in browsers: a story under another's, joy without a figure, being held in prayer."""

import pytest
from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import arrive, at_the_tuesday_table, say
from tests.walks.walker import AS_USUAL, WITHOUT_SCRIPTS, Walker, Way

MORE = " It was worse than that, and now I will tell all of you how it went." * 10
FAITH = "faith, and asking about it"


@pytest.mark.parametrize("way", [AS_USUAL, WITHOUT_SCRIPTS], ids=lambda way: way.name)
def test_as_11_a_long_me_too(come: Come, way: Way) -> None:
    ama, lin, els = come(way, "Ama"), come(way, "Lin"), come(way, "Els")
    struggling, year = f"I am struggling to get up, and it is {way.name}", f"My year, {way.name}."
    at_the_tuesday_table(ama).write("What would you like to say?", struggling)
    ama.unfold("Change who reads it, or what would help").choose("“me too” stories")
    ama.press("Say it")
    _me_too(lin, struggling, year + MORE).reads("Nothing is said yet.")
    lin.press("Leave it under theirs")
    ama.page.reload()
    ama.press("Put away", ama.said(struggling).locator("li", has_text=year))
    at_the_tuesday_table(els).reads_nothing_of(year, way.says("Put away."))
    at_the_tuesday_table(lin).reads("Put away. Nobody else reads this now.")
    lin.press("Take back", lin.said(struggling))
    _me_too(lin, struggling, year + MORE).press("Say it as my own words")
    at_the_tuesday_table(els)
    expect(els.said(year).locator("h3")).to_have_text("Lin")
    els.reads_nothing_of(year, within=els.said(struggling))


def _me_too(walker: Walker, words: str, story: str) -> Walker:
    share = at_the_tuesday_table(walker).said(words)
    walker.unfold("Write a few kind words", share).write("Write a few kind words", story, share)
    walker.choose("A “me too”", share)
    return walker.press("Say it to %(name)s", share, name="Ama")


def test_as_12_joy_without_envy(come: Come, way: Way) -> None:
    joy = f"I slept in my own bed, and it is {way.name}"
    chiara, names = come(way, "Chiara"), ["Ama", "Bert", "Dev", "Els", "Lin"]
    at_the_tuesday_table(chiara).write("What would you like to say?", joy)
    chiara.unfold("Change who reads it, or what would help").unfold("More to choose from")
    chiara.choose("A joy").press("Say it")
    others = [come(way, name) for name in names]
    for other in others:
        other.press("Glad with you", at_the_tuesday_table(other).said(joy))
    chiara.page.reload()
    glad = chiara.said(joy).locator("ul.answers > li > b")
    expect(glad).to_have_text(names)
    assert not any(sign.isdigit() for sign in chiara.said(joy).locator(".answers").inner_text())
    others[0].page.reload()
    others[0].reads_nothing_of(*names[1:], within=others[0].said(joy))


def test_as_48_a_prayer_if_asked_for(come: Come, way: Way) -> None:
    host, guest = come(way, "Yusuf"), come(way)
    host.open("/today/").press("Begin a larger table").follow(host.way.says(FAITH).capitalize())
    host.write("A name for the table", f"By the river {way.name}")
    host.write("A sentence to the first person", "For when there are no answers")
    host.press("Lay the table")
    arrive(guest, host.page.locator(".address").inner_text().strip(), "Hana")
    host.page.reload()
    _asks_to_be_held(host, "My brother is in surgery on Monday.")
    guest.page.reload()
    share = guest.said("My brother is in surgery")
    guest.reads("hold me in prayer, or in mind", share).press("Holding you", share)
    expect(guest.said("My brother is in surgery").locator(".words")).to_have_count(1)
    host.page.reload()
    under = host.said("My brother is in surgery").locator(".answers")
    expect(under).to_contain_text("Hana")
    host.reads("Holding you", under)


def test_as_48_without_faith_it_is_in_mind(come: Come) -> None:
    els, lin = come(AS_USUAL, "Els"), come(AS_USUAL, "Lin")
    at_the_tuesday_table(els)
    _asks_to_be_held(els, "The result comes tomorrow.")
    share = at_the_tuesday_table(lin).said("The result comes tomorrow.")
    lin.reads("hold me in mind", share).reads_nothing_of("prayer", within=share)


def _asks_to_be_held(walker: Walker, words: str) -> None:
    walker.unfold("Change who reads it, or what would help").unfold("More to choose from")
    walker.page.locator("[name=need][value=hold] + .pick-words").click()
    say(walker, words)
