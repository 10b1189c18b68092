"""AS-47 in two browsers: someone asks for company, and someone who may be asked comes in."""

from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.walks.company_pages import NUMBER, may_be_asked, shows_a_number, to_the_call
from tests.walks.conftest import Come
from tests.walks.tables import two_sit_down
from tests.walks.walker import AS_USUAL, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Way

WAYS = [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_as_47_someone_within_a_minute(come: Come, way: Way) -> None:
    """At a table of their own, so that no other walk meets them. At the end neither is asked."""
    host, guest, name = come(way, "Omar"), come(way), f"Jonas {uuid4().hex[:6]}"
    table = two_sit_down(host, guest, name)
    may_be_asked(host)
    shows_a_number(host, name)
    guest.open("/today/").page.locator(".table-link", has_text=table).click()
    guest.write("What would you like to say?", "Would somebody sit with me?")
    guest.choose("Sit with me").press("Say it")
    guest.reads("%(name)s has been asked.", name="Omar").reads("To talk or write").reads(NUMBER)
    host.open("/today/").reads("%(name)s would like company now.", name=name)
    to_the_call(host).press("I’m coming").reads("%(name)s is here.", name=name)
    guest.press("Look who is here now").reads("%(name)s is here.", name="Omar")
    host.press("Step out gently")
    guest.press("Look who is here now").reads("%(name)s has been asked.", name="Omar")
    guest.press("Step out gently")
    guest.open("/today/").reads_nothing_of(guest.way.says("You asked for company."))
    host.open("/mine/company/").press("Take the number back")
    host.choose("Not now").press("Keep this")


def test_whoever_stayed_is_offered_a_word_once(come: Come) -> None:
    host, guest, name = come(AS_USUAL, "Omar"), come(AS_USUAL), f"Jonas {uuid4().hex[:6]}"
    table = two_sit_down(host, guest, name)
    may_be_asked(host)
    guest.open("/today/").page.locator(".table-link", has_text=table).click()
    guest.press("Ask for company")
    call = urlsplit(to_the_call(host).press("I’m coming").page.url).path
    guest.press("Step out gently").open("/today/").reads_nothing_of("You stayed with someone.")
    host.open("/today/").reads("You stayed with someone. There is a word for you, if you like.")
    expect(host.page.locator(f'a[href="{call}"]')).to_have_count(1)
    host.open(call).reads("And you?").press("Write a line to whoever greets people here")
    host.open(call).press("No, not needed").open("/today/")
    expect(host.page.locator(f'a[href="{call}"]')).to_have_count(0)
    host.open("/mine/company/").choose("Not now").press("Keep this")


def test_nobody_said_so_and_that_is_read_at_once(come: Come) -> None:
    host, guest, name = come(AS_USUAL, "Omar"), come(AS_USUAL), f"Jonas {uuid4().hex[:6]}"
    table = two_sit_down(host, guest, name)
    guest.open("/today/").page.locator(".table-link", has_text=table).click()
    guest.press("Ask for company").reads("You asked for company").reads("To talk or write")
    guest.reads_nothing_of("Omar", within=guest.page.locator("h1"))
    guest.press("Step out gently")
