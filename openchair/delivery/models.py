from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.delivery.kinds import Kind
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText

__all__ = ["Kind", "Letter", "State", "Unreached", "Unwanted"]

REPLY_WITHIN = timedelta(minutes=10)


class State(models.TextChoices):
    WAITING = "waiting"
    SENT = "sent"
    LET_GO = "let go"
    FAILED = "failed"


class Letter(GuardedModel):
    """One thing someone should hear of, written in the same transaction as the act itself.

    `to` is empty for someone without an account: where they are reached is asked at the door, and
    lies only with what the letter is about (`sending.Stranger`).
    `about` is an id and nothing more. `secret` is the code of a sign-in; `address` one that is
    not yet the account's own, or was typed for this letter alone. Both are sealed, and soon forgotten
    (`keeping`).
    `due_at` is when to try next. `held_until` is set while one process has the letter in hand, and
    frees it again should that process die. `asked_at`: when the receiver asked for this. `alone`:
    not gathered into the one mail a day. `sent_at` stays empty where there was no address.
    """

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=16, choices=Kind)
    about = models.UUIDField(null=True, blank=True)
    secret = SealedText(blank=True)
    address = SealedText(blank=True)
    alone = models.BooleanField()
    said_yes_to_nights = models.BooleanField(default=False)
    asked_at = models.DateTimeField(null=True, blank=True)
    written_at = models.DateTimeField()
    due_at = models.DateTimeField()
    held_until = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state=State.WAITING), name="letter_due"),
            models.Index(fields=["written_at"], name="letter_age"),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(to=viewer.pk)

    def may_wake(self, moment: datetime) -> bool:
        """May this be sent at night? spec/model.md I-11."""
        answers = self.asked_at is not None and moment - self.asked_at <= REPLY_WITHIN
        return answers or self.said_yes_to_nights


class Unwanted(GuardedModel):
    """A kind of letter this person wants no mail about. Inside they find everything as before."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=Kind)
    since = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [models.UniqueConstraint(fields=["to", "kind"], name="one_switch_a_kind")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(to=viewer.pk)


class Unreached(GuardedModel):
    """The mail server said that nobody is at this person's address; nothing more is mailed there.

    `trace` is a keyed digest of the address, so that another address mends it by itself.
    """

    to = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    trace = models.CharField(max_length=64)
    since = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(to=viewer.pk)
