"""What of a reply is seen or heard, line by line: text, and the attributes that are shown or spoken."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

type Attributes = dict[str, str]

SILENT = {"script", "style", "template"}
WITHIN_A_LINE = set(
    "a abbr b bdi bdo cite code del dfn em i ins kbd label mark q s samp small span strong sub sup "
    "time tspan u var wbr".split()
)
SHOWN = {"alt", "label", "placeholder", "summary", "title"}
NOT_TYPED_IN = {"checkbox", "file", "hidden", "image", "password", "radio"}
NAMES_ANOTHER = {
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
}
"""Attributes whose value is the id of something else on the page."""


def lines_of_page(page: str) -> set[str]:
    """Blocks of text as they stand, numbers of ordered lists included; each such attribute alone."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return {plain for line in reader.all_lines() if (plain := " ".join(line.split()))}


def lines_of_text(text: str) -> set[str]:
    return {plain for line in text.splitlines() if (plain := " ".join(line.split()))}


def lines_of_json(text: str) -> set[str]:
    """Each value with the keys that lead to it; the place of a thing in a list is not said there."""
    return set(_leaves("", json.loads(text)))


def _leaves(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(f"{name}/{key}", one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(name, one)
    else:
        yield f"{name}: {value}"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.line: list[str] = []
        self.silent = 0
        self.lists: list[int | None] = []
        """The number of the last thing in each list that is open; None where it has no numbers."""

    def all_lines(self) -> list[str]:
        self._end_line()
        return self.lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.silent += tag in SILENT
        self.lines += _spoken(tag, said)
        if tag not in WITHIN_A_LINE:
            self._end_line()
        if tag in ("ol", "ul"):
            self.lists.append(int(said.get("start") or 1) - 1 if tag == "ol" else None)
        elif tag == "li":
            self._number(said)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.silent -= tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        if tag not in WITHIN_A_LINE:
            self._end_line()
        if tag in ("ol", "ul") and self.lists:
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.line.append(data)

    def _number(self, said: Attributes) -> None:
        if self.lists and self.lists[-1] is not None:
            self.lists[-1] = int(said.get("value") or self.lists[-1] + 1)
            self.line.append(f"{self.lists[-1]}. ")

    def _end_line(self) -> None:
        self.lines.append("".join(self.line))
        self.line = []


def _spoken(tag: str, said: Attributes) -> Iterator[str]:
    for name, value in said.items():
        if name in SHOWN or (name.startswith("aria-") and name not in NAMES_ANOTHER):
            yield value
    if tag in ("progress", "meter") or (
        tag == "input" and said.get("type", "text") not in NOT_TYPED_IN
    ):
        yield said.get("value", "")
    if tag == "meta" and said.get("name") == "description":
        yield said.get("content", "")
