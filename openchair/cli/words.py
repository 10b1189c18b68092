"""The sentences of the terminal, in the terminal's own language (docs/decisions/0066).

`_` needs no settings and no house: it works where a key is lost or Django is not there yet. It reads
the catalogue the pages have too.
"""

import gettext
import os
import re
from collections.abc import Mapping
from pathlib import Path

LOCALE = Path(__file__).resolve().parent.parent / "locale"
SAME_AS_PAGES = "django"
ASKED_IN_THIS_ORDER = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
ENGLISH = "en"


def language(environment: Mapping[str, str] = os.environ) -> str:
    """The code of the language the terminal speaks: English where it names none that is here."""
    here = {ENGLISH, *(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/*.mo"))}
    said = next(filter(None, map(environment.get, ASKED_IN_THIS_ORDER)), "")
    named = [re.split(r"[_.@-]", one.lower())[0] for one in said.split(":")]
    return next((code for code in named if code in here), ENGLISH)


if language() != ENGLISH:
    # Argparse asks the same way for what it says by itself, so it speaks the same language.
    gettext.bindtextdomain(SAME_AS_PAGES, str(LOCALE))
    gettext.textdomain(SAME_AS_PAGES)

_ = gettext.gettext
ngettext = gettext.ngettext
