"""How wide words are, roughly, and what of them fits. No font is loaded for this."""

import unicodedata

NARROW, WIDE = frozenset("iljtfrI1'’.,:;|! ()"), frozenset("mwMWQO@%—")
SIZE = 17
LINE = 19


def width(words: str, size: float = SIZE) -> float:
    """The width of the words in drawing units; a little more rather than less."""
    return size * sum(map(_advance, words))


def _advance(letter: str) -> float:
    return ADVANCES.get(letter) or _measured(letter)


def _measured(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1
    if letter in NARROW:
        return 0.34
    if letter in WIDE:
        return 0.92
    return 0.68 if letter.isupper() else 0.58


ADVANCES = {chr(code): _measured(chr(code)) for code in range(32, 256)}


def halved(words: str) -> tuple[str, ...]:
    """The words on two lines, broken where the lines come out most alike; one line if they are one word."""
    parts = words.split()
    breaks = [(" ".join(parts[:i]), " ".join(parts[i:])) for i in range(1, len(parts))]
    if not breaks:
        return (words,)
    return min(breaks, key=lambda lines: max(width(line) for line in lines))


def shortened(words: str, room: float, size: float = SIZE) -> str:
    """As much of the words as has room, with an ellipsis; the words themselves when they fit."""
    if width(words, size) <= room:
        return words
    end = len(words)
    while end > 1 and width(words[:end], size) + width("…", size) > room:
        end -= 1
    while end > 1 and unicodedata.combining(words[end]):
        end -= 1
    return words[:end].rstrip() + "…"
