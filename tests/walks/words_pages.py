"""Pages of one's own words, which one only comes to by doing something."""

from collections.abc import Callable

from tests.walks.walker import Walker

TOWEL = "I shouted at my son about a wet towel. His face did a thing I know from when I was small."


def looked_for(walker: Walker) -> None:
    walker.open("/mine/words/passages/").write("Write the passage, as it stands there", TOWEL)
    walker.press("Find it")


OF_WORDS = {"copy", "gone", "keep-answer", "point-in-answer", "point-in-words"}
"""A file, the page of those who went for good, and what answers a form."""
BY_WORDS: dict[str, dict[str, Callable[[Walker], object]]] = {
    "Ama": {
        "passages-found": looked_for,
        "passages-asked": lambda walker: walker.press("Ask %(name)s to take it out", name="Dev"),
    },
    "Dev": {"passage": lambda walker: walker.open("/mine/words/").press("Read the passage")},
}
