"""The gallery in a real browser, under the house's own policy, with no server and no other host.

The browser ends with this file: while it runs, Django would refuse the database to other tests.
"""

from collections.abc import Callable, Iterator
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from openchair.web.tests.conftest import WEB
from openchair.web.tests.scenes import PAGES

Draw = Callable[..., str]
HOUSE = "http://house.test/tables/1/"
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "script-src 'self'; connect-src 'self'; form-action 'self'"
)
expect.set_options(timeout=90_000)  # for a machine that is busy with other tests


class Street:
    """Answers every request of the page: the drawn page, the files of web, and what was posted."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.strays: list[str] = []
        self.posted: list[dict[str, list[str]]] = []
        self.left = 0
        self.drafts_answer = 204

    def answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        if url.hostname != "house.test":
            self.strays.append(route.request.url)
            route.abort()
        elif url.path.startswith("/static/"):
            route.fulfill(path=WEB / url.path[1:])
        elif url.path == "/drafts/":
            self.posted.append(parse_qs(route.request.post_data or ""))
            route.fulfill(status=self.drafts_answer)
        elif url.path == "/leave/":
            self.left += 1
            route.fulfill(body="<title>Measures</title>", content_type="text/html")
        else:
            headers = {
                "Content-Security-Policy": POLICY,
                "Content-Type": "text/html; charset=utf-8",
            }
            route.fulfill(body=self.html, headers=headers)


@pytest.fixture(scope="module")
def chromium(browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_type_launch_args)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def open_page(page: Page, draw: Draw) -> Callable[..., Street]:
    def opened(name: str, **how: object) -> Street:
        street = Street(draw(name, **how))
        page.route("**/*", street.answer)
        page.goto(HOUSE)
        return street

    return opened


@pytest.fixture
def complaints(page: Page) -> list[str]:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    page: Page,
    open_page: Callable[..., Street],
    complaints: list[str],
    name: str,
    light: Literal["light", "dark"],
) -> None:
    page.emulate_media(color_scheme=light)
    street = open_page(name)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert (street.strays, complaints) == ([], [])


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_off_the_side(
    page: Page, open_page: Callable[..., Street], name: str, rtl: bool
) -> None:
    open_page(name, rtl=rtl)
    for width in (320, 640, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert beyond <= 0, width


def test_leaving_comes_first_and_then_the_way_to_the_words(
    page: Page, open_page: Callable[..., Street]
) -> None:
    open_page("circle.html")
    for words in ("Leave this page", "Go to the words", "Need someone now?"):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text(words)


def test_a_chosen_light_wins_over_the_device(page: Page, open_page: Callable[..., Street]) -> None:
    page.emulate_media(color_scheme="dark")
    open_page("circle.html", theme="daylight")
    wall = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert wall == "rgb(238, 239, 228)"


def test_leaving_follows_its_link_and_leaves_no_way_back(
    page: Page, open_page: Callable[..., Street]
) -> None:
    street = open_page("circle.html")
    depth = page.evaluate("history.length")
    page.get_by_text("Leave this page").click()
    page.wait_for_url("**/leave/")
    assert (street.left, page.evaluate("history.length")) == (1, depth)


def test_three_bare_presses_of_shift_leave(page: Page, open_page: Callable[..., Street]) -> None:
    open_page("circle.html")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/leave/")


def test_writing_in_capitals_does_not_leave(page: Page, open_page: Callable[..., Street]) -> None:
    street = open_page("parts.html")
    page.locator("textarea").focus()
    for letter in "ABCD":
        page.keyboard.press("Shift")
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert (street.left, page.url) == (0, HOUSE)


def test_presses_of_shift_are_forgotten_after_five_seconds(
    page: Page, open_page: Callable[..., Street]
) -> None:
    street = open_page("circle.html")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(5200)
    page.keyboard.press("Shift")
    assert street.left == 0


def test_words_are_kept_two_seconds_after_the_last_key(
    page: Page, open_page: Callable[..., Street]
) -> None:
    street = open_page("parts.html")
    page.locator("textarea").fill("It rained.")
    expect(page.locator(".draft-kept")).to_have_text("Kept")
    assert [(kept["place"], kept["words"]) for kept in street.posted] == [
        (["circle:1"], ["It rained."])
    ]


def test_words_that_could_not_be_kept_stay_and_it_is_said(
    page: Page, open_page: Callable[..., Street]
) -> None:
    street = open_page("parts.html")
    street.drafts_answer = 500
    page.locator("textarea").fill("It rained.")
    expect(page.locator(".draft-kept")).to_have_text(
        "Not kept yet. Your words are still on this page."
    )
    expect(page.locator("textarea")).to_have_value("It rained.")


def test_nothing_is_sent_where_drafts_are_switched_off(
    page: Page, open_page: Callable[..., Street], draw: Draw
) -> None:
    street = open_page("parts.html")
    street.html = draw("parts.html").replace(
        "data-draft-place=", "data-draft-off data-draft-place="
    )
    page.reload()
    page.locator("textarea").fill("It rained.")
    page.wait_for_timeout(2500)
    assert street.posted == []
