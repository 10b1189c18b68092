"""Reads a page's own source as a strict parser and a careful person would."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
from babel import Locale

from openchair.testing import meetings, scenes
from openchair.web.errors import TWO_WORDS
from tests.walks.naming_pages import WRITTEN
from tests.walks.pages import TYPED

SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-draft-kept", "data-draft-not-kept")
UNSEEN_FIELDS = {"hidden", "submit"}
WORD = re.compile(r"[^\W\d_]+")
PLAIN = re.compile(r"[A-Za-z]{2}")
ADDRESS = re.compile(
    r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}|\S+@\S+|https?://\S+|/\S+/\S+|bin/openchair[^.]*|UTC|[A-Z][a-z]+/[A-Z]\w+"
)
ONE_WORD = {
    "Chrome", "Linux",
    "Amsterdam", "Oost", "Noord", "West", "Haarlem", "Utrecht", "Netherlands", "resting", "London",
    "Europe", "Brussels", "York", "New", "Lin", "Atlantis", "noday", "Amsterdm", "Nowhere",
    *(word for words in TWO_WORDS for word in words),
    # Names of languages come from CLDR, which speaks every language but the accented one.
    "English", "Spanish", "español",
}  # fmt: skip


ENGLISH = {
    "about", "after", "again", "all", "and", "anyone", "are", "at", "be", "before", "by", "can",
    "everyone", "for", "from", "go", "have", "here", "house", "if", "in", "into", "is", "it", "keep",
    "leave", "letter", "letters", "name", "need", "nobody", "not", "nothing", "of", "on", "one", "open",
    "or", "out", "people", "read", "say", "send", "someone", "table", "take", "that", "the", "there",
    "they", "this", "to", "was", "what", "when", "where", "which", "who", "with", "words", "write",
    "yes", "you", "your", "yours",
}  # fmt: skip
"""Words of our sentences that are none in Spanish."""


def faults_of(html: str) -> list[str]:
    """What is not valid, or would mislead someone who cannot see the page."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    try:
        tree = parser.parse(html)
    except html5lib.html5parser.ParseError as error:
        return [f"not valid: {error} at {parser.tokenizer.stream.position()}"]
    return [*_doubled_ids(tree), *_unlabelled_fields(tree), *_headings(tree)]


def _doubled_ids(tree: Any) -> list[str]:
    ids = Counter(one.get("id") for one in tree.iter() if one.get("id"))
    return [f"two things are called {name}" for name, times in ids.items() if times > 1]


def _unlabelled_fields(tree: Any) -> list[str]:
    labelled = {label.get("for") for label in tree.iter("label")}
    inside = {id(one) for label in tree.iter("label") for one in label.iter()}
    return [
        f"no label for {field.get('name')}"
        for kind in ("input", "textarea", "select")
        for field in tree.iter(kind)
        if field.get("type") not in UNSEEN_FIELDS
        and field.get("id") not in labelled
        and id(field) not in inside
        and not field.get("aria-labelledby")
    ]


def _headings(tree: Any) -> list[str]:
    count = sum(1 for _heading in tree.iter("h1"))
    return [] if count == 1 else [f"{count} first headings"]


def plain_words(html: str) -> list[str]:
    """Words of the accented page that carry no accent, though no person wrote them."""
    found = []
    for words in _spoken(html5lib.parse(html, namespaceHTMLElements=False)):
        rest = "" if words in COUNTRIES else THEIRS.sub(" ", ADDRESS.sub(" ", words))
        if [word for word in WORD.findall(rest) if PLAIN.search(word) and word not in ONE_WORD]:
            found.append(" ".join(rest.split()))
    return found


def english_words(html: str) -> list[str]:
    """Sentences in English on a page in another language, though no person wrote them."""
    found = []
    for words in _spoken(html5lib.parse(html, namespaceHTMLElements=False)):
        rest = THEIRS.sub(" ", ADDRESS.sub(" ", words))
        if ENGLISH & {word.lower() for word in WORD.findall(rest)}:
            found.append(" ".join(rest.split()))
    return found


def _spoken(tree: Any) -> Iterator[str]:
    unspoken = {id(part) for kind in ("script", "style", "pre") for part in tree.iter(kind)}
    untold = (one for one in tree.iter() if one.get("translate") == "no")
    unspoken |= {id(part) for one in untold for part in one.iter()}
    for part in tree.iter():
        if id(part) not in unspoken and isinstance(part.tag, str) and part.text:
            yield " ".join(part.text.split())
        if part.tail:
            yield " ".join(part.tail.split())
        yield from (part.get(name) for name in SPOKEN if part.get(name))


def _written_by_people() -> list[str]:
    """Everything the people of the demo said, and what outside directories call things."""
    folder = Path(scenes.__file__).parent
    files = [*folder.glob("*.py"), Path(meetings.__file__)]
    said = {
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    lines = {line.strip() for words in said if " " in words for line in words.split("\n")}
    told = lines | set(scenes.STANDING) | set(scenes.NEIGHBOURS) | set(TYPED) | WRITTEN
    return sorted(told - {""}, key=len, reverse=True)


PEOPLES_WORDS = _written_by_people()
COUNTRIES = {name for name in Locale("en").territories.values() if name}
"""In English they stand on accented pages only: the names come from CLDR, as those of languages do."""
THEIRS = re.compile("|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in PEOPLES_WORDS))
