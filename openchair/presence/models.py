from datetime import time

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models import INSIDE, Circle, Seat, circles_of
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block
from openchair.sharing.models import Share


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
        return Q(account=viewer.pk) if viewer.pk else Q(pk__in=())


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
        return Q(line__in=mine) if viewer.pk else Q(pk__in=())


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
    """One person who was asked, and whether they came. That they said "not now" is theirs alone."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="asked")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    came_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    passed_at = models.DateTimeField(null=True, blank=True)

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


class WorryReply(models.TextChoices):
    NONE = "", _("not answered")
    YES = "yes", _("Yes")
    NO = "no", _("No")
    CALL_ME = "call-me", _("Call me")


class Worry(GuardedModel):
    """ "I'm worried about you": one reader to the writer of some words (spec/model.md 5.6.3, AS-39).

    `also` is whom they would ask to look in; `told`: the writer said yes, and `also` was asked. Whoever
    is worried never learns of `told`: it would tell of what stands between others. One of each reader
    under each share: taken back, the row stays, so that pressing again calls nobody a second time.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    share = models.ForeignKey(Share, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    of = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    also = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    told = models.BooleanField(default=False)
    reply = models.CharField(max_length=8, choices=WorryReply, blank=True)
    worried_at = models.DateTimeField()
    replied_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["share", "by"], name="worried_once_under_each")
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Who is worried; the writer; after a yes whoever is asked to look in. While the words stand and
        the first two sit there; never across a block."""
        standing = Share.objects.filter(taken_back_at__isnull=True, nameless=False)
        mine = Q(by=viewer.pk, share__in=standing.filter(Share.visible_to(viewer)).values("pk"))
        to_me = Q(of=viewer.pk) | Q(also=viewer.pk, told=True)
        to_me &= Q(share__in=standing.values("pk"), taken_back_at__isnull=True)
        apart = Block.apart("by", viewer) & Block.apart("of", viewer)
        there = cls._sits_there("by") & cls._sits_there("of") & Q(circle__in=circles_of(viewer))
        return mine | to_me & there & apart

    @classmethod
    def _sits_there(cls, field: str) -> Q:
        seats = Seat.objects.filter(circle=OuterRef("circle"), state__in=INSIDE)
        return Q(Exists(seats.filter(account=OuterRef(field))))

    @property
    def is_taken_back(self) -> bool:
        return self.taken_back_at is not None
