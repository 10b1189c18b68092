"""What a real browser fetches on a first visit, and on the next: requests, and bytes on the wire."""

import shutil
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, sync_playwright

BROWSERS = ["chromium", "chromium-browser", "google-chrome"]


@dataclass
class Fetched:
    """Requests that went to the server, by address, each with its bytes, headers included."""

    sizes: dict[str, int] = field(default_factory=dict)
    cached: set[str] = field(default_factory=set)
    addresses: dict[str, str] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)

    @property
    def requests(self) -> int:
        return len(self.sizes)

    @property
    def bytes(self) -> int:
        return sum(self.sizes.values())

    def listen(self, page: Page) -> None:
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", self._asked)
        wire.on("Network.requestServedFromCache", lambda seen: self.cached.add(seen["requestId"]))
        wire.on("Network.responseReceived", self._answered)
        wire.on("Network.loadingFinished", self._finished)

    def _asked(self, seen: dict[str, Any]) -> None:
        if seen["request"]["url"].startswith("http"):
            self.addresses[seen["requestId"]] = seen["request"]["url"]

    def _answered(self, seen: dict[str, Any]) -> None:
        head = int(seen["response"]["encodedDataLength"])
        body = int(seen["response"]["headers"].get("content-length", 0))
        self.told[seen["requestId"]] = head + body
        if seen["response"].get("fromDiskCache"):
            self.cached.add(seen["requestId"])

    def _finished(self, seen: dict[str, Any]) -> None:
        address = self.addresses.get(seen["requestId"], "")
        if address and seen["requestId"] not in self.cached:
            came = int(seen["encodedDataLength"])  # nothing, where the browser had begun early
            self.sizes[address] = max(came, self.told.get(seen["requestId"], 0))


def visits(port: int, path: str, cookies: str) -> tuple[Fetched, Fetched] | None:
    """The first visit and the next one to the same page; None where there is no Chromium."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        return None
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        context = browser.new_context()
        name, _, said = cookies.partition("=")
        here = f"http://localhost:{port}"
        context.add_cookies([{"name": name, "value": said, "url": here}])
        page = context.new_page()
        seen = [_visit(page, here + path), _visit(page, here + path)]
        browser.close()
    return seen[0], seen[1]


def _visit(page: Page, address: str) -> Fetched:
    """The page is left in between: a reload would ask for everything anew."""
    page.goto("about:blank")
    fetched = Fetched()
    fetched.listen(page)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(300)
    return fetched
