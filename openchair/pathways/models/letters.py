from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from openchair.house.models import Duty, Role
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText

KEPT = timedelta(days=30)


def is_host(viewer: Viewer) -> Q:
    return Q(Exists(Role.objects.filter(account=viewer.pk, duty=Duty.HOST)))


class LetterState(models.TextChoices):
    WRITTEN = "written", _("not read yet")
    READ = "read", _("read")
    ANSWERED = "answered", _("answered")
    CLOSED = "closed", _("closed")


WAITING = (LetterState.WRITTEN, LetterState.READ)


class HostLetter(GuardedModel):
    """A few lines from somebody without an account to whoever greets people here (5.1).

    `place` is the private address of the page where the answer stands; `place_hash`, under a key of
    the house, is what it is found by. A closed letter has no words left, of either side. `tables`:
    ids of cards the host tells of. `first_link`: the writer may come in; `came_in_at`, once.
    """

    name = SealedText(blank=True)
    words = SealedText(blank=True)
    address = SealedText(blank=True)
    place = SealedText()
    place_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=16, blank=True)
    state = models.CharField(max_length=8, choices=LetterState, default=LetterState.WRITTEN)
    answer = SealedText(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    tables = models.JSONField(default=list)
    first_link = models.BooleanField(default=False)
    came_in_at = models.DateTimeField(null=True)
    written_at = models.DateTimeField(db_index=True)
    answered_at = models.DateTimeField(null=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=LetterState.ANSWERED) | Q(answered_at__isnull=False),
                name="what_is_answered_has_its_moment",
            ),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Whoever greets people here; and whoever answered it, when they no longer do."""
        if viewer.pk is None:
            return Q(pk__in=())
        return is_host(viewer) | Q(answered_by=viewer.pk)

    @property
    def gone_at(self) -> datetime:
        """Thirty days after the last word."""
        return (self.answered_at or self.written_at) + KEPT

    @property
    def waits(self) -> bool:
        return self.state in WAITING

    @property
    def is_closed(self) -> bool:
        return self.state == LetterState.CLOSED

    @property
    def may_come_in(self) -> bool:
        return self.first_link and self.came_in_at is None and not self.is_closed
