from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kernel.fields import Words

REASON = 1000


class ReasonForm(forms.Form):
    """Why someone is paused. That there is a reason at all is the policy's to ask."""

    words = Words(
        max_length=REASON,
        required=False,
        error_messages={"max_length": _("Up to 1,000 letters fit. A sentence is enough.")},
    )
