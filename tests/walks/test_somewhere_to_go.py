"""Groups outside this house: a visitor's question, and a steward's yes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from openchair.testing import meetings
from tests.walks.conftest import Come
from tests.walks.house import House, surroundings
from tests.walks.walker import NARROW, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Way


@pytest.mark.parametrize("way", [WITHOUT_SCRIPTS, NARROW, RIGHT_TO_LEFT], ids=lambda way: way.name)
def test_a_visitor_asks_and_reads_a_list_that_ends(come: Come, way: Way) -> None:
    visitor = come(way).open("/")
    visitor.press("Groups")
    visitor.write("Where?", "Amsterdam").choose("Tuesday").press("Look")
    found = visitor.page.locator("[aria-labelledby=found]")
    expect(found.locator("article.meeting").nth(0)).to_contain_text("Soup and talk")
    expect(found.locator("article.meeting").nth(1)).to_contain_text("Mourning café")
    expect(found).not_to_contain_text("Carers")
    found.get_by_role("link", name="Soup and talk").click()
    visitor.look()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Soup and talk")
    expect(visitor.page.locator("main")).to_contain_text("Ring the lower bell.")
    assert not [one for one in visitor.context.cookies() if one["name"] == "seat"]


def test_a_steward_lists_a_whole_source(come: Come, house: House) -> None:
    bring_in(house, "A newer list (invented)", meetings.MEETINGS[:2])
    ralf = come(NARROW, "Ralf").open("/house/directory/")
    ralf.follow("A newer list (invented)").press("List the whole directory")
    shown = come(WITHOUT_SCRIPTS).open("/meetings/?place=Amsterdam&day=2")
    expect(shown.page.locator("main")).to_contain_text("A newer list (invented)")
    ralf.open("/house/directory/").follow("A newer list (invented)")
    ralf.page.get_by_role("link", name="Listed").or_(
        ralf.page.locator("a[href*='show=listed']")
    ).first.click()
    ralf.press("Take it all off")
    shown.page.reload()
    expect(shown.page.locator("main")).not_to_contain_text("A newer list (invented)")


def bring_in(house: House, name: str, groups: list[dict[str, object]]) -> None:
    """As the one who runs the house does it: with a file, beside the running house."""
    file = house.folder / "feed.json"
    file.write_text(json.dumps(groups))
    words = ["import-meetings", str(file), "--zone", meetings.ZONE, "--name", name]
    subprocess.run(
        [sys.executable, "-P", "-m", "openchair.cli", *words],
        cwd=Path(__file__).resolve().parents[2],
        env=surroundings(house.folder),
        check=True,
        capture_output=True,
    )
