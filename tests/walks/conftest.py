"""One house for all walks of a process, one browser for each file of walks.

The browser ends with its file: while it is there, Django believes it runs inside an event loop and
would refuse the database to every other test of this process.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.walks.house import House, an_open_house
from tests.walks.walker import AS_USUAL, WAYS, Seen, Walker, Way

type Come = Callable[..., Walker]

BUILD = Path(__file__).resolve().parents[2] / "build"


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    with an_open_house() as opened:
        yield opened


@pytest.fixture(scope="module")
def chromium(browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_type_launch_args)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def all_seen(worker_id: str) -> Iterator[list[Seen]]:
    """Leaves a line behind: how much was asked for, and of whom."""
    seen: list[Seen] = []
    yield seen
    BUILD.mkdir(exist_ok=True)
    asked, elsewhere = sum(one.requests for one in seen), sum(len(one.elsewhere) for one in seen)
    line = f"{len(seen)} walks, {asked} requests, {elsewhere} of them to another host\n"
    (BUILD / f"walks-{worker_id}.txt").write_text(line)


@pytest.fixture
def come(house: House, chromium: Browser, all_seen: list[Seen]) -> Iterator[Come]:
    """Lets someone come with a browser of their own: come(), come(NARROW), come(NARROW, "Ama")."""
    seen = Seen()
    all_seen.append(seen)
    walkers: list[Walker] = []

    def comes(way: Way = AS_USUAL, name: str = "") -> Walker:
        walkers.append(Walker(house, chromium, way, seen))
        return walkers[-1].be(name) if name else walkers[-1]

    yield comes
    for walker in walkers:
        walker.go_away()
    seen.nothing_is_wrong()


@pytest.fixture(params=WAYS, ids=lambda way: way.name)
def way(request: pytest.FixtureRequest) -> Way:
    chosen: Way = request.param
    return chosen
