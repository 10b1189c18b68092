from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kernel.fields import Choice, Words
from openchair.sharing.models import Audience, Need, ShareKind


class SayForm(forms.Form):
    """The box: one field, three openings, and what is folded behind Change."""

    words = Words(strip=False, required=False)
    kind = Choice(choices=ShareKind.choices, required=False)
    need = Choice(choices=[("", _("as the opening says")), *Need.choices], required=False)
    audience = Choice(choices=Audience.choices, required=False)

    def said(self) -> dict[str, Any]:
        """The fields as the action takes them."""
        data = self.cleaned_data
        return {
            "words": data["words"],
            "kind": ShareKind(data["kind"]),
            "need": Need(data["need"]) if data["need"] else None,
            "audience": Audience(data["audience"] or Audience.CIRCLE),
        }
