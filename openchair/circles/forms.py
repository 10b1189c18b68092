from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.circles.models import About, ShownTo
from openchair.kernel.fields import Choice, Line, Words

NAME_LENGTH = 60
SENTENCE_LENGTH = 1000
CARD_SENTENCE = 300
CARD_LINE = 80


class StartForm(forms.Form):
    """Start with one person: a name for the table, one sentence, and for whom."""

    name = Line(
        max_length=NAME_LENGTH,
        error_messages={
            "required": _("Give the table a name. It can be as plain as “our table”."),
            "max_length": _("That name is longer than the cloth. Up to 60 letters fit."),
        },
    )
    sentence = Words(
        max_length=SENTENCE_LENGTH,
        error_messages={
            "required": _("Write one sentence, so that the other person knows what it is about."),
            "max_length": _(
                "That is more than a letter holds. Up to 1,000 letters fit, "
                "and the rest can be said at the table."
            ),
        },
    )
    invitee = Line(
        max_length=NAME_LENGTH,
        required=False,
        error_messages={
            "max_length": _("That name is longer than the card. Up to 60 letters fit.")
        },
    )


TOO_LONG = {"max_length": _("That is more than a card holds. Make it shorter.")}


class CardForm(forms.Form):
    """What a table tells of itself. Nothing needs to be filled in for a table that stays hidden."""

    shown_to = Choice(choices=[("", ""), *ShownTo.choices], required=False)
    name = Line(max_length=NAME_LENGTH, required=False, error_messages=TOO_LONG)
    sentence = Line(max_length=CARD_SENTENCE, required=False, error_messages=TOO_LONG)
    area = Line(max_length=CARD_LINE, required=False, error_messages=TOO_LONG)
    language = Line(max_length=CARD_LINE, required=False, error_messages=TOO_LONG)
    rhythm = Line(max_length=CARD_LINE, required=False, error_messages=TOO_LONG)
    about = Choice(choices=About.choices, required=False)

    def clean(self) -> dict[str, object]:
        said = super().clean() or {}
        if said.get("shown_to"):
            if not said.get("name") and "name" not in self.errors:
                self.add_error("name", _("Write what strangers may call this table."))
            if not said.get("sentence") and "sentence" not in self.errors:
                self.add_error("sentence", _("Write in one sentence what the table is for."))
        said["about"] = said.get("about") or About.HARD
        return said


class WordForm(forms.Form):
    """One optional line of one's own."""

    words = Line(
        max_length=80,
        required=False,
        error_messages={"max_length": _("Up to 80 letters fit on this line.")},
    )
