"""Reads a visitor's question out of an address, and out of forms what people write there."""

from dataclasses import replace
from datetime import time
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.kernel.fields import Address, Choices, Line, Words
from openchair.kernel.text import clean_line
from openchair.pathways.asking import Question
from openchair.pathways.choosing import choose
from openchair.pathways.places import Place
from openchair.pathways.reading.languages import language_code, language_named
from openchair.pathways.reading.moments import clock_time, weekday
from openchair.pathways.reading.needs import NEEDS
from openchair.pathways.reading.trouble import Unreadable, quoted
from openchair.pathways.reading.zones import zone_or_city, zones_like
from openchair.pathways.week import MONDAY_FIRST

ASKED_BY = ("place", "day", "from", "before", "language", "need", "zone")
LONGEST = 120
NAME_LENGTH = 60
LETTER_LENGTH = 2000
MOST_PARTS = 200


class Asked:
    """A question as it stands in the address: what was understood, and a sentence for what was not."""

    def __init__(self, said: MultiValueDict[str, str]) -> None:
        self.said = said
        self.errors: dict[str, str] = {}
        self.is_asked = any(name in said for name in ASKED_BY)
        self.question = Question(
            place=self.words("place"),
            days=self._days(),
            starts=self._time("from"),
            before=self._time("before"),
            language=self._language(),
            needs=tuple(need for need in NEEDS if need in said.getlist("need")),
            zone=self._zone(),
            near=bool(self.words("near")),
            part=self._part(),
        )

    def in_these(self, places: list[Place]) -> Question:
        return replace(self.question, chosen=choose(self.question.place, places))

    def words(self, name: str) -> str:
        return clean_line(self.said.get(name) or "")[:LONGEST]

    def _days(self) -> tuple[int, ...]:
        found: set[int] = set()
        for said in self.said.getlist("day"):
            try:
                found.add(weekday(said, first=0))
            except Unreadable:
                self.errors["day"] = _(
                    "We do not know the day “%(said)s”. Choose one of these."
                ) % {"said": quoted(said)}
        return tuple(day for day in MONDAY_FIRST if day in found)

    def _time(self, name: str) -> time | None:
        if not (said := self.words(name)):
            return None
        try:
            return clock_time(f"{said}:00" if said.isdecimal() and len(said) < 3 else said)
        except Unreadable:
            self.errors[name] = _("We could not read the time “%(said)s”. Write it like 18:30.") % {
                "said": quoted(said)
            }
            return None

    def _language(self) -> str:
        said = self.words("language")
        return language_code(said) or language_named(said) or said[:LONGEST]

    def _zone(self) -> str:
        if not (said := self.words("zone")):
            return ""
        if found := zone_or_city(said):
            return found
        like = [zone.rpartition("/")[2].replace("_", " ") for zone in zones_like(said)]
        self.errors["zone"] = _zone_unknown(said, like)
        return ""

    def _part(self) -> int:
        said = self.words("part")
        return min(max(int(said), 1), MOST_PARTS) if said.isdecimal() and len(said) < 4 else 1


def _zone_unknown(said: str, like: list[str]) -> str:
    values = {"said": quoted(said), "cities": ", ".join(like)}
    if like:
        return _("We do not know the city “%(said)s”. Did you mean %(cities)s?") % values
    return (
        _("We do not know the city “%(said)s”. Write a large city near you, like Amsterdam.")
        % values
    )


class NameForm(forms.Form):
    """What a steward calls a directory."""

    name = Line(max_length=LONGEST, required=False)


class CheckForm(forms.Form):
    """What a steward says who has looked at an entry."""

    opened_page = forms.BooleanField(
        required=False, label=gettext_lazy("I opened the provider's own page")
    )


class LetterForm(forms.Form):
    """A few lines to the host. `website` is there for machines alone: nobody else finds it."""

    words = Words(
        max_length=LETTER_LENGTH,
        error_messages={
            "required": gettext_lazy("One line is enough. “Hello, I am new.” is a whole letter."),
            "max_length": gettext_lazy(
                "That is more than this letter holds. Up to 2,000 letters fit."
            ),
        },
    )
    name = Line(
        max_length=NAME_LENGTH,
        required=False,
        error_messages={
            "max_length": gettext_lazy("That name is longer than fits. Up to 60 letters do.")
        },
    )
    email = Address(
        required=False,
        error_messages={
            "invalid": gettext_lazy(
                "That does not look like an address. It should look like name@example.org. "
                "You can also leave it empty."
            ),
        },
    )
    once = forms.UUIDField(
        error_messages={
            "required": gettext_lazy("This form was not complete. Please send it again."),
            "invalid": gettext_lazy("This form was not complete. Please send it again."),
        }
    )
    website = forms.CharField(required=False)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("Something filled in a box that has to stay empty. Please send it once more.")
            )
        return ""


class HostAnswerForm(forms.Form):
    words = Words(
        max_length=LETTER_LENGTH,
        error_messages={
            "required": gettext_lazy("Write a line, so that there is an answer."),
            "max_length": gettext_lazy(
                "That is more than this letter holds. Up to 2,000 letters fit."
            ),
        },
    )
    tables = Choices(required=False)
    first_link = forms.BooleanField(required=False)

    def __init__(self, said: Any, *, tables: list[str]) -> None:
        super().__init__(said)
        self.fields["tables"].choices = [(table, table) for table in tables]  # type: ignore[attr-defined]
