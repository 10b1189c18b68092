"""The two languages the walks go through the house in."""

import gettext
from pathlib import Path

from openchair.testing import pseudo


def test_every_letter_stands_out_and_every_placeholder_stays() -> None:
    assert pseudo.accented("Say it to %(name)s, 5%%") == "Śáý íť ťó %(name)s, 5%%"
    assert pseudo.turned("<b>No</b>") == "<b>نو</b>"
    for change in pseudo.LANGUAGES.values():
        assert not any(letter in pseudo.LATIN for letter in change(pseudo.LATIN))


def test_catalogues_hold_the_sentences_of_templates_and_code(tmp_path: Path) -> None:
    pseudo.write_catalogues(tmp_path)
    with (tmp_path / "en_XA" / "LC_MESSAGES" / "django.mo").open("rb") as file:
        accented = gettext.GNUTranslations(file)
    assert accented.gettext("Say it") == "Śáý íť"
    assert accented.gettext("These are your own words.") == "Ťĥéśé áŕé ýóúŕ óŵń ŵóŕďś."
    assert accented.gettext("Tuesday") == "Ťúéśďáý"
    assert accented.pgettext("date pattern", "l j F") == "l j F"
    long = "Earlier days are %(link)s"
    assert accented.gettext(long) == pseudo.accented(long)
