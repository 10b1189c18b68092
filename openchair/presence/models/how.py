from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models import (
    STANDING,
    Circle,
    Seat,
    SeatState,
    members,
    tables_of_member,
)
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block

SPEAKS = (*STANDING, SeatState.RESTING)
"""How someone sits whose words reach the table: not while they are paused there."""


class Capacity(models.TextChoices):
    """How much someone has in them today. A word and no measure: nothing is counted or compared."""

    PLENTY = "plenty", _("plenty")
    SOME = "some", _("some")
    LOW = "low", _("low")
    NOTHING = "nothing", _("nothing left")
    RATHER_NOT = "rather-not", _("rather not say")

    @property
    def to_press(self) -> str:
        """As it stands on a button."""
        return self.label[:1].upper() + self.label[1:]


class CheckIn(GuardedModel):
    """How someone said they are, for whom they chose (spec/model.md, Check-in).

    At most one of each person is current; one that was replaced is read by its owner alone, and lies
    here only where they keep a page of their own. The clock erases each after thirty days.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    capacity = models.CharField(max_length=12, choices=Capacity)
    line = SealedText(blank=True)
    said_at = models.DateTimeField(db_index=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(replaced_at=None), name="one_current_check_in"
            )
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Its owner; while it is current, whom it was meant for, unless the two are kept apart."""
        if viewer.pk is None:
            return Q(pk__in=())
        meant = Q(replaced_at=None) & (cls._told_by_name(viewer) | cls._told_at_a_table(viewer))
        return Q(account=viewer.pk) | meant & Block.apart("account", viewer)

    @classmethod
    def _told_by_name(cls, viewer: Viewer) -> Q:
        """While both sit at one table, and the reader does not only visit it (5.2)."""
        shown = CheckInShown.objects.filter(check_in=OuterRef("pk"), to=viewer.pk)
        sits = Seat.objects.filter(
            account=OuterRef("account"), state__in=SPEAKS, circle__in=tables_of_member(viewer)
        )
        return Q(Exists(shown) & Exists(sits))

    @classmethod
    def _told_at_a_table(cls, viewer: Viewer) -> Q:
        """To those who sat there when it was said: whoever came later reads what is said from then on."""
        sits = Seat.objects.filter(
            account=OuterRef(OuterRef("account")), state__in=SPEAKS, circle=OuterRef("circle")
        )
        sat = Seat.objects.filter(
            members(),
            account=viewer.pk,
            circle=OuterRef("circle"),
            arrived_at__lte=OuterRef(OuterRef("said_at")),
        )
        shown = CheckInShown.objects.filter(check_in=OuterRef("pk"))
        return Q(Exists(shown.filter(Exists(sits), Exists(sat))))

    @property
    def is_nothing_left(self) -> bool:
        return self.capacity == Capacity.NOTHING


class CheckInShown(GuardedModel):
    """One of those who may read a check-in: a person by name, or everyone at one table."""

    check_in = models.ForeignKey(CheckIn, models.CASCADE, related_name="shown")
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+"
    )
    circle = models.ForeignKey(Circle, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta(GuardedModel.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(to=None) ^ Q(circle=None), name="told_to_a_person_or_a_table"
            ),
            models.UniqueConstraint(fields=["check_in", "to"], name="told_once_to_each"),
            models.UniqueConstraint(fields=["check_in", "circle"], name="told_once_at_each_table"),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """The owner of the check-in; and of those who read it, each what concerns them."""
        if viewer.pk is None:
            return Q(pk__in=())
        mine = CheckIn.objects.filter(account=viewer.pk).values("pk")
        read = CheckIn.objects.filter(CheckIn.visible_to(viewer)).values("pk")
        to_me = Q(to=viewer.pk) | Q(circle__in=tables_of_member(viewer))
        return Q(check_in__in=mine) | to_me & Q(check_in__in=read)


class KeptPage(GuardedModel):
    """Whoever has this row keeps a page of how they were, for themselves alone. Off by default."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(account=viewer.pk) if viewer.pk else Q(pk__in=())
