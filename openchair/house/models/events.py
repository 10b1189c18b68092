from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from openchair.house.models.duties import Duty, Role
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel


class EventKind(models.TextChoices):
    """What is written down of the house, without content: spec/model.md, Audit trail."""

    HOUSE_OPENED = "house opened", _("The house was opened.")
    DUTY_ASKED = "duty asked", _("Someone was asked to take a duty.")
    DUTY_GIVEN = "duty given", _("Someone said yes to a duty.")
    DUTY_PUT_DOWN = "duty put down", _("Someone put a duty down.")
    DUTY_TAKEN = "duty taken", _("A steward’s duty was ended by another steward.")
    LINE_CHANGED = "line changed", _("A help line was entered, checked or taken off.")
    SAFETY_CHANGED = "safety changed", _("What the safety page says was changed.")
    RULES_CHANGED = "rules changed", _("The rules of this house were changed.")
    KEY_SHOWN = "key shown", _("The sheet with the house key was shown.")
    LISTENER_LINE = "listener line", _("Whether there is an independent person was changed.")
    LISTENER_LETTER = "listener letter", _("A letter to the independent listener went its way.")


SAFETY_KINDS = (EventKind.LISTENER_LETTER,)
"""Readable by the independent listener only."""


class Event(GuardedModel):
    """Something that happened, without words. `concerns` is whom it was about, where it was someone."""

    kind = models.CharField(max_length=16, choices=EventKind)
    duty = models.CharField(max_length=8, choices=Duty, blank=True)
    at = models.DateTimeField()
    concerns = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta(GuardedModel.Meta):
        indexes = [models.Index(fields=["at"], name="event_age")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Stewards read what happened to the house; what is about safety, the listener alone."""
        if viewer.pk is None:
            return Q(pk__in=())
        mine = Role.objects.filter(account=viewer.pk)
        safety = Q(kind__in=SAFETY_KINDS)
        for_stewards = ~safety & Exists(mine.filter(duty=Duty.STEWARD))
        for_ears = safety & Exists(mine.filter(duty=Duty.EAR))
        return Q(concerns=viewer.pk) & ~safety | for_stewards | for_ears
