from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText

TWO_DAYS = timedelta(days=2)
PROVED_WITHIN = timedelta(days=14)


class AddressChange(GuardedModel):
    """Someone's sign-in address was changed. For two days the old one can undo it by one press.

    The row, and the old address in it, go when the days are over.
    """

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    before = SealedText()
    changed_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)

    def is_open(self, at: datetime) -> bool:
        return at < self.changed_at + TWO_DAYS


class Mending(GuardedModel):
    """Someone lost their mailbox, and a host who knows them wrote down the new address they gave.

    For two days it can be called off, from the old mailbox and from any browser that is signed in.
    Then a letter goes to the new address (`written_at`), which proves itself by the link in it. Only
    the one it is about sees the row; the host, whose doing it is, learns nothing more.
    """

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    address = SealedText()
    asked_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)

    def can_be_called_off(self) -> bool:
        return self.written_at is None

    def is_open(self, at: datetime) -> bool:
        return at < self.asked_at + TWO_DAYS + PROVED_WITHIN
