"""Pages of those who do something for the house, which one only comes to by doing something."""

from collections.abc import Callable

from tests.walks.walker import Walker

HOUSE_FORMS = {
    "ask-for-duty", "end-duty", "nobody-is-independent", "put-away-key", "put-down-duty",
    "show-key", "take-back-duty-letter", "try-mail", "without-mail",
}  # fmt: skip
BEFORE_IT_IS_OPEN = {"first-steward", "house-opening", "set-up"}
"""Looked at in test_opening_a_house; in an open house they lead to its desk, or are not there."""


def asked_someone(walker: Walker) -> None:
    walker.open("/house/duties/").press("Ask someone to greet people")


def what_was_asked(walker: Walker) -> None:
    walker.open(walker.page.locator(".address").first.inner_text().strip())


def the_key_sheet(walker: Walker) -> None:
    walker.open("/house/key/").press("Show the sheet for a quarter of an hour")


def a_lost_mailbox(walker: Walker) -> None:
    walker.open("/house/mending/").write("The address that is lost", "nobody@example.org")
    walker.write("The new address", "somebody@example.org")
    walker.choose("I know this person, and they asked me themselves").press("Begin the two days")


BY_RALF: dict[str, Callable[[Walker], object]] = {
    "house-duties-asked": asked_someone,
    "duty-letter": what_was_asked,
    "duty-letter-422": lambda walker: walker.press("Yes, I will"),
    "duty-letter-closed": lambda walker: walker.open("/h/nonsense/"),
    "key-sheet": the_key_sheet,
    "house-name-422": lambda walker: (
        walker.open("/house/name/").write("What is this house called?", "").press("Keep this")
    ),
}
