from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models.table import Circle, CircleState, circles_of
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText


class ShownTo(models.TextChoices):
    """Without a card a table is hidden: that is how every table begins."""

    HOUSE = "house", _("people of this house")
    VISITORS = "visitors", _("visitors too")


class About(models.TextChoices):
    """Whoever begins is shown one table of each, where there are both (003: you are not your hardship)."""

    HARD = "hard", _("something hard that people carry together")
    LIFE = "life", _("life besides: neighbours, music, walking, food")


class Card(GuardedModel):
    """What a table tells of itself to people who do not sit there: words written for that alone.

    It names no person, and a wide area, never a street. Nothing of the table itself is read for it.
    """

    circle = models.OneToOneField(Circle, models.CASCADE, related_name="card")
    shown_to = models.CharField(max_length=8, choices=ShownTo)
    about = models.CharField(max_length=4, choices=About)
    name = SealedText()
    sentence = SealedText()
    area = SealedText(blank=True)
    language = SealedText(blank=True)
    rhythm = SealedText(blank=True)
    changed_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """What is chosen for visitors, everybody; what is chosen for the house, who has an account."""
        closed = Circle.objects.filter(state=CircleState.CLOSED).values("pk")
        shown = [ShownTo.VISITORS] if viewer.pk is None else [*ShownTo]
        there = Q(shown_to__in=shown) & ~Q(circle__in=closed)
        return there | Q(circle__in=circles_of(viewer))
