"""AS-06 in two browsers: someone visits, speaks, is answered, and goes on. And someone beside a newcomer."""

import pytest
from playwright.sync_api import expect

from tests.walks.conftest import Come
from tests.walks.tables import at_the_tuesday_table, say
from tests.walks.walker import AS_USUAL, RIGHT_TO_LEFT, WITHOUT_SCRIPTS, Walker, Way

WAYS = [AS_USUAL, WITHOUT_SCRIPTS, RIGHT_TO_LEFT]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_as_06_visiting_and_not_for_me(come: Come, way: Way) -> None:
    """Noor visits the Tuesday table in this house; at the end she visits it as before."""
    noor, ama = come(way, "Noor"), come(way, "Ama")
    at_the_tuesday_table(noor)
    at_the_tuesday_table(ama)
    words = f"Hello, I am new at this. {way.name}"
    say(noor, words)
    ama.page.reload()
    answer_kindly(ama, words, "So were we all. Tea?")
    noor.page.reload()
    expect(noor.said(words)).to_contain_text("So were we all. Tea?")
    noor.press("Not for me")
    ama.page.reload()
    ama.reads("%(name)s visited and has gone on.", name="Noor")
    noor.open(ama.page.url.split("#")[0]).reads_nothing_of(words, "Ama")
    noor.press("Come back").reads("You are visiting")
    ama.page.reload()
    expect(ama.page.locator(".beside > p").nth(1)).to_contain_text("Noor")


def answer_kindly(walker: Walker, words: str, answer: str) -> None:
    share = walker.said(words)
    walker.unfold("Write a few kind words", share)
    share.get_by_role("textbox").fill(answer)
    walker.press("Say it to %(name)s", share, name="Noor")


def test_someone_walks_beside_a_newcomer(come: Come) -> None:
    lin, kim = come(AS_USUAL, "Lin"), come(AS_USUAL, "Kim")
    for walker in (lin, kim):
        walker.page.locator(".table-link", has_text="The stairwell").click()
    lin.unfold("Your place at this table").press("I walk beside %(name)s", name="Kim")
    kim.page.reload()
    kim.reads("%(name)s walks beside you. You can ask anything.", name="Lin")
    lin.unfold("Your place at this table").press("Put this down")
    kim.page.reload()
    kim.reads_nothing_of("walks beside you")


def test_the_sentence_under_the_drawing_is_what_is_read_aloud(come: Come) -> None:
    """The picture is silent; the sentence says what it shows (look.md, the table drawing)."""
    ama = come(AS_USUAL, "Ama")
    at_the_tuesday_table(ama)
    aloud = ama.page.locator(".beside").aria_snapshot()
    for said in (
        "Bert (resting, not gone)",
        "Noor (visiting)",
        "The chair of Sam is pushed in, and the door is open.",
        "A chair is set out: for anyone who needs it.",
    ):
        assert said in aloud
    assert "img" not in aloud
    assert "graphics" not in aloud
