"""The closed list of what may leave this house: spec/model.md 5.9."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SIGN_IN_CODE = "sign-in code", _("A code to sign in")
    COMPANY_CALL = "company call", _("A call for company")
    REMINDER = "reminder", _("A reminder of something you said yes to")
    CALLING_OFF = "calling-off", _("Something you said yes to is called off")
    CALENDAR = "calendar", _("A calendar message")
    HOST_ANSWER = "host answer", _("A host's answer")
    SOMETHING = "something", _("There is something for you")
    SOFT_HELLO = "soft hello", _("A small hello")
    GATHERING_CHANGE = "gathering change", _("A change to something you said yes to")
    WAKE_CALL = "wake call", _("Someone would like company now")
    CARE_SLOT = "care slot", _("Something you offered to do")
    INVITATION = "invitation", _("An invitation")
    CONSENT_CHANGED = "consent changed", _("A text you agreed to has changed")
    SECURITY = "security", _("About your account")
    EXPORT_READY = "export ready", _("What you asked for is ready")
    HOUSE_CLOSING = "house closing", _("The house is closing")


AT_ONCE = {Kind.SIGN_IN_CODE, Kind.COMPANY_CALL, Kind.WAKE_CALL, Kind.CALLING_OFF, Kind.SECURITY}
"""Never gathered into the one mail a day; what the person asked for in an act is not either."""

ALWAYS = {Kind.SIGN_IN_CODE, Kind.SECURITY, Kind.HOUSE_CLOSING}
"""Cannot be switched off: without them someone could lose their way in, or their words."""
