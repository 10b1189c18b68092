from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.people.models import Block
from openchair.sharing.models import Share


class Waiting(GuardedModel):
    """Words that nobody has answered, while someone can still be asked (spec/model.md, Unanswered words).

    `next_at`: when the clock looks at it again; empty once there is nothing more to do. `told_at`: since
    when the writer reads what has happened. Gone once somebody answered.
    """

    share = models.OneToOneField(Share, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    began_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True, blank=True, db_index=True)
    told_at = models.DateTimeField(null=True, blank=True)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Its writer alone: nobody else reads that nobody answered."""
        return Q(by=viewer.pk)


class AskedToAnswer(GuardedModel):
    """One person who was asked, because they said that they may be, or look after the table."""

    waiting = models.ForeignKey(Waiting, models.CASCADE, related_name="asked")
    share = models.ForeignKey(Share, models.CASCADE, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    passed_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["waiting", "account"], name="asked_once_about_words")
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Whoever was asked, while they may read the words; and the writer, who reads their names."""
        read = Share.objects.filter(Share.visible_to(viewer), taken_back_at__isnull=True)
        mine = Waiting.objects.filter(by=viewer.pk).values("pk")
        asked = Q(account=viewer.pk, share__in=read.values("pk"))
        return asked | Q(waiting__in=mine) & Block.apart("account", viewer)
