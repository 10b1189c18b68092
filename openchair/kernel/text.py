"""People's words are plain text: cleaned when they come in, escaped when they go out.

Nothing in them is markup, no address in them becomes a link, and nothing they name is ever fetched.
"""

import re
import unicodedata

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

WORDS_LIMIT = 20_000
LINE_LIMIT = 200
NAME_LIMIT = 80

LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
UNSHOWN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
PARAGRAPHS = re.compile(r"\n\s*\n")

SHOW_NOTHING = {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}
LOOK_EMPTY = "\u115f\u1160\u2800\u3164\uffa0"

EMBEDDINGS = "\u202a\u202b\u202d\u202e"
END_EMBEDDING = "\u202c"
ISOLATES = "\u2066\u2067\u2068"
END_ISOLATE = "\u2069"
TURNING = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"}
DIRECTION = re.compile(f"[{EMBEDDINGS}{END_EMBEDDING}{ISOLATES}{END_ISOLATE}]")


def clean(words: str) -> str:
    """The words without what nobody can see or say: control characters, halves of characters, outer
    white space, and signs of writing direction that are opened and not closed in the same line.

    What shows nothing at all is blank. Cleaning twice changes nothing more.
    """
    lines = UNSHOWN.sub("", LINE_ENDS.sub("\n", words)).split("\n")
    cleaned = "\n".join(map(_balanced, lines)).strip()
    return cleaned if any(map(_shows, cleaned)) else ""


def clean_line(words: str) -> str:
    """The same for what stands in one line: a name, a title."""
    return clean(" ".join(clean(words).split()))


def as_written(words: str) -> Markup:
    """Paragraphs and line breaks, each paragraph in its own writing direction, all else as typed."""
    paragraphs = PARAGRAPHS.split(clean(words))
    return Markup("\n").join(
        Markup('<p dir="auto">{}</p>').format(_with_breaks(text)) for text in paragraphs if text
    )


def as_name(words: str) -> Markup:
    """One line that keeps its writing direction to itself, for use within a sentence."""
    return Markup("<bdi>{}</bdi>").format(clean_line(words))


def within_a_sentence(words: str) -> str:
    """The line, between isolating signs where it could turn the words of the sentence around it."""
    line = clean_line(words)
    turns = any(unicodedata.bidirectional(sign) in TURNING for sign in line)
    return f"\u2068{line}\u2069" if turns else line


def why_too_long(words: str, limit: int = WORDS_LIMIT) -> str | None:
    """What to do about words longer than `limit` characters, or None."""
    if len(words) <= limit:
        return None
    return _(
        "This is longer than fits in one piece (%(limit)s characters). "
        "Make it shorter, or say it in two."
    ) % {"limit": limit}


def _shows(sign: str) -> bool:
    return sign not in LOOK_EMPTY and unicodedata.category(sign) not in SHOW_NOTHING


def _with_breaks(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _balanced(line: str) -> str:
    """The line without direction signs that lack their other half (Unicode Annex 9, BD8 to BD13)."""
    if not DIRECTION.search(line):
        return line
    kept = _pairs(line)
    return "".join(
        sign for at, sign in enumerate(line) if at in kept or not DIRECTION.fullmatch(sign)
    )


def _pairs(line: str) -> set[int]:
    """Where the signs stand that open and close properly within one another, found in one pass."""
    kept: set[int] = set()
    opened: list[int] = []
    isolates = 0
    for match in DIRECTION.finditer(line):
        sign = match[0]
        if sign in EMBEDDINGS + ISOLATES:
            opened.append(match.start())
            isolates += sign in ISOLATES
        elif sign == END_ISOLATE and isolates:
            kept |= {_last_isolate(line, opened), match.start()}
            isolates -= 1
        elif sign == END_EMBEDDING and opened and line[opened[-1]] in EMBEDDINGS:
            kept |= {opened.pop(), match.start()}
    return kept


def _last_isolate(line: str, opened: list[int]) -> int:
    """Taken off the pile, with the embeddings it holds."""
    while line[opened[-1]] not in ISOLATES:
        opened.pop()
    return opened.pop()
