"""AS-37, AS-38: a calm panel opens beside words that sound like danger. The browser alone knows of it."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Request, expect

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table
from tests.walks.walker import AS_USUAL, SPANISH, WITHOUT_SCRIPTS, Walker

DANGER, HARMLESS = "this queue makes me want to die", "this queue makes me want to sit"
NIGHT = "I don’t want to be here any more, I have the pills"
DE_NOCHE = "Ya NO QUIERO vivir así"


def box(walker: Walker) -> Locator:
    return walker.page.locator("form#say textarea[name=words]")


def panel(walker: Walker) -> Locator:
    return walker.page.locator(".calm-panel")


@pytest.mark.parametrize(("way", "words"), [(AS_USUAL, NIGHT), (SPANISH, DE_NOCHE)])
def test_as_37_a_panel_opens_with_whom_to_reach(come: Come, way: Any, words: str) -> None:
    lin = come(way, "Lin")
    at_the_tuesday_table(lin)
    expect(panel(lin)).to_be_hidden()
    box(lin).fill(words)
    expect(panel(lin)).to_be_visible()
    lin.reads("Nothing has been posted and nobody has been told.", panel(lin))
    assert panel(lin).locator("a[href^='tel:']").count() > 0
    box(lin).fill("")
    expect(panel(lin)).to_be_hidden()


def test_as_38_one_tap_closes_it_for_this_draft(come: Come) -> None:
    lin = come(AS_USUAL, "Lin")
    at_the_tuesday_table(lin)
    box(lin).fill(DANGER)
    panel(lin).get_by_role("button", name="Close").click()
    expect(panel(lin)).to_be_hidden()
    box(lin).press_sequentially(", or sit")
    expect(panel(lin)).to_be_hidden()
    box(lin).fill("")
    box(lin).fill(DANGER)
    expect(panel(lin)).to_be_visible()
    box(lin).fill("")


def test_the_same_is_asked_of_the_house_for_danger_and_for_a_joke(come: Come) -> None:
    """I-9, with unsent words kept: as many requests, to the same places, as long."""
    lin = come(AS_USUAL, "Lin")
    assert len(DANGER) == len(HARMLESS)
    danger, harmless = asked_while_writing(lin, DANGER), asked_while_writing(lin, HARMLESS)
    assert danger == harmless
    assert [request[0] for request in danger] == ["POST"]  # the unsent words, and nothing else


def asked_while_writing(walker: Walker, words: str) -> list[tuple[str, str, int]]:
    at_the_tuesday_table(walker)
    asked: list[tuple[str, str, int]] = []
    page = walker.page

    def note(sent: Request) -> None:
        asked.append((sent.method, sent.url, len(sent.post_data or "")))

    page.on("request", note)
    with page.expect_response("**/drafts/"):
        box(walker).fill(words)
    expect(panel(walker)).to_be_visible() if words == DANGER else expect(
        panel(walker)
    ).to_be_hidden()
    page.remove_listener("request", note)
    with page.expect_response("**/drafts/"):
        box(walker).fill("")
    return asked


def test_it_is_switched_off_on_ones_own_page(come: Come) -> None:
    ines = come(AS_USUAL, "Ines")
    sentence = "Show me numbers to call when my words sound like danger"
    ines.open("/mine/").page.get_by_label(sentence).uncheck()
    ines.press("Keep this")
    ines.open("/today/").page.locator(".table-link").first.click()
    ines.page.wait_for_load_state()
    box(ines).fill(NIGHT)
    expect(panel(ines)).to_have_count(0)
    box(ines).fill("")
    ines.open("/mine/").page.get_by_label(sentence).check()
    ines.press("Keep this")


def test_without_scripts_the_same_numbers_are_one_link_away(come: Come) -> None:
    lin = come(WITHOUT_SCRIPTS, "Lin")
    at_the_tuesday_table(lin)
    expect(panel(lin)).to_be_hidden()
    lin.page.locator("form#say").get_by_role("link", name="Need someone now?").click()
    lin.reads("A life in danger")
