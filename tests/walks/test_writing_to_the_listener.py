"""Mara writes to the independent listener, Harriet answers, and Mara sets it down."""

from tests.walks.conftest import Come
from tests.walks.walker import Way

WORDS = "He waits for me on the stairs again."
ANSWER = "I believe you. Would you like me to say something to him?"


def test_a_letter_and_its_answer(come: Come, way: Way) -> None:
    mara, harriet = come(way, "Mara"), come(way, "Harriet")
    mara.open("/now/").press("Talk to someone independent")
    mara.write("What would you like %(name)s to know?", WORDS, name="Harriet")
    mara.press("Send it to %(name)s", name="Harriet")
    mara.reads("It lies with %(name)s, who may not see it today.", name="Harriet")
    harriet.open("/today/").reads("Someone wrote to you, because you listen here.")
    harriet.open("/listener/letters/").follow("Mara")
    harriet.page.get_by_text(WORDS).wait_for()
    harriet.write("Answer %(name)s", ANSWER, name="Mara").press("Send your answer")
    mara.open("/today/").reads("There is an answer to your letter.").press("Go there")
    mara.page.get_by_text(ANSWER).wait_for()
    mara.unfold("Set it down, or erase it").press("Erase my words")
    mara.reads_nothing_of(WORDS, ANSWER)


def test_before_a_letter_about_the_listener_the_truth_is_said(come: Come, way: Way) -> None:
    ines = come(way, "Ines").open("/listener/")
    ines.press("My letter is about %(name)s", name="Harriet")
    ines.reads("There is nobody in this house who is independent enough for this.")
    assert not ines.page.locator("textarea").count()
    ines.press("I have read this, and want to write")
    ines.write("What would you like to write down?", WORDS).press("Keep it for me")
    ines.reads("No page shows this to anyone but you, and nobody was told.")
    ines.unfold("Erase it").press("Erase my words")
    ines.reads_nothing_of(WORDS)
