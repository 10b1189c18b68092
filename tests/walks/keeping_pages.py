"""Pages of beginning a table and looking after it, which one only comes to by doing something."""

from collections.abc import Callable

from tests.walks.walker import Walker

KEEPING_FORMS = {
    "agree", "ask-to-look-after", "begin-gathering", "done-talking", "look-after",
    "put-down-table", "read-from-arrival", "wake-table",
}  # fmt: skip


def our_stairwell(walker: Walker) -> None:
    walker.open("/today/").follow("The stairwell")
    walker.unfold("Your place at this table").press("Our table")


def our_stairwell_unfolded(walker: Walker) -> None:
    our_stairwell(walker)
    walker.page.evaluate(
        "document.querySelectorAll('details').forEach(fold => { fold.open = true })"
    )


def ask_for_an_end(walker: Walker) -> None:
    our_stairwell(walker)
    walker.press("Bring this table to its end")


def ask_for_an_agreement(walker: Walker) -> None:
    our_stairwell(walker)
    walker.press("What we agreed, and changing it").unfold("I see it differently")
    walker.press("Ask everyone about other lines")


def ask_kim(walker: Walker) -> None:
    our_stairwell(walker)
    walker.press("Looking after this table").unfold("Ask someone")
    walker.page.locator("label.pick", has_text="Kim").click()
    walker.press("Ask them")


def what_kim_is_asked(walker: Walker) -> None:
    our_stairwell(walker)
    walker.press("Looking after this table").press("Yes, or rather not")


BY_KEEPING: dict[str, dict[str, Callable[[Walker], object]]] = {
    "Omar": {
        "begin-of-kind": lambda walker: walker.open("/tables/begin/play/"),
        "begin-of-kind-422": lambda walker: walker.press("Lay the table"),
    },
    "Tom": {
        "our-table-unfolded": our_stairwell_unfolded,
        "our-table-422": lambda walker: walker.write("What we are for", "").press("Keep this"),
        "ask-together-close": ask_for_an_end,
        "ask-together-agreement": ask_for_an_agreement,
        "question-asked": lambda walker: walker.press("Ask everyone"),
        "looking-after-asked": ask_kim,
    },
    "Kim": {
        "circle-asked": lambda walker: walker.open("/today/").follow("The stairwell"),
        "question": lambda walker: walker.press("Yes, or not now"),
        "question-not-now": lambda walker: walker.press("Not now"),
        "term": what_kim_is_asked,
        "looking-after-mine": lambda walker: walker.press("Yes, I would"),
        "looking-after-put-down": lambda walker: walker.press("I need to put this down"),
    },
}
