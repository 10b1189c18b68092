from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText


class Block(GuardedModel):
    """One person wants never to meet another in this house: spec/model.md 5.8.

    Only the one who set it sees it. It works in both directions, and tells nobody. `name` is what the
    other was called on that day: whoever blocks does not follow a person into a new name.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    of = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = SealedText()
    set_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["by", "of"], name="one_block_each_way"),
            models.CheckConstraint(
                condition=~Q(by=models.F("of")), name="nobody_blocks_themselves"
            ),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(by=viewer.pk)

    @classmethod
    def apart(cls, field: str, viewer: Viewer) -> Q:
        """Rows whose `field` (an account) has no block with the viewer, in either direction.

        For use inside a `visible_to`.
        """
        set_by_viewer = cls.objects.filter(by=viewer.pk).values("of")
        set_on_viewer = cls.objects.filter(of=viewer.pk).values("by")
        return ~Q(**{f"{field}__in": set_by_viewer}) & ~Q(**{f"{field}__in": set_on_viewer})
