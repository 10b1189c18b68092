"""What every test shares: a database in the test's own house, a browser, and nothing else."""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import time_machine
from django.core.cache import cache
from django.db import connections
from django.test import override_settings
from hypothesis import settings

from openchair.kernel.sealed import KeysInMemory, keys
from openchair.testing.scenes import NOON, Scene
from tests.own_house import FOLDER
from tests.standing_scene import pour

# A busy machine is no fault of the code: property tests have no deadline for each example.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

CHROMIUM = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
UNHASHED = "django.contrib.staticfiles.storage.StaticFilesStorage"
TOUCHING_ROWS = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--touching-rows",
        action="store_true",
        help="only the tests that read or write rows (for the second database)",
    )
    parser.addoption(
        "--pictures",
        action="store_true",
        help="keep a picture of every page in build/screenshots, for people to look at",
    )

    parser.addoption("--tally", metavar="FILE", help="add one line to FILE: how many passed")
    parser.addoption("--title", default="tests", help="what that line begins with")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "walks" in item.path.parts:
            item.add_marker("walk")
    if config.getoption("touching_rows"):
        others = [item for item in items if not touches_rows(item)]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if touches_rows(item)]
    long = {item.path for item in items if item.get_closest_marker("sweep")}
    items.sort(key=lambda item: item.path not in long)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    tally = config.getoption("tally")
    if tally and not hasattr(config, "workerinput"):
        stats = terminalreporter.stats
        passed, skipped = len(stats.get("passed", [])), len(stats.get("skipped", []))
        failed = len(stats.get("failed", [])) + len(stats.get("error", []))
        with Path(tally).open("a") as file:
            title = config.getoption("title")
            file.write(f"{title}: {passed} passed, {failed} failed, {skipped} skipped\n")


def touches_rows(item: pytest.Item) -> bool:
    asked_for = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or asked_for & TOUCHING_ROWS)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """SQLite's test database is a file, as in a real house: threads lock it as they would there.

    PostgreSQL's does not wait for the disk: what these tests wrote need not outlive a power cut.
    """
    for connection in connections.all():
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(FOLDER / f"{connection.alias}.sqlite3")
        else:
            connection.settings_dict["OPTIONS"]["options"] = "-c synchronous_commit=off"
            connection.ops.sql_flush = emptied_row_by_row  # type: ignore[method-assign]


def emptied_row_by_row(style: object, tables: Sequence[str], **_how: bool) -> list[str]:
    """PostgreSQL truncates by making the files of every table anew, and waits for the disk."""
    quoted = map(connections["default"].ops.quote_name, tables)
    return [" ".join(("DELETE FROM", table)) for table in quoted]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The machine's own Chromium; as root it runs without its sandbox, which needs another user."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.skip("There is no Chromium on this machine, so nothing was walked in a browser.")
    as_root = os.geteuid() == 0
    return {"executable_path": found, "args": ["--no-sandbox"] if as_root else []}


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real material to test against, which lies beside the repository and not in it."""
    folder = Path(__file__).resolve().parent.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("The shared test data does not lie beside this checkout.")
    return folder


@pytest.fixture
def scene(db: None) -> Iterator[Scene]:
    """The standing people at their tables (`openchair.testing.scenes`), on a Tuesday at noon."""
    cache.clear()
    before, keys.store = keys.store, KeysInMemory()
    unhashed = override_settings(STORAGES={"staticfiles": {"BACKEND": UNHASHED}})
    with unhashed, time_machine.travel(NOON):
        yield pour(keys.store)
    keys.store = before
