from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.circles.models.table import Circle
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel


class Opening(GuardedModel):
    """Someone signed in opened a letter's address a moment ago: written for each, also a forged one,

    so that the page takes as long for everybody. The clock looks at it and deletes it (AS-04, I-33).
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64)
    opened_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)


class TurnedAway(GuardedModel):
    """Someone this member keeps away tried to take a seat and did not get it. They alone read it (AS-04).

    Who it was is not written down: they know, or it is not for the house to say.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)
