from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from openchair.circles.models.distance import Distance
from openchair.circles.models.table import Circle, circles_of
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.people.models import Block


class Beside(GuardedModel):
    """Someone walks beside a newcomer for their first six weeks. Those two read it, and nobody else.

    Nor does a newcomer who keeps distance from them: to the other nothing tells of that.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    newcomer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "newcomer", "by"], name="each_walks_beside_someone_once"
            ),
            models.CheckConstraint(
                condition=~Q(newcomer=models.F("by")), name="nobody_walks_beside_themselves"
            ),
        ]

    @classmethod
    def of_each_seat(cls, viewer: Viewer) -> dict[str, Exists]:
        """For seats that this viewer reads: whether they walk beside each one, and each beside them."""
        rows = cls.objects.for_viewer(viewer).filter(circle=OuterRef("circle"))
        mine = rows.filter(by=viewer.pk, newcomer=OuterRef("account"))
        theirs = rows.filter(by=OuterRef("account"), newcomer=viewer.pk)
        return {"i_walk_beside": Exists(mine), "walks_beside_me": Exists(theirs)}

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        here = Q(circle__in=circles_of(viewer))
        walks = Q(by=viewer.pk) & Block.apart("newcomer", viewer)
        new = Q(newcomer=viewer.pk) & Block.apart("by", viewer)
        new &= ~Q(Distance.kept_from("by", viewer))
        return here & (walks | new)
