"""Writing: nothing typed is lost, and nothing needs a mouse."""

from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table, two_sit_down
from tests.walks.walker import AS_USUAL, WITHOUT_SCRIPTS, Walker

BOX = "What would you like to say?"


def test_unsent_words_wait_after_two_seconds(come: Come) -> None:
    host, guest = come(AS_USUAL, "Omar"), come()
    two_sit_down(host, guest, "Pia")
    guest.write(BOX, "I do not know how to begin")
    expect(guest.page.locator(".draft-kept").first).to_have_text("Kept")
    address = guest.page.url
    guest.page.close()
    guest.new_page()
    expect(guest.open(address).page.get_by_label(BOX)).to_have_value("I do not know how to begin")
    host.open(address).reads_nothing_of("I do not know how to begin")


def test_words_of_the_last_moment_wait_too(come: Come) -> None:
    host, guest = come(AS_USUAL, "Omar"), come()
    two_sit_down(host, guest, "Bo")
    guest.write(BOX, "Wait")
    address = guest.page.url
    guest.open("/today/").open(address)
    expect(guest.page.get_by_label(BOX)).to_have_value("Wait")


def test_words_outlive_a_house_that_cannot_save(come: Come) -> None:
    host, guest = come(WITHOUT_SCRIPTS, "Omar"), come(WITHOUT_SCRIPTS)
    two_sit_down(host, guest, "Jan")
    guest.write(BOX, "Today the dog ate.")
    with guest.house.unable_to_save():
        guest.press("Say it")
    guest.reads("That did not go through. Your words are here.")
    expect(guest.page.get_by_label("Your words, as you wrote them")).to_have_value(
        "Today the dog ate."
    )
    guest.press("Try again")
    expect(guest.page.locator("article.share")).to_have_count(1)
    expect(guest.said("Today the dog ate.")).to_be_visible()


def test_by_keyboard_alone(come: Come) -> None:
    host, guest = come(AS_USUAL, "Omar"), come()
    two_sit_down(host, guest, "Lou")
    tab_until(guest, "a.leave", at_most=1)
    tab_until(guest, "a.skip", at_most=1)
    guest.page.keyboard.press("Enter")
    tab_until(guest, "textarea[name=words]", at_most=25)
    guest.page.keyboard.type("Keys only")
    tab_until(guest, "button.making", at_most=6)
    guest.page.keyboard.press("Enter")
    guest.page.wait_for_url("**#said-*")
    host.page.reload()
    tab_until(host, "form[action$='/seen/'] button", at_most=60)
    host.page.keyboard.press("Enter")
    host.page.wait_for_url("**#said-*")
    guest.page.reload()
    guest.reads("%(name)s sees you.", name="Omar")


def test_focus_can_be_seen(come: Come) -> None:
    ama = come(AS_USUAL, "Ama")
    at_the_tuesday_table(ama)
    for _press in range(25):
        ama.page.keyboard.press("Tab")
        if ama.page.evaluate("document.activeElement === document.body"):
            break  # the page ends before the twenty-five presses do
        width = ama.page.evaluate(
            "parseFloat(getComputedStyle(document.activeElement).outlineWidth)"
        )
        drawn = ama.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        at = ama.page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert (drawn != "none" and width >= 2) or "radio" in at or "checkbox" in at, at


def tab_until(walker: Walker, wanted: str, at_most: int) -> None:
    """Goes on with the Tab key to what is wanted, in no more presses than this."""
    for _press in range(at_most):
        walker.page.keyboard.press("Tab")
        if walker.page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted} was not reached with {at_most} presses of Tab")
