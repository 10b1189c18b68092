"""People's words come out as they were typed, and do nothing."""

import json
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openchair.kernel.text import (
    DIRECTION,
    PARAGRAPHS,
    as_name,
    as_written,
    clean,
    clean_line,
    why_too_long,
)

LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"
LRE, RLE, LRO, RLO, PDF = "\u202a\u202b\u202d\u202e\u202c"
SIGNS = "".join((LRI, RLI, FSI, PDI, LRE, RLE, LRO, RLO, PDF, "a\n <"))

anything = st.text() | st.text(st.sampled_from(SIGNS))


class Page(HTMLParser):
    """What a browser would show, and every tag it would meet."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html.encode().decode())  # plain: parts of a Markup would be escaped again
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.shown += "\n" if tag == "br" else ""

    def handle_endtag(self, tag: str) -> None:
        self.shown += "\n" if tag == "p" else ""

    def handle_data(self, data: str) -> None:
        self.shown += data


def shown(words: str) -> str:
    return PARAGRAPHS.sub("\n\n", clean(words))


@given(anything)
def test_cleaning_twice_changes_nothing_more(words: str) -> None:
    assert clean(clean(words)) == clean(words)
    assert clean_line(clean_line(words)) == clean_line(words)


@given(anything)
def test_what_is_clean_has_no_hidden_machinery(words: str) -> None:
    cleaned = clean(words)
    assert not {unicodedata.category(sign) for sign in cleaned} & {"Cs", "Zl", "Zp"}
    assert {sign for sign in cleaned if unicodedata.category(sign) == "Cc"} <= {"\n", "\t"}
    assert cleaned == cleaned.strip()
    cleaned.encode()


@given(anything)
def test_signs_of_direction_come_in_pairs_within_a_line(words: str) -> None:
    for line in clean(words).split("\n"):
        opened: list[str] = []
        for match in DIRECTION.finditer(line):
            sign = match[0]
            if sign == PDI:
                assert opened.pop() in LRI + RLI + FSI
            elif sign == PDF:
                assert opened.pop() in LRE + RLE + LRO + RLO
            else:
                opened.append(sign)
        assert opened == []


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Mc"]), min_size=1))
def test_plain_words_stay_as_they_are(words: str) -> None:
    assert clean(words) in (words, "")


@given(anything)
def test_a_page_shows_the_words_and_no_tag_of_theirs(words: str) -> None:
    page = Page(as_written(words))
    assert page.shown.strip() == shown(words)
    assert {tag for tag, _ in page.tags} <= {"p", "br"}
    assert all(attrs in ({}, {"dir": "auto"}) for _, attrs in page.tags)


@given(anything)
def test_a_name_stays_in_its_line(words: str) -> None:
    page = Page(as_name(words))
    assert page.shown == clean_line(words)
    assert page.tags == [("bdi", {})]
    assert "\n" not in page.shown


def test_hostile_strings_are_shown_and_not_obeyed(shared_data: Path) -> None:
    strings = json.loads((shared_data / "hostile/blns/blns.json").read_text())
    for words in strings:
        page = Page(as_written(words))
        assert page.shown.strip() == shown(words)
        assert {tag for tag, _ in page.tags} <= {"p", "br"}


def test_paragraphs_and_lines_stand_as_typed() -> None:
    assert as_written("One\r\ntwo\n\n \nthree") == (
        '<p dir="auto">One<br>two</p>\n<p dir="auto">three</p>'
    )


def test_addresses_are_text() -> None:
    html = as_written("see https://example.org/?a=1&b=2 or javascript:alert(1)")
    assert "<a" not in html
    assert "https://example.org/?a=1&amp;b=2" in html


def test_words_that_show_nothing_are_blank() -> None:
    for nothing in ("", " \n\t ", "\u200b\u200d", f"{RLI}{PDI}", "\u3164", "\x00\x07"):
        assert clean(nothing) == ""
        assert as_written(nothing) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f"{RLO}evil", "evil"),
        (f"safe{PDF}{PDI}", "safe"),
        (f"{RLI}שלום{PDI} Els", f"{RLI}שלום{PDI} Els"),
        (f"{RLI}{RLO}both{PDI}", f"{RLI}both{PDI}"),
        (f"{RLI}across{PDF}{PDI}", f"{RLI}across{PDI}"),
        (f"{LRE}one{PDF}{PDF}", f"{LRE}one{PDF}"),
        (f"{RLI}two\nlines{PDI}", "two\nlines"),
        ("👩\u200d🍳 नि\u200dक", "👩\u200d🍳 नि\u200dक"),
        ("a\x00b\ufeffc", "abc"),
    ],
)
def test_direction_and_joiners(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_too_long_says_what_to_do() -> None:
    assert why_too_long("ä" * 20) is None
    sentence = why_too_long("ä" * 21, limit=20)
    assert sentence
    assert "(20 characters)" in sentence
