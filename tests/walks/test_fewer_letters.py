"""The address at the foot of a mail, in the browser of someone who is not signed in."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.walks.conftest import Come
from tests.walks.house import House, surroundings
from tests.walks.reading import english_words, faults_of
from tests.walks.test_every_page import AT_REST, COLOURS, ENHANCED, axe_finds, too_wide
from tests.walks.walker import AS_USUAL, RIGHT_TO_LEFT, SPANISH, WITHOUT_SCRIPTS, Way

FOOT = (
    "from uuid import uuid4; from openchair.delivery import fewer; "
    "from openchair.delivery.kinds import Kind; print(fewer.address(uuid4(), {Kind.SOMETHING}))"
)


@pytest.fixture(scope="module")
def foot(house: House) -> str:
    """As the running house would write it."""
    command = [sys.executable, "-P", "-m", "openchair.cli", "manage", "shell", "-v0", "-c", FOOT]
    root = Path(__file__).resolve().parents[2]
    said = subprocess.run(
        command,
        env=surroundings(house.folder),
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return said.stdout.strip().replace("http://localhost:8000", house.address)


@pytest.mark.parametrize(
    "way", [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT, SPANISH], ids=lambda way: way.name
)
def test_one_press_and_no_cookie(come: Come, foot: str, way: Way) -> None:
    walker = come(way).open(foot)
    faults = faults_of(walker.source()) + too_wide(walker, 320)
    walker.press("No more mail like this").reads("You can choose again at any time, under Mine.")
    faults += faults_of(walker.source()) + too_wide(walker, 320)
    assert not faults
    assert walker.context.cookies() == []
    if way is SPANISH:
        assert english_words(walker.source()) == []


def test_both_pages_for_someone_who_does_not_see_them(come: Come, foot: str) -> None:
    walker = come().open(foot)
    faults = axe_finds(walker, "fewer", ENHANCED)
    walker.press("No more mail like this")
    faults += axe_finds(walker, "fewer-now", ENHANCED)
    walker.page.emulate_media(color_scheme="dark")
    walker.page.evaluate(AT_REST)
    assert not faults + axe_finds(walker, "fewer-now dark", COLOURS)
