from datetime import time

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models import (
    INSIDE,
    Circle,
    Seat,
    circles_of,
)
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block


class When(models.TextChoices):
    """By each person's own night hours."""

    NOT_NOW = "", _("Not now")
    DAY = "day", _("By day")
    NIGHT = "night", _("By night")
    BOTH = "both", _("By day and by night")


class How(models.TextChoices):
    TOGETHER = "together", _("Together with others")
    ALONE = "alone", _("One by one")


class Readiness(GuardedModel):
    """ "Ask me when someone needs company", at every table where they sit (spec/model.md, Company call).

    `wake_until`: the morning until which they may be woken, once. `last_asked_at` is for taking turns.
    `named`: their name may stand where someone could ask for company, before they are asked (5.6.2).
    """

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    when = models.CharField(max_length=8, choices=When, blank=True)
    how = models.CharField(max_length=8, choices=How, default=How.TOGETHER)
    wake_until = models.DateTimeField(null=True, blank=True)
    last_asked_at = models.DateTimeField(null=True, blank=True)
    named = models.BooleanField(default=False)

    night_from: time
    night_until: time
    zone: str
    """Their nights, where they were read with the row (`named_at`)."""

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """One's own. Whom someone asks is told to the asker by the call, and nothing else is."""
        return Q(account=viewer.pk)


class RingLine(GuardedModel):
    """Ring me: a telephone number, and between which hours of its owner's clock. Equal: at any hour."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    number = SealedText()
    hours_from = models.TimeField()
    hours_until = models.TimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Its owner, and whom they chose, while both sit at a table and neither keeps the other apart."""
        if viewer.pk is None:
            return Q(pk__in=())
        chosen = RingShown.objects.filter(line=OuterRef("pk"), to=viewer.pk)
        with_me = Seat.objects.filter(
            account=OuterRef("account"), circle__in=circles_of(viewer), state__in=INSIDE
        )
        shown = Exists(chosen) & Exists(with_me) & Block.apart("account", viewer)
        return Q(account=viewer.pk) | shown


class RingShown(GuardedModel):
    """One person to whom a number is shown, chosen by name."""

    line = models.ForeignKey(RingLine, models.CASCADE, related_name="shown")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta(GuardedModel.Meta):
        constraints = [models.UniqueConstraint(fields=["line", "to"], name="shown_once_to_each")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        mine = RingLine.objects.filter(account=viewer.pk).values("pk")
        return Q(line__in=mine)


class Call(GuardedModel):
    """Someone asks for company at a table, now. Forgotten a day after it ended (5.7: not stored).

    `next_at`: when one more is asked, if nobody has come by then; empty once somebody came. `wakes`: the
    asker pressed "Wake someone", so that also who said "wake me tonight" is asked (AS-37).
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    wakes = models.BooleanField(default=False)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "by"], condition=Q(ended_at=None), name="one_open_call_at_a_table"
            ),
        ]
        indexes = [models.Index(fields=["ended_at", "next_at"], name="calls_under_way")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """The asker; and who was asked, while both sit there and neither keeps the other apart."""
        if viewer.pk is None:
            return Q(pk__in=())
        was_asked = Asked.objects.filter(call=OuterRef("pk"), account=viewer.pk)
        sits_there = Seat.objects.filter(
            account=OuterRef("by"), circle=OuterRef("circle"), state__in=INSIDE
        )
        both_there = Exists(sits_there) & Q(circle__in=circles_of(viewer))
        return Q(by=viewer.pk) | Exists(was_asked) & both_there & Block.apart("by", viewer)

    @property
    def is_open(self) -> bool:
        return self.ended_at is None


class Asked(GuardedModel):
    """One person who was asked, and whether they came. That they said "not now" is theirs alone.

    `aside_at`: once it ended, they put aside what is offered to those who stayed (5.6.6).
    """

    call = models.ForeignKey(Call, models.CASCADE, related_name="asked")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    came_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    passed_at = models.DateTimeField(null=True, blank=True)
    aside_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["call", "account"], name="asked_once_a_call")
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """One's own; everyone asked, for the asker; and for who was asked too, those who are here."""
        if viewer.pk is None:
            return Q(pk__in=())
        mine = Call.objects.filter(by=viewer.pk).values("pk")
        seen = Call.objects.filter(Call.visible_to(viewer)).values("pk")
        here = Q(call__in=seen, came_at__isnull=False, left_at=None)
        return Q(account=viewer.pk) | (Q(call__in=mine) | here) & Block.apart("account", viewer)

    @property
    def is_here(self) -> bool:
        return self.came_at is not None and self.left_at is None


class Lamp(GuardedModel):
    """Left on in the night by someone whom nobody could keep company (spec/model.md 5.6.4).

    Whoever comes to the table first by their own day reads that it was left on, and not by whom;
    `seen_by` is that person.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    left_at = models.DateTimeField()
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Who left it; then whoever of the table comes first, unless kept apart."""
        if viewer.pk is None:
            return Q(pk__in=())
        first = Q(seen_by=None) | Q(seen_by=viewer.pk)
        there = first & Q(circle__in=circles_of(viewer)) & Block.apart("by", viewer)
        return Q(by=viewer.pk) | there
