from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kernel.fields import Address


class MendingForm(forms.Form):
    lost = Address(error_messages={"required": _("Write the address that is lost.")})
    email = Address(error_messages={"required": _("Write their new address.")})
    know_them = forms.BooleanField(
        error_messages={
            "required": _("Only go on if you know this person, and they asked you themselves.")
        }
    )
