from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel


class Session(GuardedModel):
    """One browser in which someone is signed in, or a visitor is on the way.

    `key` is a keyed hash of what the browser holds: who reads this table opens nobody's session.
    `data` lies sealed (`people.sessions`). Without an account it is a visitor's, and nobody's to see.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", null=True
    )
    key = models.CharField(max_length=64, unique=True)
    data = models.TextField()
    expires_at = models.DateTimeField(db_index=True)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)
