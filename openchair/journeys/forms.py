from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.circles.policy import why_not_never_with
from openchair.kernel.fields import Address, Line
from openchair.people.forms import NAME_LENGTH, ArrivingForm


class FirstLinkForm(ArrivingForm):
    """There is no table yet, and so no agreement."""

    agreement = None  # type: ignore[assignment]  # Django's own way to leave the field out


class NeverWithForm(forms.Form):
    """A name, or an address, or both."""

    name = Line(
        max_length=NAME_LENGTH,
        required=False,
        error_messages={
            "max_length": _("That name is longer than we can show. Up to 60 letters fit.")
        },
    )
    email = Address(required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and (sentence := why_not_never_with(said["name"], said["email"])):
            self.add_error("name", sentence)
        return said
