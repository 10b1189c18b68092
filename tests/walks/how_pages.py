"""Pages around how one is: the word and the line, a page of one's own, and a table when nothing is left."""

from collections.abc import Iterator

from tests.walks.walker import Walker

HOW_FORMS = {"be-here", "how-back", "how-no-page", "how-page", "how-word"}
LINE, LONG = "Slept in pieces.", "1" * 201
STAIRWELL = "The stairwell"


def says_how(walker: Walker, word: str, line: str, *to: str) -> Walker:
    """On the page; `to`: the names of people and tables."""
    walker.open("/mine/how/").write("One line, if you like", line)
    walker.page.locator(f"label.pick:has([value={word}])").click()
    for one in to:
        walker.page.locator("label.pick", has_text=one).click()
    return walker.press("Keep this")


def at_the_table(walker: Walker, table: str) -> Walker:
    walker.open("/today/").page.locator(".table-link", has_text=table).click()
    walker.page.wait_for_load_state()
    walker.look()
    return walker


def around_how_one_is(tom: Walker, kim: Walker) -> Iterator[tuple[str, Walker]]:
    """At the end nothing of it is left."""
    yield "how-kept", says_how(tom, "low", LINE, STAIRWELL)
    yield "how-422", says_how(tom, "some", LONG)
    tom.open("/mine/how/").press("Keep a page of my own")
    yield "how-own-page", says_how(tom, "some", LINE)
    yield "today-said", tom.open("/today/")
    yield "circle-how", at_the_table(kim, STAIRWELL)
    kim.open("/today/").page.locator("button[value=nothing]").click()
    kim.page.wait_for_load_state()
    yield "today-low", kim
    yield "circle-low", at_the_table(kim, STAIRWELL)
    yield "circle-low-here", kim.press("I’m here")
    # Opened anew: a browser forgets to end what changes colour while it is folded away.
    yield "circle-low-open", at_the_table(kim, STAIRWELL).unfold("Open today’s page")
    kim.press("Take back these words", kim.said(kim.way.says("I’m here.")))
    yield "today-not-today", kim.press("Not today")
    kim.open("/mine/how/").press("Take it back")
    tom.open("/mine/how/").press("Keep no page, and let this go").press("Take it back")
    tom.go_away()
    kim.go_away()
