from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from openchair.house.models import Duty, Role
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.sharing.models.answers import Answer
from openchair.sharing.models.words import Share


class RetellingState(models.TextChoices):
    ASKED = "asked", _("Its writer is asked.")
    REFUSED = "refused", _("It is with the independent listener.")
    TAKEN_OUT = "taken out", _("It was taken out.")
    KEPT = "kept", _("It stays.")


class Retelling(GuardedModel):
    """Someone retells another in their own words, and the other asks that this passage go (5.7).

    It stands in one share or one answer. `words` are blank again once it is decided: then they stand
    in the writer's words alone, or nowhere.
    """

    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    share = models.ForeignKey(Share, models.CASCADE, null=True, related_name="+")
    answer = models.ForeignKey(Answer, models.CASCADE, null=True, related_name="+")
    words = SealedText(blank=True)
    state = models.CharField(max_length=12, choices=RetellingState, default=RetellingState.ASKED)
    asked_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(share__isnull=True) ^ Q(answer__isnull=True),
                name="a_retelling_stands_in_one_place",
            ),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """The two it is between; and who listens independently, once the writer said no (I-19, I-20)."""
        if viewer.pk is None:
            return Q(pk__in=())
        listens = Exists(Role.objects.filter(account=viewer.pk, duty=Duty.EAR))
        to_decide = Q(state=RetellingState.REFUSED) & Q(listens)
        return Q(asker=viewer.pk) | Q(writer=viewer.pk) | to_decide
