from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models.table import Circle, circles_of, tables_of_member
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block


class NamingState(models.TextChoices):
    ASKING = "asking", _("those who sit here are asked in private")
    READY = "ready", _("ready")
    NOT_NOW = "not now", _("not now")
    WITHDRAWN = "withdrawn", _("taken back")


class WhenAsked(models.TextChoices):
    """The three answers in private."""

    YES = "yes", _("yes")
    NO = "no", _("not this person")
    LATER = "later", _("I’d rather wait a little")


class Naming(GuardedModel):
    """One person named for one table, and the private question to those who sit there (AS-02).

    The check is about a person, not a chair. `due_at` is when the outcome may be known: drawn at
    random once everyone has answered, and stored, so that speed tells nothing. `name_mark` and
    `address_mark` are keyed hashes; what stands against this person is asked only when it is due.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="namings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = SealedText()
    line = SealedText(blank=True)
    name_mark = models.CharField(max_length=64)
    address_mark = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=12, choices=NamingState, default=NamingState.ASKING)
    asked_at = models.DateTimeField()
    ask_around_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["by"], condition=Q(state="asking"), name="one_person_named_at_a_time"
            )
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Its writer's while they sit there; while it is asked, those who are asked."""
        mine = Q(by=viewer.pk) & Q(circle__in=circles_of(viewer))
        asked = Q(circle__in=tables_of_member(viewer)) & Q(state=NamingState.ASKING)
        return mine | asked & Block.apart("by", viewer)


class NamingAnswer(GuardedModel):
    """What one member answered in private. Nobody else ever reads it."""

    naming = models.ForeignKey(Naming, models.CASCADE, related_name="answers")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    answer = models.CharField(max_length=8, choices=WhenAsked)
    answered_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["naming", "account"], name="one_answer_each")
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk)
