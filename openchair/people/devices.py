"""A device in plain words: the families of its browser and its system, and nothing that tells where."""

from django.utils.translation import gettext as _

BROWSERS = (
    ("Edge", ("Edg/", "EdgA/", "EdgiOS/")),
    ("Opera", ("OPR/", "Opera")),
    ("Samsung Internet", ("SamsungBrowser/",)),
    ("Firefox", ("Firefox/", "FxiOS/")),
    ("Chrome", ("Chrome/", "CriOS/", "Chromium/")),
    ("Safari", ("Safari/",)),
)
SYSTEMS = (
    ("iPhone", ("iPhone",)),
    ("iPad", ("iPad",)),
    ("Android", ("Android",)),
    ("Windows", ("Windows",)),
    ("Mac", ("Macintosh", "Mac OS X")),
    ("ChromeOS", ("CrOS",)),
    ("Linux", ("Linux",)),
)


def families(user_agent: str) -> tuple[str, str]:
    """Of browser and system; blank where it does not say. Versions and models are left out."""
    return _first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)


def in_words(browser: str, system: str) -> str:
    """How the page names a device."""
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A browser")


def _first(known: tuple[tuple[str, tuple[str, ...]], ...], said: str) -> str:
    return next((family for family, signs in known if any(sign in said for sign in signs)), "")
