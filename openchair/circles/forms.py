from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.circles.models import About, PassedBy, ShownTo, WhenAsked, WhileResting
from openchair.kernel.fields import Address, Choice, Line, Words

NAME_LENGTH = 60
SENTENCE_LENGTH = 1000
CARD_SENTENCE = 300
CARD_LINE = 80
ABOUT_THEM = 200
LETTER_LENGTH = 3000


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


class NameForm(forms.Form):
    """Someone to be asked about: their name, a line for the table, and the letter to them."""

    name = Line(
        max_length=NAME_LENGTH,
        error_messages={
            "required": _("Write their name, as you call them."),
            "max_length": _("That name is longer than the card. Up to 60 letters fit."),
        },
    )
    line = Line(
        max_length=ABOUT_THEM,
        required=False,
        error_messages={"max_length": _("Up to 200 letters fit on this line.")},
    )
    words = Words(
        max_length=LETTER_LENGTH,
        error_messages={
            "required": _("Write them a letter. Two sentences are a whole letter."),
            "max_length": _(
                "That is more than a letter holds. Up to 3,000 letters fit, "
                "and the rest can be said at the table."
            ),
        },
    )
    email = Address(required=False)

    def what_was_said(self) -> dict[str, str]:
        """As `actions.name_someone` takes it."""
        said = dict(self.cleaned_data)
        said["address"] = said.pop("email")
        return said


class NamingAnswerForm(forms.Form):
    """Yes, not this person, or I'd rather wait a little."""

    answer = Choice(choices=WhenAsked.choices)


class AheadForm(forms.Form):
    """What a member leaves to be said for them when someone is named."""

    ready = Choice(choices=[("", ""), ("yes", "")], required=False)
    while_resting = Choice(choices=[("", ""), *WhileResting.choices], required=False)


HANDED = [one for one in PassedBy if one != PassedBy.MAIL]


class MailForm(forms.Form):
    """Where a letter is mailed once."""

    email = Address()


class PassedForm(forms.Form):
    passed_by = Choice(choices=[(one.value, one.label) for one in HANDED])
