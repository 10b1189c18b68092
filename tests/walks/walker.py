"""Someone who walks through the house in a browser of their own, and what holds at every step.

A walker speaks the sentences of the house in English; in another language they are looked for as
that language has them. Whatever a walk is about, on every page: no request leaves this machine, every
answer carries the policy that allows nothing from elsewhere, the browser has nothing to complain
about, and nothing has to be scrolled sideways.
"""

import gettext
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Response,
    expect,
)

from openchair.cli.words import LOCALE
from openchair.testing import pseudo
from tests.walks.house import House

SIDEWAYS = (
    "document.documentElement ? document.documentElement.scrollWidth"
    " - document.documentElement.clientWidth : 0"
)
STEP = 90_000  # milliseconds a page may take on a machine that is busy with other tests
MOVES = 10  # pages in a row that may lead on by themselves
expect.set_options(timeout=STEP)


@dataclass(frozen=True)
class Way:
    """How someone comes: with which browser, width and language."""

    name: str
    width: int = 1280
    scripts: bool = True
    language: str = "en"
    light: str = "light"

    def says(self, sentence: str, **values: str) -> str:
        said = _in(self.language)(sentence)
        return said % values if values else said


def _in(language: str) -> Callable[[str], str]:
    if language in pseudo.LANGUAGES:
        return pseudo.LANGUAGES[language]
    return gettext.translation("django", LOCALE, [language], fallback=True).gettext


AS_USUAL = Way("as usual")
SPANISH = Way("in Spanish", language="es", width=390)
WITHOUT_SCRIPTS = Way("without scripts", scripts=False)
RIGHT_TO_LEFT = Way("right to left", language="ar-xb", width=390)
NARROW = Way("at 320 px", width=320)
WAYS = [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT, NARROW]


@dataclass
class Seen:
    """What the browsers of all walks asked for and were answered."""

    requests: int = 0
    elsewhere: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def nothing_is_wrong(self) -> None:
        assert not self.elsewhere, f"requests to other hosts: {self.elsewhere}"
        assert not self.faults, "\n".join(self.faults)


class Walker:
    def __init__(self, house: House, browser: Browser, way: Way, seen: Seen) -> None:
        self.house, self.way, self.seen = house, way, seen
        self.context: BrowserContext = browser.new_context(
            base_url=house.address,
            java_script_enabled=way.scripts,
            locale=way.language,
            timezone_id="Europe/Brussels",
            viewport={"width": way.width, "height": 800},
            color_scheme="dark" if way.light == "dark" else "light",
        )
        self.context.set_default_timeout(STEP)
        self.document: Response | None = None
        self.context.on("request", lambda request: self._asked(request.url))
        self.context.on("response", self._answered)
        self.page: Page = self.new_page()

    def new_page(self) -> Page:
        self.page = self.context.new_page()
        self.page.on("console", self._complained)
        self.page.on("pageerror", lambda error: self.seen.faults.append(f"a script broke: {error}"))
        return self.page

    def be(self, name: str) -> "Walker":
        """Signs in on the demo's page, as one of the standing people."""
        self.page.goto("/demo/")
        self.page.locator(f'form[action="/demo/{name}/"] button').click()
        self.page.wait_for_url("**/today/")
        self.look()
        return self

    def open(self, address: str) -> "Walker":
        self.page.goto(address)
        self.look()
        return self

    def press(self, sentence: str, within: Locator | None = None, **values: str) -> "Walker":
        """A button or a link, by all of its words."""
        words = self.way.says(sentence, **values)
        place = within or self.page.locator("body")
        either = place.get_by_role("button", name=words, exact=True)
        either.or_(place.get_by_role("link", name=words, exact=True)).first.click()
        self.page.wait_for_load_state()
        self.look()
        return self

    def follow(self, words: str) -> "Walker":
        """A link whose words are a person's own, the same in every language."""
        self.page.get_by_role("link", name=words).first.click()
        self.page.wait_for_load_state()
        self.look()
        return self

    def unfold(self, sentence: str, within: Locator | None = None) -> "Walker":
        place = within or self.page.locator("body")
        place.locator("summary", has_text=self.exactly(sentence)).click()
        return self

    def write(
        self, sentence: str, words: str, within: Locator | None = None, **values: str
    ) -> "Walker":
        place = within or self.page.locator("body")
        place.get_by_label(self.way.says(sentence, **values), exact=True).fill(words)
        return self

    def choose(self, sentence: str, within: Locator | None = None) -> "Walker":
        place = within or self.page.locator("body")
        place.locator("label.pick", has=self.page.get_by_text(self.exactly(sentence))).click()
        return self

    def exactly(self, sentence: str) -> re.Pattern[str]:
        return re.compile(rf"^\s*{re.escape(self.way.says(sentence))}\s*$")

    def reads(self, sentence: str, within: Locator | None = None, **values: str) -> "Walker":
        """These words of the house stand on the page, or in this part of it."""
        place = within or self.page.locator("body")
        expect(place).to_contain_text(self.way.says(sentence, **values))
        return self

    def reads_nothing_of(self, *words: str, within: Locator | None = None) -> "Walker":
        place = within or self.page.locator("body")
        for one in words:
            expect(place).not_to_contain_text(one)
        return self

    def said(self, words: str) -> Locator:
        """The newest place on this page where someone said these words."""
        return self.page.locator("article.share", has_text=words).first

    def look(self) -> None:
        sideways = self._sideways()
        if sideways > 0:
            self.seen.faults.append(f"{self.way.name}: {self.page.url} is {sideways} px too wide")

    def _sideways(self) -> int:
        """A page that a script of its own is just leaving is measured where it leads to."""
        for _page in range(MOVES):
            try:
                return int(self.page.evaluate(SIDEWAYS))
            except Error as error:
                if "navigation" not in error.message:
                    raise
                self.page.wait_for_load_state()
        raise AssertionError(f"{self.page.url} does not come to rest")

    def source(self) -> str:
        """The page as the house sent it, before the browser mended anything."""
        assert self.document
        return self.document.text()

    def go_away(self) -> None:
        self.context.close()

    def _asked(self, address: str) -> None:
        self.seen.requests += 1
        if urlsplit(address).netloc != urlsplit(self.house.address).netloc:
            self.seen.elsewhere.append(address)

    def _answered(self, response: Response) -> None:
        a_page = response.request.resource_type == "document"
        if a_page and not 300 <= response.status < 400:
            self.document = response
        policy = response.headers.get("content-security-policy", "")
        if "default-src 'none'" not in policy:
            self.seen.faults.append(f"no policy on {response.url}: {policy!r}")
        if response.status == 500 or (response.status >= 400 and not a_page):
            self.seen.faults.append(f"{response.status} for {response.url}")

    def _complained(self, message: ConsoleMessage) -> None:
        a_page_said_no = message.text.startswith("Failed to load resource")
        if message.type in {"error", "warning"} and not a_page_said_no:
            self.seen.faults.append(f"the browser says at {self.page.url}: {message.text}")
