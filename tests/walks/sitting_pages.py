"""Pages of sitting there, going and coming back, which one only comes to by doing something."""

from collections.abc import Callable

from tests.walks.company_pages import COMPANY_FORMS, around_company
from tests.walks.how_pages import HOW_FORMS
from tests.walks.tables import at_the_tuesday_table
from tests.walks.walker import Walker

__all__ = ["BY_SITTING", "IN_AN_EMERGENCY", "SITTING_FORMS", "around_company"]


def a_door_left_open(walker: Walker) -> None:
    form = walker.open("/today/").page.locator('form[action$="/return/"]').first
    walker.open(form.get_attribute("action") or "")


def in_an_emergency(walker: Walker) -> None:
    at_the_tuesday_table(walker)
    walker.press("In an emergency", walker.page.locator("article.share", has_text="wet towel"))


def hiding_words(walker: Walker) -> None:
    at_the_tuesday_table(walker)
    towel = walker.page.locator("article.share", has_text="wet towel")
    walker.press("Close or hide this", towel)


def hidden_from_everyone(walker: Walker) -> None:
    walker.page.locator('label.pick:has([name="note"])').first.click()
    walker.press("Hide from everyone")


def nobody_written_down(walker: Walker) -> None:
    walker.open("/mine/apart/").press("Write this down")


SITTING_FORMS = {
    "keep-distance", "never-with", "no-more-distance", "take-off-never", "undo-pause", "visit",
    "open-words", "undo-hiding", "walk-beside", "walk-no-more",
} | COMPANY_FORMS | HOW_FORMS  # fmt: skip
BY_SITTING: dict[str, dict[str, Callable[[Walker], object]]] = {
    "Sam": {"come-back-in": a_door_left_open},
    "Noor": {"circle-visiting": at_the_tuesday_table, "never-with-422": nobody_written_down},
}
IN_AN_EMERGENCY: dict[str, Callable[[Walker], object]] = {
    "pause": in_an_emergency,
    "pause-422": lambda walker: walker.press("Pause for a day"),
    "close-words": hiding_words,
    "hide-words": lambda walker: walker.press("Hide words from everyone"),
    "circle-hidden": hidden_from_everyone,
    "circle-hidden-no-more": lambda walker: walker.press("Undo this"),
}
