"""Pages around someone who was named, for whoever names and for who is asked, and a letter on paper."""

from collections.abc import Iterator

from tests.walks.tables import at_the_tuesday_table
from tests.walks.walker import Walker

NAMED = "Jonas"
LINE = "Plays the tuba on the third floor."
LETTER = "There is a place beside me. You would not have to explain anything."
CARD, COME = "A card", "Come and see."
WRITTEN = {NAMED, LINE, LETTER, CARD, COME}
"""What people wrote on these pages."""
NAMING_FORMS = {"have-it", "mail-letter", "take-back-naming", "turned-away"}
"""They answer a form; and to the last one comes who keeps someone away, after the clock went by."""


def name_someone(walker: Walker, called: str = NAMED) -> str:
    """From the table's own fold to where it stands; gives that address."""
    at_the_tuesday_table(walker)
    walker.unfold("Your place at this table").press("Make room").press("Name someone")
    walker.write("What is their name?", called)
    walker.write("One line about them, for the table", LINE)
    walker.write("Your letter to them", LETTER).press("Ask the others")
    return walker.page.url


def around_a_naming(lin: Walker, dev: Walker) -> Iterator[tuple[str, Walker]]:
    at_the_tuesday_table(lin)
    lin.open(f"{lin.page.url.split('#')[0]}name/")
    yield "name-someone-422", lin.press("Ask the others")
    naming = name_someone(lin)
    yield "naming", lin
    yield "make-room-asking", lin.press("Back")
    yield "naming-asked", dev.open(naming)
    yield "naming-answered", dev.press("Yes")
    yield "make-room-asked", dev.press("Back to the table").open(f"{room_of(dev)}room/")
    yield "own-letter-drafted", lin.open(naming).press("See your letter")
    yield "naming-taken-back", lin.open(naming).press("Take this back")
    dev.go_away()
    yield from on_paper(lin)


def on_paper(host: Walker) -> Iterator[tuple[str, Walker]]:
    host.open("/tables/start/").write("A name for the table", CARD)
    host.write("One sentence to the other person", COME).press("Lay the table")
    yield "own-letter-open", host.press("Your letter, and a card to print")
    host.unfold("Have it mailed from here")
    yield "own-letter-422", host.press("Mail it once")
    host.page.locator('button[value="paper"]').click()
    host.page.wait_for_url("**/paper/")
    yield "letter-paper", host
    host.go_away()


def room_of(walker: Walker) -> str:
    return walker.page.url.split("#")[0]
