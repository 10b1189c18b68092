"""Countries by name, as whoever reads the page calls them."""

import unicodedata

from babel import Locale, UnknownLocaleError
from django.utils import translation

NO_COUNTRY = frozenset("AC BV CP DG EA EU EZ HM IC QO TA UN XA XB ZZ".split())
"""Other things that have two letters: unions, rocks in the sea, and codes for tests."""


def countries() -> list[tuple[str, str]]:
    """Code and name, by name; before them nothing, for who has not chosen yet."""
    names = _locale().territories.items()
    known = [(code, name) for code, name in names if _is_country(code)]
    return [("", ""), *sorted(known, key=lambda one: _folded(one[1]))]


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in NO_COUNTRY


def _locale() -> Locale:
    try:
        return Locale.parse(translation.get_language() or "en", sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _folded(name: str) -> str:
    """For the order: Åland stands among A, not behind Z."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
