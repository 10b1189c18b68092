from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models.table import Circle, tables_of_member
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText


class QuestionKind(models.TextChoices):
    REST = "rest", _("Shall the whole table rest for a while?")
    AGREEMENT = "agreement", _("Shall this be what we agree?")
    BEFORE = "before", _("Shall whoever comes later read what we say from now on?")
    CLOSE = "close", _("Shall this table come to an end?")


class QuestionState(models.TextChoices):
    ASKING = "asking", _("being asked")
    YES = "yes", _("everyone said yes")
    NOT_NOW = "not now", _("not now")


class TableQuestion(GuardedModel):
    """Something only all of them together can decide: to rest, to agree, to end. Silence is no yes.

    `words` are the agreement, or the last words of the table. `on` is the day of an end, and
    `words_stay` for how many days after it what was said can be read.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="questions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=QuestionKind)
    state = models.CharField(max_length=12, choices=QuestionState, default=QuestionState.ASKING)
    words = SealedText(blank=True)
    on = models.DateTimeField(null=True, blank=True)
    words_stay = models.PositiveSmallIntegerField(default=30)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "kind"],
                condition=Q(state="asking"),
                name="one_question_of_a_kind_at_a_time",
            )
        ]

    @classmethod
    def of_each_table(cls, viewer: Viewer) -> dict[str, Exists]:
        """For tables that this viewer reads: whether something is asked of all who sit there."""
        rows = cls.objects.for_viewer(viewer).filter(state=QuestionState.ASKING)
        return {"is_asked": Exists(rows.filter(circle=OuterRef("pk")))}

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """It is the table's: also from someone kept apart, since all have to answer."""
        return Q(circle__in=tables_of_member(viewer))


class TableAnswer(GuardedModel):
    """One member's answer. That everyone said yes, or not, is said; who said what is not."""

    question = models.ForeignKey(TableQuestion, models.CASCADE, related_name="answers")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    yes = models.BooleanField()
    answered_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["question", "account"], name="one_table_answer_each")
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)
