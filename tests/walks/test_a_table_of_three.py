"""Three people begin a table, say that it has begun, agree; one looks after it, and puts it down."""

from uuid import uuid4

from tests.walks.conftest import Come
from tests.walks.tables import arrive
from tests.walks.walker import AS_USUAL, Walker

BY_KIND = "Doing something together"
ANOTHER_LETTER = """() => {
    const form = document.querySelector('form[action$="/withdrawal/"]');
    form.action = location.pathname + 'letters/';
    form.submit();
}"""
"""As from a page that was open before: while nobody else sits there, a second letter needs no check."""


def begin(host: Walker, table: str) -> list[str]:
    """The host begins a larger table, alone as yet, with two letters to pass on."""
    host.open("/today/").press("Begin a larger table").follow(BY_KIND)
    host.write("A name for the table", table)
    host.write("A sentence to the first person", "Come along on Sunday.")
    host.press("Lay the table")
    host.page.evaluate(ANOTHER_LETTER)
    host.page.locator(".address").nth(1).wait_for()
    return [address.strip() for address in host.page.locator(".address").all_inner_texts()]


def ours(walker: Walker, table: str) -> Walker:
    walker.open("/today/").follow(table)
    return walker.unfold("Your place at this table").press("Our table")


def test_three_begin_agree_and_one_looks_after_it(come: Come) -> None:
    omar, second, third = come(AS_USUAL, "Omar"), come(AS_USUAL), come(AS_USUAL)
    table = f"Six steps {uuid4().hex[:6]}"
    letters = begin(omar, table)
    arrive(second, letters[0], "Joost")
    arrive(third, letters[1], "Marit")
    second.reads("What would you like to say?")
    ours(omar, table).press("We have begun").reads_nothing_of("We have begun")
    agree(omar, second, third, table)
    look_after_and_put_down(second, omar, table)


def agree(omar: Walker, second: Walker, third: Walker, table: str) -> None:
    ours(omar, table).press("What we agreed, and changing it")
    omar.unfold("I see it differently").press("Ask everyone about other lines")
    omar.write("We agreed: a line each", "We walk slowly.").press("Ask everyone")
    omar.reads("You have said yes. It waits for the others, in their own time.")
    for walker in (second, third):
        walker.open("/today/").press("Go there").press("Yes")
    third.reads("Everyone said yes.").press("Back to the table").press("Read all of it")
    third.reads("We walk slowly.")


def look_after_and_put_down(second: Walker, other: Walker, table: str) -> None:
    ours(second, table).press("Looking after this table").press("I would look after it")
    second.press("I need to put this down")
    second.reads("You have put it down. Nothing here is yours to look after.")
    other.open("/today/").follow(table)
    other.reads("%(name)s is resting from keeping.", name="Joost")
