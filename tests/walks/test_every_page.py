"""Every page, looked at closely: by axe, by a strict parser, and as pictures (`--pictures`)."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.walks.conftest import BUILD, Come
from tests.walks.house import House, an_open_house
from tests.walks.pages import PARTS, WITHOUT_A_PAGE, Page, every_page, routes
from tests.walks.reading import faults_of, plain_words
from tests.walks.tables import at_the_tuesday_table
from tests.walks.walker import AS_USUAL, RIGHT_TO_LEFT, SIDEWAYS, Walker, Way

type Light = Literal["light", "dark"]
type Keep = Callable[[Walker, str], None]
type Part = Callable[[Come, Way], Iterator[Page]]

PICTURES = BUILD / "screenshots"
ACCENTED = Way("accented", language="en-xa")
AXE_IS_THERE = "'axe' in window"
AXE_RUNS = "options => axe.run(options).then(found => found.violations)"
AT_REST = "Promise.all(document.getAnimations().map(change => change.finished.catch(() => {})))"
NO_STYLE = {"content-type": "text/css", "content-security-policy": "default-src 'none'"}
OTHER = {"light": "dark", "dark": "light"}
ENHANCED = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": ["color-contrast", "color-contrast-enhanced"],
}
LOOKS: tuple[tuple[Light, int, dict[str, Any]], ...] = (
    ("light", 1280, ENHANCED),
    ("light", 390, {}),
    ("dark", 390, COLOURS),
    ("dark", 320, {}),
    ("dark", 1280, {}),
)
"""By which light and how wide a page is looked at, and what axe then looks for."""

in_parts = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """A house nobody else walks through: what others did before would stand on these pages."""
    with an_open_house() as opened:
        yield opened


@pytest.fixture
def keep(request: pytest.FixtureRequest) -> Keep:
    """Keeps a picture for people to look at, where `--pictures` asks for them."""
    asked = request.config.getoption("pictures")

    def picture(walker: Walker, name: str) -> None:
        if asked:
            walker.page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    return picture


@pytest.mark.sweep
@in_parts
def test_every_page_by_day_and_in_the_evening(come: Come, keep: Keep, part: Part) -> None:
    faults: list[str] = []
    for name, walker in part(come, AS_USUAL):
        faults += [f"{name}: {fault}" for fault in faults_of(walker.source())]
        for light, width, options in LOOKS:
            walker.page.emulate_media(color_scheme=light)
            faults += too_wide(walker, width)
            faults += axe_finds(walker, name, options) if options else []
            keep(walker, f"{name}-{width}-{light}")
        walker.page.emulate_media(color_scheme="light")
    assert not faults, "\n".join(faults)


@pytest.mark.sweep
@in_parts
def test_every_page_from_right_to_left(come: Come, keep: Keep, part: Part) -> None:
    faults: list[str] = []
    for name, walker in part(come, RIGHT_TO_LEFT):
        assert 'dir="rtl"' in walker.source()
        faults += axe_finds(walker, name, ENHANCED)
        faults += too_wide(walker, 390)
        keep(walker, f"{name}-390-rtl")
        faults += too_wide(walker, 320)
        walker.page.set_viewport_size({"width": 390, "height": 800})
    assert not faults, "\n".join(faults)


@pytest.mark.sweep
def test_every_address_is_opened_and_every_sentence_said_through_gettext(come: Come) -> None:
    """The one sweep through all parts: what it opens, the others open too, each in two parts."""
    faults: list[str] = []
    seen: list[str] = []
    for name, walker in every_page(come, ACCENTED):
        seen.append(name)
        if name != "demo-letters":  # mails speak the language of whoever gets them
            faults += [f"{name}: {words}" for words in plain_words(walker.source())]
    assert not faults, "\n".join(dict.fromkeys(faults))
    never_opened = routes() - {name.partition("@")[0] for name in seen} - WITHOUT_A_PAGE
    assert not never_opened, "neither a page someone comes to nor known to answer a form"
    BUILD.mkdir(exist_ok=True)
    (BUILD / "pages.txt").write_text(f"{len(seen)} pages\n")


def test_the_table_without_any_style(come: Come, keep: Keep) -> None:
    """The order of the source is the order of need: leave, help, heading, who sits there, words."""
    dev = come(AS_USUAL, "Dev")
    dev.context.route("**/*.css", lambda route: route.fulfill(body="", headers=NO_STYLE))
    at_the_tuesday_table(dev)
    dev.page.set_viewport_size({"width": 390, "height": 800})
    keep(dev, "circle-without-style-390")
    said = dev.page.locator("body").inner_text()
    order = ["Leave this page", "Need someone now?", "Tuesday table", "Around the table:", "Say it"]
    assert [said.index(words) for words in order] == sorted(said.index(words) for words in order)


@pytest.mark.parametrize(("theme", "light"), [("Lamplight", "light"), ("Daylight", "dark")])
def test_a_chosen_light_stays_whatever_the_device_says(come: Come, theme: str, light: str) -> None:
    kim, els = (
        come(Way("by device", light=light), "Kim"),
        come(Way("other", light=OTHER[light]), "Els"),
    )
    kim.open("/mine/").choose(theme).press("Keep this")
    wall = "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color"
    assert kim.page.evaluate(wall) == els.page.evaluate(wall)
    kim.choose("As my device").press("Keep this")


def axe_finds(walker: Walker, name: str, options: dict[str, Any]) -> list[str]:
    walker.page.evaluate(AT_REST)
    if not walker.page.evaluate(AXE_IS_THERE):
        walker.page.evaluate(AXE_SCRIPT)
    return [
        f"{name} (axe {one['id']}): {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in walker.page.evaluate(AXE_RUNS, options)
        for node in one["nodes"]
    ]


def too_wide(walker: Walker, width: int) -> list[str]:
    """A fault if the page must be scrolled sideways at this width."""
    walker.page.set_viewport_size({"width": width, "height": 800})
    sideways = walker.page.evaluate(SIDEWAYS)
    return [f"{walker.page.url} is {sideways} px too wide at {width}"] if sideways > 0 else []
