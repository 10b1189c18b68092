"""What several walks begin with: two people who have just sat down together."""

from uuid import uuid4

from tests.walks.walker import Walker

SENTENCE = "For when the flat is too quiet"


def lay_a_table(host: Walker, table: str) -> str:
    """The host starts with one person; gives the address to pass on."""
    host.open("/tables/start/")
    host.write("A name for the table", table)
    host.write("One sentence to the other person", SENTENCE)
    host.press("Lay the table")
    return host.page.locator(".address").inner_text().strip()


def arrive(guest: Walker, letter: str, name: str) -> None:
    """Opens the letter, says the four things and sits down."""
    guest.open(letter)
    guest.press("I’d like to come")
    guest.write("What would you like to be called?", name)
    guest.choose("I am 18 or older")
    guest.choose("Yes, that is how I will be here")
    guest.press("Sit down")


def two_sit_down(host: Walker, guest: Walker, name: str) -> str:
    """A new table of the two; gives its name."""
    table = f"Two cups {uuid4().hex[:6]}"
    letter = lay_a_table(host, table)
    arrive(guest, letter, name)
    host.page.reload()
    return table


def say(walker: Walker, words: str) -> None:
    walker.write("What would you like to say?", words)
    walker.press("Say it")


def at_the_tuesday_table(walker: Walker) -> Walker:
    walker.open("/today/").page.locator(".table-link", has_text="Tuesday table").click()
    walker.page.wait_for_load_state()
    walker.look()
    return walker
