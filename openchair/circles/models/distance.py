from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from openchair.circles.models.table import Circle
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel


class Distance(GuardedModel):
    """One person keeps some distance from another at one table: spec/model.md 5.8.

    Only the one who keeps it reads it. It waits while either has left with the door open.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    of = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "by", "of"], name="one_distance_each_way_at_a_table"
            ),
            models.CheckConstraint(
                condition=~Q(by=models.F("of")), name="nobody_keeps_distance_from_themselves"
            ),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        mine = Circle.objects.filter(Circle.visible_to(viewer))
        return Q(by=viewer.pk) & Q(circle__in=mine.values("pk"))

    @classmethod
    def of_each_seat(cls, viewer: Viewer) -> dict[str, Exists]:
        """For seats that this viewer reads: whether they keep distance from each one."""
        kept = cls.objects.for_viewer(viewer).filter(circle=OuterRef("circle"))
        return {"i_keep_distance": Exists(kept.filter(of=OuterRef("account")))}

    @classmethod
    def kept_from(cls, field: str, viewer: Viewer) -> Exists:
        """Whether the viewer keeps distance from the one in this `field` of a table's row.

        For use inside a `visible_to`.
        """
        kept = cls.objects.filter(by=viewer.pk, circle=OuterRef("circle"), of=OuterRef(field))
        return Exists(kept)
