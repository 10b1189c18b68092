from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kernel.fields import Choice, Line
from openchair.presence.models import How, When

AN_HOUR = {"invalid": _("Write the hour like 21:00."), "required": _("Write the hour like 21:00.")}
A_NUMBER = _("Write the number as you would dial it, like +32 2 555 01 23.")


class ReadyForm(forms.Form):
    when = Choice(choices=When.choices, required=False)
    how = Choice(choices=How.choices)
    named = forms.BooleanField(required=False)

    def said(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"when": When(data["when"]), "how": How(data["how"]), "named": data["named"]}


class RingForm(forms.Form):
    number = Line(max_length=32, error_messages={"required": A_NUMBER, "max_length": A_NUMBER})
    hours_from = forms.TimeField(initial=time(9), error_messages=AN_HOUR)
    hours_until = forms.TimeField(initial=time(21), error_messages=AN_HOUR)
