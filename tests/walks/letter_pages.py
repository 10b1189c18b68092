"""Pages around a letter that invites to a table, as someone comes to them who was handed it."""

from collections.abc import Iterator

from tests.walks.tables import arrive, lay_a_table
from tests.walks.walker import Walker


def letter_of(ama: Walker) -> str:
    ama.page.locator(".table-link", has_text="Two cups").click()
    address = ama.page.locator(".address").inner_text().strip()
    ama.go_away()
    return address


def around_a_letter(stranger: Walker, letter: str) -> Iterator[tuple[str, Walker]]:
    yield "invitation", stranger.open(letter)
    yield "arriving", stranger.open(f"{letter}arriving/")
    yield "arriving-422", stranger.press("Sit down")
    yield "closed-letter", stranger.open("/i/nonsense/")
    yield "not-now-said", stranger.open("/i/not-now/")


def with_one_key(host: Walker, stranger: Walker) -> Iterator[tuple[str, Walker]]:
    """Someone who came in by a letter, and left no address."""
    arrive(stranger, lay_a_table(host, "Two cups"), "Joost")
    yield "leaving-with-one-key", stranger.open(f"{stranger.page.url.split('#')[0]}leaving/")
    yield "last-key", stranger.open("/mine/").press("Sign out here")
