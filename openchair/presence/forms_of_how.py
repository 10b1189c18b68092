from typing import Any

from django import forms

from openchair.kernel.fields import Choice, Line
from openchair.kernel.text import LINE_LIMIT
from openchair.presence.models import Capacity


class HowForm(forms.Form):
    capacity = Choice(choices=Capacity.choices)
    line = Line(max_length=LINE_LIMIT, required=False)

    def said(self) -> dict[str, Any]:
        return {
            "capacity": Capacity(self.cleaned_data["capacity"]),
            "line": self.cleaned_data["line"],
        }


class WordForm(forms.Form):
    capacity = Choice(choices=Capacity.choices)
