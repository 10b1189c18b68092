from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models.table import Circle
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel


class WhileResting(models.TextChoices):
    READY = "ready", _("while I rest: ready")
    WAIT = "wait", _("please wait for me")


class StandingAnswer(GuardedModel):
    """What a member left to be said for them: "ready unless I say", and what holds while they rest."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    ready = models.BooleanField(default=False)
    while_resting = models.CharField(max_length=8, choices=WhileResting, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["circle", "account"], name="one_standing_answer_each")
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)
