"""Beginning a larger table, and what its people may change of it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.circles.forms import StartForm
from openchair.circles.models import MOST_SEATS, Openness
from openchair.kernel.fields import Choice, Line, Words

PURPOSE_LENGTH = 300
SAID_LENGTH = 600
AGREEMENT_LENGTH = 4000
UNTIL_THE_END = (7, 14, 30, 90)
WORDS_STAY = (7, 30, 90)
SAID = {"max_length": _("That is more than fits here. Make it shorter.")}
PURPOSE: dict[str, Any] = {
    "required": _("Write in one sentence what the table is for."),
    "max_length": _("That is more than one sentence holds. Up to 300 letters fit."),
}


class BeginForm(StartForm):
    """A larger table, begun with one person: what it is for stands beside the sentence to them."""

    field_order = ("name", "purpose", "sentence", "invitee")
    purpose = Line(max_length=PURPOSE_LENGTH, error_messages=PURPOSE)


class ShapeForm(forms.Form):
    """What a table is for, its words to begin and end with, who may come, how many chairs."""

    purpose = Line(max_length=PURPOSE_LENGTH, error_messages=PURPOSE)
    opening_words = Words(max_length=SAID_LENGTH, required=False, error_messages=SAID)
    closing_words = Words(max_length=SAID_LENGTH, required=False, error_messages=SAID)
    openness = Choice(choices=Openness.choices)
    seats_most = Choice(choices=[(str(n), str(n)) for n in range(2, MOST_SEATS + 1)])

    def __init__(self, *args: Any, for_two: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if for_two:
            del self.fields["openness"], self.fields["seats_most"]


class AskForm(forms.Form):
    """What is asked of all: `words` are the lines to agree on, or the last words of the table."""

    words = Words(max_length=AGREEMENT_LENGTH, required=False, error_messages=SAID)

    def said(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}


class EndForm(AskForm):
    """In how many days, and for how many days after it what was said can be read."""

    days = Choice(choices=[(str(days), days) for days in UNTIL_THE_END])
    words_stay = Choice(choices=[(str(days), days) for days in WORDS_STAY])

    def said(self) -> dict[str, Any]:
        days = {name: int(self.cleaned_data[name]) for name in ("days", "words_stay")}
        return super().said() | days


class AnswerForm(forms.Form):
    """Two answers of one size."""

    answer = Choice(choices=[("yes", ""), ("not-now", "")])


class WhomForm(forms.Form):
    """One person of those who sit there, and whether it goes over to them."""

    handing_over = forms.BooleanField(required=False)

    def __init__(self, *args: Any, people: Iterable[UUID], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whom"] = Choice(choices=[(str(one), "") for one in people])
