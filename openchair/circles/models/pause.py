from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from openchair.circles.models.table import Circle
from openchair.house.models import Duty, Role
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block


class HoldingPause(GuardedModel):
    """In an emergency a keeper pauses one person's posting for a day at most, and says why (I-22).

    `words` is the id of what is hidden with it, if anything: the room above knows what that is. When it
    is over the clock takes the id away.
    Whoever is paused reads the reason; the listener can undo it, and reads nothing of the table.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    words = models.UUIDField(null=True, blank=True)
    reason = SealedText()
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        if viewer.pk is None:
            return Q(pk__in=())
        listens = Exists(Role.objects.filter(account=viewer.pk, duty=Duty.EAR))
        return Q(account=viewer.pk) | Q(by=viewer.pk) | Q(listens) & Block.apart("account", viewer)

    @classmethod
    def hides(cls) -> Exists:
        """For rows of the room above: whether they are hidden now. Their writer reads them still."""
        return Exists(cls.objects.filter(words=OuterRef("pk"), undone_at=None))

    def is_on(self, at: datetime) -> bool:
        return self.undone_at is None and at < self.ends_at
