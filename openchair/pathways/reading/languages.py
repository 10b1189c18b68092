"""Which language a code or a name means, as ISO 639 codes."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from openchair.pathways.reading.words import folded

NAMES_IN = ("en", "es", "fr", "sv", "de", "pt", "it", "nl", "da", "pl")
MEETING_GUIDE = {
    "AF": "af", "AM": "am", "AR": "ar", "BG": "bg", "DA": "da", "DE": "de", "EL": "el", "EN": "en",
    "FA": "fa", "FI": "fi", "FR": "fr", "HE": "he", "HI": "hi", "HR": "hr", "HU": "hu", "IS": "is",
    "ITA": "it", "JA": "ja", "KA": "ka", "KOR": "ko", "LT": "lt", "ML": "ml", "MT": "mt", "NE": "ne",
    "NL": "nl", "NO": "no", "POL": "pl", "POR": "pt", "PUN": "pa", "RUS": "ru", "S": "es", "SK": "sk",
    "SL": "sl", "SV": "sv", "TH": "th", "TL": "tl", "TUR": "tr", "UK": "uk",
}  # fmt: skip
# What the codes of a BMLT server mean where its own list of formats does not lie beside the export.
BMLT = {
    "ES": ("es",),
    "ENG": ("en",),
    "FR": ("fr",),
    "FIN": ("fi",),
    "PER": ("fa",),
    "RUS": ("ru",),
    "L/R": ("lt", "ru"),
}


@cache
def _codes() -> dict[str, str]:
    """Folded name -> code, from the names of languages in some languages and in themselves."""
    names: dict[str, str] = {}
    for locale in NAMES_IN:
        for code, name in Locale(locale).languages.items():
            if len(code) == 2:
                names.setdefault(folded(name), code)
    for code in sorted(set(names.values())):
        if own := own_name_of(code):
            names.setdefault(folded(own), code)
    return names


def own_name_of(code: str) -> str:
    try:
        return Locale(code).get_display_name(code) or ""
    except (UnknownLocaleError, ValueError):
        return ""


def language_named(name: str) -> str | None:
    """The language whose whole name this is: "Español", "Spanish", "spanska"."""
    return _codes().get(folded(name))


def languages_in(text: str) -> tuple[str, ...]:
    """Every language named in a few words: "Lithuanian/Russian Speaking Meeting"."""
    found = (_codes().get(word) for word in re.split(r"\s", folded(text)) if len(word) > 3)
    return tuple(dict.fromkeys(code for code in found if code))


def language_code(said: object) -> str | None:
    """An ISO 639 code as some feeds give it: "es", "ES", "es-MX"."""
    code = (
        said.strip().casefold().replace("_", "-").partition("-")[0] if isinstance(said, str) else ""
    )
    return code if code in _codes().values() else None


def name_of(code: str, locale: str) -> str:
    """The language's name for a reader of `locale`."""
    try:
        names = Locale.parse(locale.replace("-", "_")).languages
    except (UnknownLocaleError, ValueError):
        names = Locale("en").languages
    return str(names.get(code, code))
