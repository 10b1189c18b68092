"""Words to one person, then to the table: two browsers, and a third that must read nothing too early."""

import pytest
from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table
from tests.walks.walker import AS_USUAL, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Walker, Way

BOX = "What would you like to say?"


@pytest.mark.parametrize(
    "way", [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT], ids=lambda way: way.name
)
def test_said_to_one_and_then_to_all(come: Come, way: Way) -> None:
    lin, dev, els = come(way, "Lin"), come(way, "Dev"), come(way, "Els")
    words, answer = f"I kept his coat. {way.name}", f"I kept my brother\u2019s cap. {way.name}"
    at_the_tuesday_table(lin)
    say_to_dev(lin, words)
    expect(lin.said(words)).to_contain_text(
        lin.way.says("Besides you, %(names)s may read this.", names="Dev")
    )
    at_the_tuesday_table(els)
    els.reads_nothing_of(words)
    at_the_tuesday_table(dev)
    expect(dev.said(words)).to_contain_text(dev.way.says("Said to you alone."))
    answer_under(dev, words, answer)
    lin.page.reload()
    lin.said(words).get_by_role(
        "link", name=lin.way.says("Change these words, or who reads them")
    ).click()
    pick(lin, "[value=circle]").press("Keep this")
    els.page.reload()
    expect(els.said(words)).to_be_visible()
    els.reads_nothing_of(answer)
    dev.page.reload()
    dev.press("Let it go along")
    els.page.reload()
    expect(els.page.get_by_text(answer)).to_be_visible()
    lin.page.reload()
    lin.said(words).get_by_role("button", name=lin.way.says("Take back these words")).click()
    els.page.reload()
    els.reads_nothing_of(words)
    say_to_all(lin)


def say_to_all(walker: Walker) -> None:
    """So that the box begins with the table again, for whoever walks here next."""
    walker.write(BOX, "Good night.").unfold("Change who reads it, or what would help")
    pick(walker, "[value=circle]").press("Say it")
    walker.press("Take back these words", walker.said("Good night."))


def say_to_dev(walker: Walker, words: str) -> None:
    walker.write(BOX, words).unfold("Change who reads it, or what would help")
    pick(walker, "[value=chosen]")
    walker.page.locator("label.pick:has([name=readers])", has_text="Dev").click()
    walker.look()
    walker.press("Say it")


def pick(walker: Walker, what: str) -> Walker:
    walker.page.locator(f"label.pick:has({what})").click()
    return walker


def answer_under(walker: Walker, words: str, answer: str) -> None:
    under = walker.said(words)
    under.locator("summary", has_text=walker.way.says("Write a few kind words")).click()
    under.locator("textarea").fill(answer)
    under.get_by_role("button", name=walker.way.says("Say it to %(name)s", name="Lin")).click()
    walker.page.wait_for_load_state()
