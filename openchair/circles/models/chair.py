from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from openchair.circles.models.table import Circle, circles_of
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block


class OpenChair(GuardedModel):
    """A chair drawn out, so that it can be seen that there is room (spec/model.md, Seat).

    `kept_for` is someone who left: nobody else sits down on it.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="open_chairs")
    words = SealedText()
    set_out_at = models.DateTimeField()
    kept_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+"
    )

    @classmethod
    def of_each_seat(cls, viewer: Viewer) -> dict[str, Exists]:
        """For seats of this viewer: whether a chair that they can see is set out at that table."""
        chairs = cls.objects.for_viewer(viewer).filter(circle=OuterRef("circle"))
        return {"has_open_chair": Exists(chairs)}

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(circle__in=circles_of(viewer)) & Block.apart("kept_for", viewer)
