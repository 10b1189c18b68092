"""No sentence without its Spanish, none that holds something else, and what is compiled is what is written."""

import gettext
import io

import pytest
from babel.messages.catalog import Message

from tests.shape import catalogue
from tests.shape.catalogue import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_and_none_is_left_over(language: str) -> None:
    found = catalogue.faults(language)
    assert not found, "\n".join(["After `bin/lint --fix`, translate these:", *found])


def test_the_same_sentences_are_the_same_file() -> None:
    first, second = (catalogue.as_text(catalogue.up_to_date("es")) for _ in range(2))
    assert first == second
    assert b"Date" not in first.split(b"\n\n")[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    compiled = catalogue.path(language).with_suffix(".mo").read_bytes()
    assert compiled == catalogue.compiled(language), "Compile it again with: bin/lint --fix"
    assert gettext.GNUTranslations(io.BytesIO(compiled)).charset() == "utf-8"


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("Dear %(name)s,", "Hola,"),
        ("Dear %(name)s,", "Hola, %(nombre)s:"),
        ("It said: %s", "Dijo: %d"),
        ("<b>No</b>", "No"),
        ("Say it", ""),
        ("Say it\n", "Decirlo"),
        ("usage: ", "uso:"),
        ("Come in", "¡Bienvenido!"),
        ("Your words", "Sus palabras, usted"),
        ("You can talk", "Podéis hablar"),
    ],
)
def test_a_translation_that_misleads_is_found(english: str, spanish: str) -> None:
    assert list(catalogue.faults_of(Message(english, spanish)))


def test_one_that_is_not_sure_is_found() -> None:
    assert list(catalogue.faults_of(Message("Say it", "Decirlo", flags=["fuzzy"])))


def test_a_missing_form_is_found() -> None:
    rows = ("%(n)d row", "%(n)d rows")
    assert list(catalogue.faults_of(Message(rows, ("%(n)d fila", ""))))
    assert not list(catalogue.faults_of(Message(rows, ("%(n)d fila", "%(n)d filas"))))


def test_daily_sentences_are_left_alone() -> None:
    for english, spanish in [("Say it", "Decirlo"), ("at %(time)s", "a las %(time)s")]:
        assert not list(catalogue.faults_of(Message(english, spanish)))
