from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from openchair.house.countries import countries
from openchair.house.models import House
from openchair.kernel.fields import Address, Choice, Choices, Line, Words
from openchair.people.forms import NAME_LENGTH, NightFields

LONGEST = 2000
PSEUDO = "-x"
NO_ZONE = _("Write a place like Europe/Brussels or America/Lima.")


def missing(sentence: Any) -> dict[str, Any]:
    """What to do where nothing was written."""
    return {"required": sentence}


def spoken_here() -> list[tuple[str, str]]:
    """The languages the pages speak, without those made for tests."""
    return [(code, str(name)) for code, name in settings.LANGUAGES if PSEUDO not in code]


class HelpLineForm(forms.Form):
    name = Line(max_length=120, error_messages=missing(_("Write what this line is called.")))
    what = Line(max_length=600, error_messages=missing(_("Write who answers, and for whom.")))
    call = Line(max_length=40, required=False)
    text = Line(max_length=40, required=False)
    deaf = Line(max_length=120, required=False)
    hours = Line(
        max_length=120, error_messages=missing(_("Write when they answer, and what it costs."))
    )
    provider = Line(
        max_length=200,
        error_messages=missing(
            _("Write the address of their own page, so that it can be compared.")
        ),
    )
    may_send_help = forms.BooleanField(required=False)

    def clean(self) -> dict[str, object]:
        said = super().clean() or {}
        if not said.get("call") and not said.get("text"):
            self.add_error("call", _("Write a number to call or to text."))
        return said


class NameForm(forms.Form):
    name = Line(max_length=80, error_messages=missing(_("Write what this house is called.")))
    neutral_name = Line(
        max_length=40, error_messages=missing(_("Write a second name, one that tells nothing."))
    )


class PlaceForm(forms.Form):
    country = Choice(
        choices=countries, error_messages=missing(_("Choose the country from the list."))
    )
    languages = Choices(
        choices=spoken_here, error_messages=missing(_("Choose at least one language."))
    )
    zone = Line(error_messages=missing(NO_ZONE))
    emergency_number = Line(
        max_length=20,
        error_messages=missing(_("Write the number for ambulance, fire and police there.")),
    )

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"]
        if zone not in available_timezones():
            raise forms.ValidationError(NO_ZONE)
        return zone


class StewardForm(NightFields):
    """The first account of the house."""

    name = Line(
        max_length=NAME_LENGTH,
        error_messages=missing(_("Please write the name you would like to be called.")),
    )
    adult = forms.BooleanField(
        error_messages={
            "required": _(
                "This house is for people who are 18 or older, "
                "because nobody here is trained to keep children safe."
            )
        }
    )
    email = Address()


class GreetingForm(forms.Form):
    greeting = Words(
        max_length=LONGEST, error_messages=missing(_("Write a greeting. One line is enough."))
    )
    greeter = Line(max_length=80, required=False)
    who = Choice(choices=[("me", ""), ("someone", "")], required=False)


class SafetyForm(forms.Form):
    run_by = Words(max_length=LONGEST, error_messages=missing(_("Write who runs this house.")))
    stands_where = Words(
        max_length=LONGEST, error_messages=missing(_("Write where the machine stands."))
    )
    steward_reads = Words(max_length=LONGEST, error_messages=missing(_("Write what you can read.")))
    rules = Words(max_length=LONGEST, required=False)


class YesForm(forms.Form):
    """A yes to a duty, by someone who is known here."""

    shown_as = Line(
        max_length=60, error_messages=missing(_("Write the name under which you do this."))
    )


class ArrivingYesForm(StewardForm, YesForm):
    """A yes to a duty, by someone who comes for it. An address can be left later."""

    email = None  # type: ignore[assignment]  # Django's own way to leave a field out
    field_order = ["name", "shown_as", "adult", "night_from", "night_until"]


def as_now(form: type[forms.Form], house: House | None) -> dict[str, object]:
    """What the house says today, for the fields of this form."""
    said = {name: getattr(house, name, "") for name in form.base_fields}
    if house and "languages" in said:
        said["languages"] = house.spoken
    return said
