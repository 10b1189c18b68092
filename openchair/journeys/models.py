"""What is under way for one person: their words being erased, and a copy of them being made."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.circles.models import Circle
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText


def hashed(token: str) -> str:
    """What of a page's address lies in its row: enough to find it, not enough to open it."""
    return hashlib.sha256(token.encode()).hexdigest()


class Erasing(GuardedModel):
    """All words of one person at one table, or everything of theirs, while it is being erased.

    The row stands until nothing is left, so that a house that stopped half way goes on where it was.
    Afterwards it is a moment without a person, for the page that says so, and goes after two weeks.
    `much` is what there was to do when it began, for the bar on that page.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    circle = models.ForeignKey(Circle, models.SET_NULL, null=True, related_name="+")
    everything = models.BooleanField()
    token_hash = models.CharField(max_length=64, unique=True)
    much = models.PositiveIntegerField()
    left = models.PositiveIntegerField()
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk) if viewer.pk else Q(pk__in=())

    @property
    def part_done(self) -> int:
        """Of a hundred."""
        return 100 if self.done_at or not self.much else 100 - self.left * 100 // self.much


class Copy(GuardedModel):
    """Everything of one person in one file, for them to take along. One at a time, for three days.

    The file lies sealed in the house's folder, under `key`, which is sealed here.
    """

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = SealedText(blank=True)
    much = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)

    @property
    def part_done(self) -> int:
        """Of a hundred."""
        return 100 if self.made_at else min(99, self.done * 100 // max(self.much, 1))
