from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kernel.fields import Choice, Keys, Line, Words
from openchair.kernel.text import LINE_LIMIT
from openchair.sharing.models import Audience, Need, ShareKind


class ChangeForm(forms.Form):
    """One's own words once more: what they say, what would help, and who reads them."""

    words = Words(strip=False, required=False)
    warning = Line(max_length=LINE_LIMIT, required=False)
    need = Choice(choices=Need.choices)
    audience = Choice(choices=Audience.choices)
    readers = Keys(required=False)

    def said(self) -> dict[str, Any]:
        """The fields as the action takes them."""
        data = self.cleaned_data
        return data | {"need": Need(data["need"]), "audience": Audience(data["audience"])}


class LookForm(forms.Form):
    """Words one remembers."""

    words = Line(max_length=LINE_LIMIT)


class SayForm(forms.Form):
    """The box: one field, three openings, and what is folded behind Change."""

    words = Words(strip=False, required=False)
    kind = Choice(choices=ShareKind.choices, required=False)
    need = Choice(choices=[("", _("as the opening says")), *Need.choices], required=False)
    audience = Choice(choices=Audience.choices, required=False)
    readers = Keys(required=False)
    warning = Line(max_length=LINE_LIMIT, required=False)

    def said(self) -> dict[str, Any]:
        """The fields as the action takes them."""
        data = self.cleaned_data
        return {
            "words": data["words"],
            "kind": ShareKind(data["kind"]),
            "need": Need(data["need"]) if data["need"] else None,
            "audience": Audience(data["audience"] or Audience.CIRCLE),
            "readers": data["readers"],
            "warning": data["warning"],
        }
