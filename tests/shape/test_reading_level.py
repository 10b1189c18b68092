"""The measures of `bin/bench reading` count as a careful person would."""

import pytest

from bench.reading import measures


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("table", 2), ("words", 1), ("house", 1), ("someone", 2), ("asked", 1), ("wanted", 2),
        ("people", 2), ("quiet", 2), ("idea", 3), ("erased", 2), ("leaves", 1), ("places", 2),
        ("nobody", 3), ("independent", 4), ("don’t", 1), ("the", 1), ("yes", 1),
    ],
)  # fmt: skip
def test_syllables_of_english(word: str, syllables: int) -> None:
    assert measures.english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("mesa", 2), ("silla", 2), ("quien", 1), ("guardar", 2), ("día", 2), ("cuida", 2),
        ("leer", 2), ("ahora", 3), ("persona", 3), ("independiente", 5), ("hay", 1), ("y", 1),
        ("vergüenza", 3), ("aparato", 4), ("país", 2), ("oír", 2), ("ciudad", 2), ("yo", 1),
    ],
)  # fmt: skip
def test_syllables_of_spanish(word: str, syllables: int) -> None:
    assert measures.spanish_syllables(word) == syllables


def test_only_whole_sentences_are_measured() -> None:
    said = measures.sentences_in("Say it. You can take it back at any time. Send")
    assert said == ["Say it.", "You can take it back at any time."]
    assert measures.sentences_in("Leave this page") == []


def test_longer_words_and_sentences_are_harder() -> None:
    easy = measures.Prose(["We sit here."], "en")
    hard = measures.Prose(
        ["Institutional considerations necessitate administrative caution."], "en"
    )
    assert easy.hardness < 3
    assert hard.hardness > 12
    assert measures.fernandez_huerta(measures.Length(100, 10, 200)) == pytest.approx(76.64)
    assert measures.grade(measures.Length(100, 10, 140)) == pytest.approx(4.83)
