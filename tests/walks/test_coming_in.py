"""Ways in, in a real browser: a passkey, by a device that Chromium plays (over CDP), and a letter."""

import re
from typing import Any

from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.test_every_page import ENHANCED, axe_finds
from tests.walks.walker import AS_USUAL, WITHOUT_SCRIPTS, Walker

CODE = re.compile(r"Your code is ([^.\s]+)\.")
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_a_device(walker: Walker) -> tuple[Any, str]:
    session = walker.context.new_cdp_session(walker.page)
    session.send("WebAuthn.enable")
    added = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return session, added["authenticatorId"]


def test_a_passkey_is_made_and_lets_in(come: Come) -> None:
    bert = come(AS_USUAL, "Bert")
    with_a_device(bert)
    bert.open("/mine/keys/").follow("Make a passkey on this device")
    bert.write("What would you call this device?", "Tin phone").press("Make it now")
    bert.page.wait_for_url("**/mine/keys/")
    expect(bert.page.locator("main")).to_contain_text("Tin phone")
    bert.page.locator(".row .button").click()
    bert.reads("Take this passkey away")
    assert axe_finds(bert, "mine-key", ENHANCED) == []
    bert.open("/mine/").press("Sign out here")
    bert.open("/sign-in/").follow("I have a passkey")
    bert.press("Ask my device")
    bert.page.wait_for_url("**/today/")
    expect(bert.page.get_by_role("heading", level=1)).to_contain_text("Bert")


def test_a_device_that_says_no_changes_nothing(come: Come) -> None:
    bert = come(AS_USUAL, "Bert")
    session, device = with_a_device(bert)
    session.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    bert.open("/mine/keys/add/").press("Make it now")
    expect(bert.page.locator("[data-said]")).to_contain_text("Nothing has changed.")
    assert bert.page.url.endswith("/mine/keys/add/")


def test_without_scripts_the_page_says_what_works(come: Come) -> None:
    visitor = come(WITHOUT_SCRIPTS)
    visitor.open("/sign-in/passkey/")
    expect(visitor.page.locator("main")).to_contain_text("Codes by mail work everywhere.")
    expect(visitor.page.get_by_role("button", name="Ask my device")).not_to_be_visible()


def newest(walker: Walker, sought: re.Pattern[str]) -> str:
    """From the letters of the demo, as soon as it has left."""
    for _try in range(240):
        walker.open("/demo/letters/")
        if found := sought.search(walker.page.locator("main").inner_text()):
            return found[1]
        walker.page.wait_for_timeout(250)
    raise AssertionError(f"no letter with {sought.pattern}")


def test_a_changed_address_is_told_in_every_browser(come: Come) -> None:
    """By Yusuf, who goes on no other walk through this house: the demo knows its people by address."""
    yusuf, elsewhere, visitor = come(AS_USUAL, "Yusuf"), come(AS_USUAL, "Yusuf"), come(AS_USUAL)
    address = yusuf.open("/mine/address/")
    address.write("Your address", "yusuf.new@example.org").press("Send the code")
    code = newest(visitor, CODE)
    yusuf.write("Code", code).press("That is mine")
    for browser in (yusuf, elsewhere):
        browser.open("/today/").reads("Where you are signed in")
