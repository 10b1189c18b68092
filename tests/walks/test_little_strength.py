"""AS-16 in two browsers: Wanjiru has nothing left, and is not asked; one press says that she is here."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.walks.company_pages import may_be_asked
from tests.walks.conftest import Come
from tests.walks.how_pages import LINE, at_the_table, says_how
from tests.walks.tables import two_sit_down
from tests.walks.walker import AS_USUAL, NARROW, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Way

WAYS = [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT, NARROW]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_as_16_low_energy(come: Come, way: Way) -> None:
    """At a table of their own, so that no other walk meets them."""
    omar, wanjiru, name = come(way, "Omar"), come(way), f"Wanjiru {uuid4().hex[:6]}"
    table = two_sit_down(omar, wanjiru, name)
    may_be_asked(wanjiru)
    says_how(wanjiru, "nothing", LINE, table)
    at_the_table(wanjiru, table).reads("Any of these is enough. So is closing the page.")
    box = wanjiru.page.get_by_label(way.says("What would you like to say?"), exact=True)
    expect(box).to_be_hidden()
    expect(wanjiru.page.locator("nav.house-nav")).to_have_count(0)
    told = at_the_table(omar, table).page.locator(".how-they-are")
    expect(told).to_contain_text(way.says("nothing left"))
    expect(told).to_contain_text(LINE)
    omar.press("Ask for company")
    omar.reads_nothing_of(name, within=omar.page.locator("h1"))
    wanjiru.open("/today/").reads_nothing_of(
        way.says("%(name)s would like company now.", name="Omar")
    )
    at_the_table(wanjiru, table).press("I’m here")
    wanjiru.reads("You said that you are here. Nothing else has to follow.")
    wanjiru.unfold("Open today’s page")
    expect(box).to_be_visible()
    at_the_table(omar, table)
    expect(omar.said(way.says("I’m here."))).to_contain_text(name)
    wanjiru.press("I have a little more in me now").choose("Some").press("Keep this")
    at_the_table(wanjiru, table)
    expect(wanjiru.page.locator("h1")).to_have_text(table)
    omar.open("/today/").page.locator('a[href^="/company/"]').first.click()
    omar.page.wait_for_load_state()
    omar.press("Ask again").reads("%(name)s has been asked.", name=name)
    wanjiru.open("/today/").reads("%(name)s would like company now.", name="Omar")
    omar.press("Step out gently")
    wanjiru.open("/mine/company/").choose("Not now").press("Keep this")
