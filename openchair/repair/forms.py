from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kernel.fields import Choice, Line, Words

DAYS = {"month": 30, "quarter": 91, "half": 182, "year": 365}


class Chosen(forms.Field):
    """One of those in the list, by their id; or nobody."""

    def to_python(self, value: Any) -> UUID | None:
        try:
            return UUID(str(value)) if value else None
        except ValueError:
            raise forms.ValidationError(_("Choose someone from the list.")) from None


class LetterForm(forms.Form):
    """The box, who reads it, and who it is about, which may be left empty."""

    words = Words(strip=False, required=False)
    reader = Chosen(required=False)
    about = Chosen(required=False)
    about_words = Line(
        max_length=80,
        required=False,
        error_messages={"max_length": _("This is longer than fits here. Make it shorter.")},
    )
    has_read = forms.BooleanField(required=False)

    def said(self) -> dict[str, Any]:
        """The fields as the action takes them."""
        return dict(self.cleaned_data)


class KeepForm(forms.Form):
    """Until when a letter is needed for someone's safety; nothing chosen: it no longer is."""

    needed = Choice(choices=[(name, name) for name in DAYS], required=False)

    def days(self) -> int | None:
        chosen = self.cleaned_data.get("needed") if self.is_valid() else ""
        return DAYS.get(chosen or "")
