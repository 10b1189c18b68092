"""Pages around company: saying that one may be asked, asking, coming, and a number that rings."""

from collections.abc import Iterator

from tests.walks.waiting_pages import WAITING_FORMS, around_waiting
from tests.walks.walker import Walker
from tests.walks.worry_pages import WORRY_FORMS, around_a_worry

NUMBER = "+32 2 555 01 23"
COMPANY_FORMS = {
    "answer-company", "ask-again", "ask-for-company", "end-company", "leave-lamp", "let-me-sleep",
    "put-aside", "ring-me", "ring-me-no-more", "step-out", "wake-me",
} | WORRY_FORMS | WAITING_FORMS  # fmt: skip
STAIRWELL = "The stairwell"


def may_be_asked(walker: Walker) -> Walker:
    """At any hour, so that the clock on the wall changes nothing in a walk."""
    walker.open("/mine/company/").choose("By day and by night")
    return walker.press("Keep this")


def shows_a_number(walker: Walker, to: str) -> Walker:
    walker.write("Your number", NUMBER)
    walker.write("Ring me from", "00:00").write("Ring me until", "00:00")
    walker.page.locator("label.pick", has_text=to).click()
    return walker.press("Show it to them")


def at_the_stairwell(walker: Walker) -> Walker:
    walker.open("/today/").page.locator(".table-link", has_text=STAIRWELL).click()
    walker.page.wait_for_load_state()
    return walker


def to_the_call(walker: Walker) -> Walker:
    """From the line on Today."""
    walker.open("/today/").page.locator('a[href^="/company/"]').first.click()
    walker.page.wait_for_load_state()
    return walker


def around_company(tom: Walker, kim: Walker) -> Iterator[tuple[str, Walker]]:
    yield "ask-me-422", tom.open("/mine/company/").press("Show it to them")
    yield "company-nobody", at_the_stairwell(kim).press("Ask for company")
    kim.press("Step out gently")
    may_be_asked(tom)
    yield "ask-me-kept", shows_a_number(tom, "Kim")
    yield "ask-me-woken", tom.press("Wake me tonight")
    tom.press("Let me sleep")
    yield "now-ask", kim.open("/now/")
    yield "company-asked", kim.press("Ask for company")
    yield "circle-own-call", at_the_stairwell(kim)
    yield "today-call", tom.open("/today/")
    yield "company", to_the_call(tom)
    yield "company-come", tom.press("I’m coming")
    yield "company-here", to_the_call(kim)
    kim.press("Step out gently")
    tom.page.reload()
    yield "company-ended", tom
    yield from around_waiting(tom, kim, at_the_stairwell(kim).page.url)
    tom.open("/mine/company/").press("Take the number back")
    tom.choose("Not now").press("Keep this")
    yield from around_a_worry(tom, kim, at_the_stairwell(kim).page.url)
    tom.go_away()
    kim.go_away()
