"""Two old measures of reading ease, computed here: the American grade, and Fernández Huerta's for Spanish.

Both know how long sentences and words are, and nothing else: neither whether a sentence is true or
kind, nor whether a short word is a hard one. They find the page to look at first.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
SENTENCE_ENDS = re.compile(r"(?<=[.?:…])[\s”»)]+")
ENDS = (".", "?", ":", "…", ".”", "?”", ".»", "?»")

ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?<=[^aeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxz])es$")
SPOKEN_END = re.compile(r"[^aeiouy]le$")
APART = re.compile(r"i[ao](?!us\b|n\b|l\b)|ue[lt]\b|uous|iet\b|\bidea")
IRREGULAR = {"someone": 2, "something": 2, "sometimes": 2, "everyone": 3, "everything": 3}
HISSED = re.compile(r"[cgsxz]es$|ches$|shes$")

FEW = 8
STRONG, WEAK = "aeoáéóíú", "iuü"


@dataclass(frozen=True)
class Prose:
    """Whole sentences of one page, without labels and buttons."""

    sentences: list[str]
    language: str

    @property
    def words(self) -> int:
        return sum(len(WORD.findall(one)) for one in self.sentences)

    @property
    def hardness(self) -> float:
        """More is harder. English: the American school grade. Spanish: 100 less Fernández Huerta."""
        return _of(self.sentences, self.language)

    @property
    def hardest(self) -> str:
        """Of a few words a measure says nothing."""
        long = [one for one in self.sentences if len(WORD.findall(one)) >= FEW]
        return max(long or self.sentences, key=lambda one: _of([one], self.language))


class Length(NamedTuple):
    words: int
    sentences: int
    syllables: int


def length_of(sentences: list[str], language: str) -> Length:
    count = english_syllables if language == "en" else spanish_syllables
    words = [word for one in sentences for word in WORD.findall(one)]
    return Length(len(words), len(sentences), sum(count(word) for word in words))


def _of(sentences: list[str], language: str) -> float:
    length = length_of(sentences, language)
    return grade(length) if language == "en" else 100 - fernandez_huerta(length)


def grade(length: Length) -> float:
    """Flesch and Kincaid 1975. An eleven-year-old is in grade 5 or 6."""
    words, sentences, syllables = length
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def fernandez_huerta(length: Length) -> float:
    """1959, with words for each sentence. 60 to 70 is ordinary, 70 to 80 rather easy, 80 to 90 easy."""
    words, sentences, syllables = length
    return 206.84 - 60 * syllables / words - 1.02 * words / sentences


def sentences_in(paragraph: str) -> list[str]:
    """Whole ones only: what has no end is a label."""
    said = [one.strip() for one in SENTENCE_ENDS.split(paragraph) if WORD.search(one)]
    return [one for one in said if one.endswith(ENDS)]


def english_syllables(word: str) -> int:
    small = word.lower().replace("’", "").replace("'", "")
    if small in IRREGULAR:
        return IRREGULAR[small]
    count = len(ENGLISH_VOWELS.findall(small)) + len(APART.findall(small))
    if SILENT_END.search(small) and not (SPOKEN_END.search(small) or HISSED.search(small)):
        count -= 1
    return max(count, 1)


def spanish_syllables(word: str) -> int:
    """Vowels together are one, unless two strong ones meet; í and ú are strong."""
    small = re.sub(r"(?<=[qg])u(?=[eéií])", "", word.lower())
    count, before = 0, ""
    for letter in small:
        if letter in STRONG:
            count += 1 if not before or before in STRONG else 0
            before = letter
        elif letter in WEAK or (letter == "y" and before):
            count += 0 if before else 1
            before = before or letter
        else:
            before = ""
    return max(count, 1)
