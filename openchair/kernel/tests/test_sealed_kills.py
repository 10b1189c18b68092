"""Killed at any step of writing, rewriting or erasing, a house loses nothing and keeps no key."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from django.db import connection

from openchair.kernel.tests.dying_house import AFTER, BEFORE, NEIGHBOURS, STEPS

DRIVER = (
    "import sys, django; django.setup()\n"
    "from openchair.kernel.tests.dying_house import main; main(sys.argv[1])"
)
UNDONE = {"before the key", "key kept", "old key noted", "row written"}
EVERY_STEP = [(verb, step) for verb, steps in STEPS.items() for step in steps]


@pytest.fixture(scope="module")
def deaths(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("dying")
    there = {
        "OPENCHAIR_HOME": str(folder / "home"),
        "OPENCHAIR_KEY_FILE": str(folder / "house.key"),
        "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DATABASE_URL": database_url(),
    }
    driver = [sys.executable, "-c", DRIVER, str(folder)]
    said = subprocess.run(
        driver, env=os.environ | there, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def database_url() -> str:
    """The tests' own PostgreSQL database; with SQLite each house brings its file."""
    if connection.vendor == "sqlite":
        return ""
    said = connection.settings_dict
    return (
        f"postgres://{said['USER']}:{said['PASSWORD']}@{said['HOST']}:{said['PORT']}/{said['NAME']}"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("verb", "step"), EVERY_STEP)
def test_killed_at_any_step_nothing_is_lost(deaths: dict[str, Any], verb: str, step: str) -> None:
    found = deaths[f"{verb}: {step}"]
    undone = step in UNDONE
    said = {"write": AFTER, "rewrite": AFTER, "erase": None}
    was = {"write": None, "rewrite": BEFORE, "erase": BEFORE}
    assert found["killed"] == -9
    assert found["words"] == (was if undone else said)[verb]
    assert found["neighbours"] == ["still here"] * NEIGHBOURS
    assert found["wrong"] == []
    assert found["notes"] == 0


@pytest.mark.django_db
@pytest.mark.parametrize(("verb", "step"), [pair for pair in EVERY_STEP if pair[0] != "write"])
def test_an_erased_key_lies_nowhere_after_recovery(
    deaths: dict[str, Any], verb: str, step: str
) -> None:
    found = deaths[f"{verb}: {step}"]
    still_needed = step in UNDONE
    assert (found["old key lies there"] > 0) is still_needed
    if step != "key gone, note not removed":
        assert found["old key lay there"] > 0, "the search finds what is there"


@pytest.mark.django_db
def test_several_processes_may_begin_a_new_file_at_once(deaths: dict[str, Any]) -> None:
    assert deaths["begun together"] == [0, 0, 0, 0]
