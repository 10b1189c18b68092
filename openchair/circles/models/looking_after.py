from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models.table import Circle, circles_of
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.people.models import Block


class KeeperState(models.TextChoices):
    ASKED = "asked", _("asked")
    SERVING = "serving", _("looks after this table")
    HANDING_OVER = "handing over", _("looks after this table")
    RESTED = "rested", _("has put it down")


class KeeperTerm(GuardedModel):
    """Someone looks after this table for a while, and may put it down at any time.

    `follows` is the term this one takes over from, once its person says yes.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="keeper_terms")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    state = models.CharField(max_length=12, choices=KeeperState, default=KeeperState.SERVING)
    follows = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    put_down_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "account"],
                condition=Q(put_down_at__isnull=True),
                name="one_term_at_a_time",
            )
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """That someone is asked, only they know."""
        here = Q(circle__in=circles_of(viewer)) & Q(put_down_at__isnull=True)
        serving = here & ~Q(state=KeeperState.ASKED)
        return Q(account=viewer.pk) | serving & Block.apart("account", viewer)

    def is_serving(self, at: datetime) -> bool:
        on = self.put_down_at is None and self.state != KeeperState.ASKED
        return on and at < self.ends_at
