"""The kernel's rows: forms already answered, drafts, keys still to be destroyed, what was erased."""

import uuid

from django.conf import settings
from django.db import models

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.kernel.sealed.models import KeyToDestroy

__all__ = ["Draft", "Erasure", "KeyToDestroy", "OnceOnly"]


def of_account(viewer: Viewer) -> models.Q:
    """A visitor, whose `pk` is None, has no rows: not those of nobody."""
    return models.Q(account=viewer.pk) if viewer.pk else models.Q(pk__in=())


class OnceOnly(GuardedModel):
    """A form that was answered, and where its answer led; `key` is a digest of author and token.

    Visitors' rows have no account: only the house reads them.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True)
    key = models.CharField(max_length=64, unique=True)
    location = models.CharField(max_length=2000)
    made_at = models.DateTimeField(db_index=True)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> models.Q:
        return of_account(viewer)


class Draft(GuardedModel):
    """What a person has begun to write in one place, for their eyes only."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=200)
    words = SealedText()
    kept_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = (models.UniqueConstraint(fields=("account", "place"), name="one_per_place"),)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> models.Q:
        return of_account(viewer)


class Erasure(models.Model):
    """A row that was erased, or an account that was forgotten: what a restore must do again.

    It is content-free: a kind of row, the row's random id, and a moment. See `kernel/ledger.py`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    label = models.CharField(max_length=100)
    row = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("label", "row"), name="erased_once"),)
