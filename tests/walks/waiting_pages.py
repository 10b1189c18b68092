"""Pages around words that nobody has answered yet. That of their writer comes after half an hour."""

from collections.abc import Iterator

from tests.walks.tables import say
from tests.walks.walker import Walker

WAITING_FORMS = {"pass-waiting", "what-happened"}
"""The second is a page that only time leads to: see test_as_13."""


def to_the_waiting_words(walker: Walker) -> Walker:
    """From the line on Today."""
    walker.open("/today/").page.locator('a[href^="/waiting/"]').first.click()
    walker.page.wait_for_load_state()
    walker.look()
    return walker


def around_waiting(asked: Walker, writer: Walker, table: str) -> Iterator[tuple[str, Walker]]:
    """`asked` has said that they may be."""
    writer.open(table).choose("I’m not okay")
    say(writer, "The hallway is very quiet.")
    yield "today-waiting", asked.open("/today/")
    yield "waiting", to_the_waiting_words(asked)
    address = asked.page.url
    asked.press("I cannot just now")
    writer.open(table).press("Take back these words", writer.said("The hallway is very quiet."))
    yield "waiting-no-more", asked.open(address)
