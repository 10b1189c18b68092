from datetime import time

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models.block import Block
from openchair.people.sight import company_of


class Theme(models.TextChoices):
    DEVICE = "", _("As my device")
    DAYLIGHT = "daylight", _("Daylight")
    LAMPLIGHT = "lamplight", _("Lamplight")


class Person(GuardedModel):
    """The one who is here: the name they chose, how it is said, and how they like things."""

    id = None  # type: ignore[assignment]  # the account is the key
    has_drafts: bool
    """As `queries.the_person` reads it: whether they have begun to write something somewhere."""
    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True)
    name = SealedText()
    name_said = SealedText()
    adult_said_at = models.DateTimeField()
    night_from = models.TimeField(default=time(21))
    night_until = models.TimeField(default=time(8))
    zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=16, blank=True)
    theme = models.CharField(max_length=16, blank=True, choices=Theme)
    keep_drafts = models.BooleanField(default=True)
    crisis_panel = models.BooleanField(default=True)
    """Whether a calm panel may open in the browser while they write (spec/model.md 5.6.2)."""

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk) | Q(company_of(viewer)) & Block.apart("account", viewer)


class NameNotUsed(GuardedModel):
    """A name this house must never show for someone: the list is their own, and read by nobody else."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = SealedText()
    set_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)
