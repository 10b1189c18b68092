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
from openchair.people.models import Block
from openchair.sharing.models import Share


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
