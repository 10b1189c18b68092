"""A Saturday morning: from an empty folder to an open house, in a browser without scripts."""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from tests.walks.conftest import Come
from tests.walks.house import PATIENCE, House, a_free_port, surroundings
from tests.walks.tables import arrive, lay_a_table, say
from tests.walks.walker import Walker, Way

NARROW_WITHOUT_SCRIPTS = Way("narrow, without scripts", width=390, scripts=False)
AXE = Axe()
ENHANCED = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """Nothing is in its folder; what the terminal says lies in `said`."""
    with tempfile.TemporaryDirectory(prefix="openchair-empty-") as name:
        folder, port = Path(name), a_free_port()
        (folder / "languages").mkdir()
        env = surroundings(folder) | {"LANGUAGE": "en"}
        env.pop("OPENCHAIR_PSEUDO")
        with (folder / "said").open("w") as said:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "openchair.cli", "run", "--port", str(port)],
                cwd=Path(__file__).resolve().parents[2],
                env=env,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
            yield House(f"http://localhost:{port}", folder)
            process.terminate()
            process.wait(PATIENCE)


def set_up_address(house: House) -> str:
    """The one address that the terminal printed."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := re.findall(r"http\S+/set-up/\S+", (house.folder / "said").read_text()):
            assert len(found) == 1
            return str(found[0])
        time.sleep(0.1)
    raise AssertionError((house.folder / "said").read_text())


def looked_at(walker: Walker) -> Walker:
    """By axe, which needs scripts of its own: only the page as it was sent is looked at."""
    browser = walker.context.browser
    assert browser
    context = with_scripts(browser)
    context.clear_cookies()
    context.add_cookies(cast("Any", walker.context.cookies()))
    page = context.new_page()
    page.goto(walker.page.url)
    found = AXE.run(page, options=ENHANCED).response["violations"]
    page.close()
    assert not found, (walker.page.url, [(one["id"], one["nodes"][0]["html"]) for one in found])
    return walker


@cache
def with_scripts(browser: Browser) -> BrowserContext:
    """One for all looks, which has the style and the letters already."""
    return browser.new_context()


def name_and_place(ralf: Walker) -> None:
    looked_at(ralf).write("What is this house called?", "Elm House")
    ralf.write("A name that tells nothing", "Elm Street 4").press("Keep this")
    looked_at(ralf).page.get_by_label("Country").select_option("Belgium")
    ralf.write("The emergency number there", "112")
    ralf.write("The clock of this house", "Europe/Brussels").choose("English").press("Keep this")


def first_steward(ralf: Walker) -> None:
    looked_at(ralf).write("What would you like to be called?", "Ralf")
    ralf.choose("I am 18 or older").write("Your address", "ralf@example.org").press("That is me")


def greeting(ralf: Walker) -> str:
    looked_at(ralf).write("The greeting", "Come in as you are.")
    ralf.choose("Someone else does").press("Keep this")
    return looked_at(ralf).page.locator(".address").inner_text().strip()


def listener(ralf: Walker) -> str:
    ralf.press("Go on with the next page")
    looked_at(ralf).press("Make an address to hand to someone")
    return looked_at(ralf).page.locator(".address").inner_text().strip()


def says_yes(guest: Walker, address: str, name: str) -> None:
    looked_at(guest.open(address)).write("What would you like to be called?", name)
    guest.write("The name for this duty", f"{name}, here for you").choose("I am 18 or older")
    guest.press("Yes, I will")
    looked_at(guest).reads("What you look after")


def help_line(ralf: Walker) -> None:
    looked_at(ralf.open("/house/help-lines/")).write("What it is called", "Night bell")
    ralf.write("Who answers, and for whom", "People who listen.").write("Number to call", "0800 1")
    ralf.write("Hours, cost and languages", "At any hour, free.")
    ralf.write("The address of their own page", "https://bell.example.org/call")
    ralf.press("Keep this line").reads("Not checked yet, and shown to nobody.")
    ralf.press("I opened the provider’s own page today and compared")
    looked_at(ralf).press("Go on with the next page")


def safety_mail_and_key(ralf: Walker) -> None:
    looked_at(ralf).write("Who runs this house?", "Ralf, and the neighbours.")
    ralf.write("Where does the machine stand?", "In a cupboard in Ghent.")
    ralf.write("What can you read?", "Addresses. I do not read words.").press("Keep this")
    looked_at(ralf).press("Go on without mail")
    looked_at(ralf).press("Show the sheet for a quarter of an hour")
    looked_at(ralf).press("It is printed and put away")


def test_a_saturday_morning_without_scripts(come: Come, house: House) -> None:
    address = set_up_address(house)
    ralf, chiara, harriet, joost = (come(NARROW_WITHOUT_SCRIPTS) for _each in range(4))
    looked_at(joost.open("/")).reads("This house is not open yet")
    looked_at(ralf.open(address)).press("Begin")
    name_and_place(ralf)
    first_steward(ralf)
    for_host, for_listener = greeting(ralf), listener(ralf)
    says_yes(chiara, for_host, "Chiara")
    says_yes(harriet, for_listener, "Harriet")
    help_line(ralf)
    safety_mail_and_key(ralf)
    looked_at(ralf).press("Open the house")
    for page in ("/house/", "/house/duties/", "/house/events/", "/rules/", "/safety/"):
        looked_at(ralf.open(page))
    looked_at(joost.open(address)).reads("This address has been used")
    letter = lay_a_table(chiara, "Two cups")
    arrive(joost, letter, "Joost")
    say(joost, "Is the kettle on?")
    chiara.page.reload()
    chiara.reads("Is the kettle on?")
