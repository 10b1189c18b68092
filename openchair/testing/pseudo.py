"""Two languages nobody speaks, made from every sentence of the house, for walking through it.

In the accented one every letter of the program stands out: a plain letter is a person's own, or a
sentence that was not given to gettext. The other runs from right to left, in Arabic letters that
mean nothing. `OPENCHAIR_PSEUDO` names the folder they lie in; without it the house does not know them.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import allauth
import django
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from openchair.testing.sentences import sentences

type Change = Callable[[str], str]
type Sentence = tuple[str | tuple[str, ...] | list[str], str | None]

THEIRS = [Path(django.__file__).parent / "conf", Path(allauth.__file__).parent]
"""Where sentences come from that we did not write: days, months, what a form says of itself."""

PATTERN = "date pattern"
KEPT = re.compile(r"(%\(\w+\)[sd]|%[sd%]|<[^>]+>|&\w+;)")

LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = str.maketrans(LATIN, "áƀćďéƒĝĥíĵķĺɱńóƥɋŕśťúṽŵẋýžÁɃĆĎÉƑĜĤÍĴĶĹṀŃÓƤɊŔŚŤÚṼŴẊÝŽ")
TURNED = str.maketrans(LATIN, "ابثدهفجحيذكلمنوپقرستعڤشخيز" * 2)


def accented(sentence: str) -> str:
    return _between_placeholders(sentence, lambda words: words.translate(ACCENTED))


def turned(sentence: str) -> str:
    return _between_placeholders(sentence, lambda words: words.translate(TURNED))


LANGUAGES: dict[str, Change] = {"en-xa": accented, "ar-xb": turned}


def write_catalogues(folder: Path) -> None:
    """One catalogue for each language, compiled where Django looks for it under `folder`."""
    found = list(_sentences())
    for code, change in LANGUAGES.items():
        language, _hyphen, land = code.partition("-")
        place = folder / f"{language}_{land.upper()}" / "LC_MESSAGES"
        place.mkdir(parents=True, exist_ok=True)
        with (place / "django.mo").open("wb") as file:
            write_mo(file, _catalogue(found, change))


def _catalogue(found: list[Sentence], change: Change) -> Catalog:
    catalogue = Catalog(locale="en")
    for said, context in found:
        if context == PATTERN:
            catalogue.add(said, said, context=context)
        elif isinstance(said, str):
            catalogue.add(said, change(said), context=context)
        else:
            catalogue.add(tuple(said), tuple(change(form) for form in said), context=context)
    return catalogue


def _sentences() -> Iterator[Sentence]:
    yield from ((one.said, one.context) for one in sentences())
    for place in THEIRS:
        with (place / "locale" / "en" / "LC_MESSAGES" / "django.po").open("rb") as file:
            yield from ((message.id, message.context) for message in read_po(file) if message.id)


def _between_placeholders(sentence: str, change: Change) -> str:
    parts = KEPT.split(sentence)
    return "".join(part if KEPT.fullmatch(part) else change(part) for part in parts)
