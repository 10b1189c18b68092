"""The catalogues of other languages: brought up to date, compiled, and what is wrong with them.

`bin/lint` looks at them with `--look`. `bin/lint --fix` runs this without it: new sentences come in
untranslated, those no longer said go out, and the compiled files are written. Nothing of it depends
on the day or the machine (docs/decisions/0067).
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from openchair.testing.sentences import HOUSE, sentences

LANGUAGES = ("es",)

HOLDS = re.compile(r"%\(\w+\)[sdr]|%[sdr%]|</?\w+[^>]*>|&\w+;|https?://\S+")
NOT_OURS = re.compile(
    r"[!¡]|\b(usted(es)?|vosotr[oa]s|os|simplemente|fácilmente|tan solo)\b|[áé]is\b", re.IGNORECASE
)
"""Neither cheer nor haste; "tú", and no plural that is at home in one country only."""


def path(language: str) -> Path:
    return HOUSE / "locale" / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    with path(language).open("rb") as file:
        return read_po(file, locale=language)


def up_to_date(language: str) -> Catalog:
    """What is said now, with the translations that are there."""
    there = read(language) if path(language).exists() else _empty(language)
    now = _empty(language)
    for sentence in sentences():
        kept = there.get(_id(sentence.said), sentence.context)
        flags = {"fuzzy"} if kept and kept.fuzzy else ()
        words = kept.string if kept else ""
        now.add(
            sentence.said,
            words,
            locations=[(sentence.file, 0)],
            context=sentence.context,
            flags=flags,
        )
    return now


def faults(language: str) -> list[str]:
    """One line for each sentence that a reader of this language could not rely on."""
    there, now = read(language), up_to_date(language)
    keys = {(_id(one.id), one.context) for one in there if one.id}
    said = {(_id(one.id), one.context) for one in now if one.id}
    found = [f"no longer said: {key[0]!r}" for key in sorted(keys - said, key=str)]
    found += [f"missing: {key[0]!r}" for key in sorted(said - keys, key=str)]
    return found + [fault for one in there if one.id for fault in faults_of(one)]


def faults_of(message: Message) -> Iterator[str]:
    wanted = [message.id] if isinstance(message.id, str) else list(message.id)
    given = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    if not all(given):
        yield f"not translated: {wanted[0]!r}"
        return
    if message.fuzzy:
        yield f"not sure: {wanted[0]!r}"
    held = {piece for form in wanted for piece in HOLDS.findall(form)}
    for form in given:
        if set(HOLDS.findall(form)) != held:
            yield f"holds something else than its English: {form!r}"
        if _edges(form) != _edges(wanted[0]):
            yield f"begins or ends otherwise: {form!r}"
        if NOT_OURS.search(form):
            yield f"not how this house speaks: {form!r}"


def _edges(words: str) -> tuple[bool, bool, int]:
    return words[:1].isspace(), words[-1:].isspace(), words.count("\n")


def compiled(language: str) -> bytes:
    catalogue = _empty(language)
    for message in read(language):
        if message.id:
            catalogue.add(message.id, message.string, context=message.context)
    into = io.BytesIO()
    write_mo(into, catalogue)
    return into.getvalue()


def write(language: str) -> None:
    """Worked out whole before the file is opened: what is there already is read from it."""
    path(language).parent.mkdir(parents=True, exist_ok=True)
    path(language).write_bytes(as_text(up_to_date(language)))
    path(language).with_suffix(".mo").write_bytes(compiled(language))


def as_text(catalogue: Catalog) -> bytes:
    into = io.BytesIO()
    write_po(into, catalogue, width=100, sort_output=True, include_lineno=False)
    return into.getvalue()


class Undated(Catalog):
    """Its header names nobody and no day, so that the same sentences are the same file."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def _empty(language: str) -> Catalog:
    return Undated(locale=language, fuzzy=False, header_comment="")


def _id(said: str | tuple[str, ...] | list[str]) -> str:
    return said if isinstance(said, str) else said[0]


def look() -> list[str]:
    """What is wrong with all of them. Changes nothing."""
    found = [f"{language}: {fault}" for language in LANGUAGES for fault in faults(language)]
    return found + [
        f"{language}: not compiled from its text"
        for language in LANGUAGES
        if path(language).with_suffix(".mo").read_bytes() != compiled(language)
    ]


if __name__ == "__main__":
    if "--look" in sys.argv:
        sys.exit("\n".join(look()) or None)
    for each in LANGUAGES:
        write(each)
