from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText


class Passkey(GuardedModel):
    """Another way in: what a device shows in place of a code from a letter (docs/decisions/0050).

    `handle` is a keyed hash of the key's own id, to find it by. When it was used last is not kept.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = SealedText()
    handle = models.CharField(max_length=64, unique=True)
    credential = SealedText()
    made_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)


class RecoveryCode(GuardedModel):
    """One of ten codes on paper; a keyed hash of it. Whoever uses it up, it is gone."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)
