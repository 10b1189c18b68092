from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText


class Duty(models.TextChoices):
    STEWARD = "steward", _("looks after the machine this house runs on")
    HOST = "host", _("greets people here")
    EAR = "ear", _("independent listener")


class Role(GuardedModel):
    """What someone does for the whole house. They see the row, and stewards see who else is steward.

    `shown_as` is the name they gave for this duty; what everybody may read of it stands on the house.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    duty = models.CharField(max_length=8, choices=Duty)
    since = models.DateField()
    shown_as = SealedText(blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "duty"], name="one_role_of_each_duty")
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        if viewer.pk is None:
            return Q(pk__in=())
        is_steward = Exists(cls.objects.filter(account=viewer.pk, duty=Duty.STEWARD))
        return Q(account=viewer.pk) | Q(duty=Duty.STEWARD) & Q(is_steward)


class HandOver(GuardedModel):
    """A one-time address that asks one person to take a duty. It is gone once someone says yes."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    duty = models.CharField(max_length=8, choices=Duty)
    token = SealedText()
    token_hash = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    lapses_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(by=viewer.pk)
