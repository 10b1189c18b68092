"""Pages of one who is worried about another: saying it, reading it, answering, and looking in."""

from collections.abc import Iterator

from playwright.sync_api import Locator

from tests.walks.walker import Walker

WORRY_FORMS = {"answer-worry", "wake-someone", "worried-no-more"}


def not_okay(walker: Walker, words: str) -> Walker:
    walker.write("What would you like to say?", words).choose("I’m not okay")
    return walker.press("Say it")


def is_worried(walker: Walker, words: str, also: str = "") -> Walker:
    """From under the words, where this person reads them now."""
    walker.press("I’m worried about you", walker.said(words))
    if also:
        named(walker, also).click()
    return walker.press("I’m worried about you", walker.page.locator("main"))


def named(walker: Walker, name: str) -> Locator:
    return walker.page.locator("label.pick", has_text=name)


def to_the_worry(walker: Walker) -> Walker:
    """From the table's page, or from Today."""
    walker.page.locator('a[href^="/worries/"]').first.click()
    walker.page.wait_for_load_state()
    walker.look()
    return walker


def around_a_worry(tom: Walker, kim: Walker, table: str) -> Iterator[tuple[str, Walker]]:
    """At the stairwell: Tom is not okay, Kim is worried, and would ask Lin. The words go at the end."""
    words = "He came in again."  # one of `pages.TYPED`
    tom.page.goto(table)
    not_okay(tom, words)
    kim.page.goto(table)
    kim.press("I’m worried about you", kim.said(words))
    yield "worried", kim
    named(kim, "Lin").click()
    yield "worried-said", kim.press("I’m worried about you", kim.page.locator("main"))
    tom.page.goto(table)
    yield "circle-worried", tom
    yield "worry", to_the_worry(tom)
    yield "worry-answered", tom.press("Call me")
    kim.page.reload()
    yield "worried-call-me", kim
    tom.page.goto(table)
    tom.press("Take back these words", tom.said(words))
