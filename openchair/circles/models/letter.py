import hashlib
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models.naming import Naming
from openchair.circles.models.table import Circle, circles_of
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText


class InvitationState(models.TextChoices):
    """Lapsed is no state: it is what time does to a letter nobody answered."""

    DRAFTED = "drafted", _("those who sit here are asked first")
    READY = "ready", _("waiting for an answer")
    SEEN = "seen", _("they have it")
    ACCEPTED = "accepted", _("yes")
    VISITED = "visited", _("came to visit")
    DECLINED = "declined", _("not now")
    WITHDRAWN = "withdrawn", _("taken back")
    NOT_POSSIBLE = "not possible", _("not now")


WAITING = (InvitationState.READY, InvitationState.SEEN)
"""States in which a yes still gives a seat, until the letter lapses."""


class PassedBy(models.TextChoices):
    """How the writer says they handed it over. The house mails it only where they ask for that."""

    HAND = "hand", _("by hand")
    MESSAGE = "message", _("in a message")
    PAPER = "paper", _("on paper")
    MAIL = "mail", _("mailed from here, as your own letter")


def hashed(token: str) -> str:
    """What of a letter's address lies in its row: enough to find it, not enough to open it."""
    return hashlib.sha256(token.encode()).hexdigest()


class Invitation(GuardedModel):
    """One letter from one person to one person. Opening it never uses it up; a yes does, once.

    `naming` is the private question that came before it, where others sit at the table already.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="invitations")
    inviter = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    naming = models.OneToOneField(Naming, models.CASCADE, null=True, related_name="letter")
    invitee = SealedText(blank=True)
    words = SealedText()
    token = SealedText()
    token_hash = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=12, choices=InvitationState, default=InvitationState.READY)
    passed_by = models.CharField(max_length=8, choices=PassedBy, blank=True)
    written_at = models.DateTimeField()
    lapses_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(inviter=viewer.pk) & Q(circle__in=circles_of(viewer))

    @property
    def is_used(self) -> bool:
        return self.state in (InvitationState.ACCEPTED, InvitationState.VISITED)

    def is_open(self, at: datetime) -> bool:
        return self.state in WAITING and at < self.lapses_at
