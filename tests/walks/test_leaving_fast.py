"""AS-08, lived: three bare presses of Shift within five seconds, and everything that is not that."""

import pytest
from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.house import House
from tests.walks.tables import at_the_tuesday_table
from tests.walks.walker import AS_USUAL, WITHOUT_SCRIPTS, Walker

POLICY = {"content-security-policy": "default-src 'none'"}
WITHIN = 1_900
"""Milliseconds between presses: three of them end after 3.8 seconds."""
BEYOND = 2_700
"""The third comes 5.4 seconds after the first."""


def shift(walker: Walker, times: int, pause: int = 0) -> None:
    for press in range(times):
        if press:
            walker.page.wait_for_timeout(pause)
        walker.page.keyboard.press("Shift")


def stays(walker: Walker) -> None:
    walker.page.wait_for_timeout(300)
    assert "/tables/" in walker.page.url
    assert not walker.page.locator("html.covered").count()


def test_as_08_within_five_seconds(come: Come, house: House) -> None:
    ama = come(AS_USUAL, "Ama")
    at_the_tuesday_table(ama)
    before = house.open_sessions()
    shift(ama, 3, WITHIN)
    ama.page.wait_for_url("**/weather/")
    assert house.open_sessions() == before - 1
    ama.page.go_back()
    ama.page.wait_for_url("**/sign-in/**")
    expect(ama.page).to_have_title("Elm House")
    expect(ama.page.locator("article.share, .table-link, .beside")).to_have_count(0)


def test_as_08_beyond_five_seconds_nothing_happens(come: Come) -> None:
    ama = come(AS_USUAL, "Ama")
    at_the_tuesday_table(ama)
    shift(ama, 3, BEYOND)
    stays(ama)


@pytest.mark.parametrize("between", ["a", "Tab", "Escape", "Control"])
def test_as_08_another_key_between_begins_anew(come: Come, between: str) -> None:
    ama = come(AS_USUAL, "Ama")
    at_the_tuesday_table(ama)
    shift(ama, 2)
    ama.page.keyboard.press(between)
    shift(ama, 2)
    stays(ama)
    shift(ama, 1)
    ama.page.wait_for_url("**/weather/")


def test_as_08_the_page_is_covered_before_anything_answers(come: Come) -> None:
    """Whatever the line is like: the cover is drawn by the page itself."""
    ama = come(AS_USUAL, "Ama")
    at_the_tuesday_table(ama)
    ama.page.route("**/leave/", lambda route: route.fulfill(status=204, headers=POLICY))
    shift(ama, 3)
    expect(ama.page.locator("html.covered")).to_have_count(1)
    expect(ama.page.locator("main")).not_to_be_visible()


def test_as_08_without_scripts_the_link_does_it(come: Come, house: House) -> None:
    ama = come(WITHOUT_SCRIPTS, "Ama")
    at_the_tuesday_table(ama)
    before = house.open_sessions()
    shift(ama, 3)
    assert "/tables/" in ama.page.url, "presses need scripts"
    ama.page.locator("a.leave").click()
    ama.page.wait_for_url("**/weather/")
    assert house.open_sessions() == before - 1
    ama.page.go_back()
    ama.page.wait_for_load_state()
    expect(ama.page.locator("article.share, .table-link, .beside")).to_have_count(0)
