"""AS-09 and AS-15: what may be done with words, by those who read them and by the one who said them."""

from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table, say, two_sit_down
from tests.walks.walker import AS_USUAL, Way

RAIN = "It is raining and he would have liked it"
REGRET = "I was the one who told her."


def test_as_09_i_just_needed_to_say_it(come: Come, way: Way) -> None:
    ama, bert = come(way, "Ama"), come(way, "Bert")
    at_the_tuesday_table(ama)
    ama.write("What would you like to say?", RAIN).choose("An ordinary moment")
    ama.unfold("Change who reads it, or what would help").choose(
        "Nothing, I only needed to say it"
    ).press("Say it")
    at_the_tuesday_table(bert)
    share = bert.said(RAIN)
    bert.reads("nothing, I only needed to say it", share)
    only = share.get_by_role("button")
    expect(only).to_have_count(1)
    expect(only).to_have_text(way.says("I see you"))
    expect(share.locator("textarea, summary")).to_have_count(0)
    bert.press("I see you", share)
    ama.page.reload()
    mine = ama.said(RAIN)
    ama.reads("%(name)s sees you.", mine, name="Bert")
    assert not any(sign.isdigit() for sign in mine.locator(".witness").inner_text())
    expect(mine.locator("textarea, summary")).to_have_count(0)


def test_who_sees_whom_is_read_by_the_writer_alone(come: Come) -> None:
    els, lin = come(AS_USUAL, "Els"), come(AS_USUAL, "Lin")
    at_the_tuesday_table(els)
    els.press("I see you", els.said("I slept at my own house."))
    at_the_tuesday_table(lin)
    lin.reads_nothing_of("sees you", "see you.", within=lin.said("I slept at my own house."))


def test_as_15_taking_back(come: Come, way: Way) -> None:
    host, guest = come(way, "Omar"), come(way)
    two_sit_down(host, guest, "Mo")
    say(guest, REGRET)
    host.page.reload()
    share = host.said(REGRET)
    host.press("I see you", share)
    guest.page.reload()
    guest.press("Take back these words", guest.said(REGRET))
    gone = guest.page.locator("article.share").first
    guest.reads("Words taken back.", gone)
    guest.reads("They are gone from this house. Someone may have read them before.", gone)
    guest.reads_nothing_of(REGRET, "Omar", within=gone)
    expect(share).to_be_visible()  # a page that was open keeps what it showed
    host.page.reload()
    host.reads_nothing_of(REGRET)
    after = host.page.locator("article.share").first
    host.reads("Words taken back.", after)
    expect(after.get_by_role("button")).to_have_count(0)
    expect(after.locator("textarea")).to_have_count(0)
