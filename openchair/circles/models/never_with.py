from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText


class NeverWith(GuardedModel):
    """Someone this person never wants to be seated with, whether or not they have an account here.

    Silent and hard, as a block is. The name is its owner's to read again; the address lies here as a
    keyed hash alone.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = SealedText(blank=True)
    name_mark = models.CharField(max_length=64, blank=True)
    address_mark = models.CharField(max_length=64, blank=True)
    set_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)
