from collections.abc import Iterable
from datetime import time
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from openchair.kernel.fields import Address, Choice, Line
from openchair.people.models import Person, Theme

NAME_LENGTH = 60


class NightFields(forms.Form):
    """When nights are quiet: nothing is sent between these hours."""

    night_from = forms.TimeField(
        initial=time(21),
        error_messages={
            "invalid": _("Write the hour like 21:00."),
            "required": _("Write the hour like 21:00."),
        },
    )
    night_until = forms.TimeField(
        initial=time(8),
        error_messages={
            "invalid": _("Write the hour like 08:00."),
            "required": _("Write the hour like 08:00."),
        },
    )
    zone = Line(required=False)

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"]
        if zone and zone not in available_timezones():
            raise forms.ValidationError(
                _("Choose a place from the list, so that the hours are right for you.")
            )
        return zone


class ArrivingForm(NightFields):
    """The four things arriving asks: spec/model.md, Invitation."""

    name = Line(
        max_length=NAME_LENGTH,
        error_messages={
            "required": _("Please write the name you would like to be called."),
            "max_length": _("That name is longer than we can show. Up to 60 letters fit."),
        },
    )
    adult = forms.BooleanField(
        error_messages={
            "required": _(
                "This house is for people who are 18 or older, "
                "because nobody here is trained to keep children safe."
            )
        }
    )
    agreement = forms.BooleanField(
        error_messages={
            "required": _(
                "The table asks for a yes to these lines. If you cannot say it, you can say not now."
            )
        }
    )
    field_order = ["name", "adult", "agreement", "night_from", "night_until"]


def languages() -> list[tuple[str, str]]:
    """What this house speaks, each in its own words; blank is what the browser asks for."""
    own = [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]
    return [("", ""), *own]


class PersonForm(NightFields):
    name = Line(
        max_length=NAME_LENGTH,
        error_messages={
            "required": _("Please write the name you would like to be called."),
            "max_length": _("That name is longer than we can show. Up to 60 letters fit."),
        },
    )
    theme = Choice(choices=Theme.choices, required=False)
    keep_drafts = forms.BooleanField(required=False)
    crisis_panel = forms.BooleanField(required=False)
    language = Choice(choices=languages, required=False)

    @staticmethod
    def as_now(person: Person) -> dict[str, Any]:
        fields = ("name", "zone", "theme", "keep_drafts", "crisis_panel", "language")
        nights = ("night_from", "night_until")
        return {field: getattr(person, field) for field in fields} | {
            field: f"{getattr(person, field):%H:%M}" for field in nights
        }


LONGER = _("That is longer than we can show. Up to 60 letters fit.")


class NameSaidForm(forms.Form):
    name_said = Line(max_length=NAME_LENGTH, required=False, error_messages={"max_length": LONGER})


class NeverForm(forms.Form):
    never = Line(
        max_length=NAME_LENGTH,
        error_messages={
            "required": _("Write the name that this house must not show for you."),
            "max_length": LONGER,
        },
    )


class AddressForm(forms.Form):
    email = Address()


class CodeForm(forms.Form):
    code = Line(
        max_length=40,
        error_messages={
            "required": _("Write the code from the letter."),
            "max_length": _("That is longer than the code in the letter. Look once more."),
        },
    )


class RecoveryForm(forms.Form):
    """A code from paper, not from a letter."""

    code = Line(
        max_length=40,
        error_messages={
            "required": _("Write one of the codes from your paper."),
            "max_length": _("That is longer than a code on your paper. Look once more."),
        },
    )


def first_errors(form: forms.Form) -> dict[str, str]:
    """One sentence a field, for the page."""
    return {field: _first(messages) for field, messages in form.errors.items()}


def _first(messages: Iterable[Any]) -> str:
    return str(next(iter(messages)))
