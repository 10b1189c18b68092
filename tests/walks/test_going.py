"""Going: with the door open, apart from someone, or at once."""

import pytest
from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.house import House
from tests.walks.tables import at_the_tuesday_table, say, two_sit_down
from tests.walks.walker import AS_USUAL, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Walker, Way


@pytest.mark.parametrize(
    "way", [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT], ids=lambda way: way.name
)
def test_leaving_with_the_door_open_and_coming_back(come: Come, way: Way) -> None:
    host, guest = come(way, "Omar"), come(way)
    table = two_sit_down(host, guest, "Wim")
    say(guest, "I brought biscuits.")
    address = guest.page.url.split("#")[0]
    guest.unfold("Your place at this table").press("Leave this table, with the door open")
    guest.press("Leave, my words may stay")
    assert guest.context.request.get(f"{address}agreement/").status == 404
    guest.open(address).reads("Come back").reads_nothing_of("biscuits")
    host.page.reload()
    host.reads("The chair of %(name)s is pushed in, and the door is open.", name="Wim")
    expect(host.said("I brought biscuits.")).to_be_visible()
    expect(guest.page.locator("main")).to_contain_text(table)
    guest.press("Come back")
    expect(guest.page.get_by_role("heading", level=1)).to_have_text(table)
    expect(guest.said("I brought biscuits.")).to_be_visible()


def test_two_who_are_apart_never_meet(come: Come) -> None:
    mara, tom, lin = come(AS_USUAL, "Mara"), come(AS_USUAL, "Tom"), come(AS_USUAL, "Lin")
    for walker in (mara, tom, lin):
        walker.page.locator(".table-link", has_text="The stairwell").click()
    mara.reads_nothing_of("Tom", "The ladder is back")
    tom.reads_nothing_of("Mara", "Whoever watered my plants")
    expect(lin.page.locator("main")).to_contain_text("Tom")
    expect(lin.page.locator("main")).to_contain_text("Whoever watered my plants")
    expect(mara.open("/mine/apart/").page.locator("main")).to_contain_text("Tom")
    tom.open("/mine/apart/").reads_nothing_of("Mara")


def test_keeping_someone_apart_and_ending_it(come: Come) -> None:
    host, guest = come(AS_USUAL, "Omar"), come()
    two_sit_down(host, guest, "Gerd")
    say(guest, "You again.")
    host.open("/mine/apart/").press("Never meet %(name)s", name="Gerd")
    table = guest.page.url.split("#")[0]
    host.open(table).reads_nothing_of("Gerd", "You again.")
    guest.page.reload()
    guest.reads_nothing_of("Omar", within=guest.page.locator("main"))
    host.open("/mine/apart/").press("End this for %(name)s", name="Gerd")
    expect(host.open(table).said("You again.")).to_be_visible()


@pytest.mark.parametrize("how", ["link", "click", "three presses of Shift"])
def test_leaving_the_page_at_once(come: Come, house: House, how: str) -> None:
    ama = come(WITHOUT_SCRIPTS if how == "link" else AS_USUAL, "Ama")
    at_the_tuesday_table(ama)
    before = house.open_sessions()
    if how == "three presses of Shift":
        for _press in range(3):
            ama.page.keyboard.press("Shift")
    else:
        ama.page.locator("a.leave").click()
    ama.page.wait_for_url("**/weather/")
    assert house.open_sessions() == before - 1
    nothing_is_left(ama)


def nothing_is_left(walker: Walker) -> None:
    """Back, again and again, shows nothing of any table: at most a page for anyone."""
    for _step in range(3):
        walker.page.go_back()
        walker.page.wait_for_load_state()
        expect(walker.page.locator("article.share, .table-link, .beside")).to_have_count(0)


def test_shift_while_writing_leaves_nothing(come: Come) -> None:
    ama = come(AS_USUAL, "Ama")
    at_the_tuesday_table(ama)
    box = ama.page.get_by_label("What would you like to say?")
    box.press_sequentially("A B C")
    ama.page.keyboard.press("Shift")
    ama.page.keyboard.press("Shift+D")
    ama.page.keyboard.press("Shift")
    ama.page.wait_for_timeout(300)
    assert "/tables/" in ama.page.url
