from django.conf import settings
from django.db import models
from django.db.models import Q

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.sharing.models.answers import Answer
from openchair.sharing.models.words import Share


class ClosedWords(GuardedModel):
    """Words that one reader closed for themselves: they wait behind a fold, and nobody is told
    (spec/model.md 5.6.7)."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    share = models.ForeignKey(Share, models.CASCADE, null=True, related_name="+")
    answer = models.ForeignKey(Answer, models.CASCADE, null=True, related_name="+")
    closed_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(share__isnull=True) ^ Q(answer__isnull=True),
                name="closed_in_one_place",
            ),
            models.UniqueConstraint(fields=["account", "share"], name="words_closed_once_by_each"),
            models.UniqueConstraint(
                fields=["account", "answer"], name="an_answer_closed_once_by_each"
            ),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)
