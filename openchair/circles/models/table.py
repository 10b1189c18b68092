from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from openchair.circles.cloths import Cloth
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block

MOST_SEATS = 12


class CircleKind(models.TextChoices):
    PAIR = "pair", _("two people")
    GRIEF = "grief", _("people who are missing someone")
    RECOVERY = "recovery", _("stopping, and staying stopped")
    AFFECTED = "affected", _("close to someone who drinks or uses")
    PEERS = "peers", _("people who know dark times from inside")
    ILLNESS = "illness", _("living with a long illness")
    CHANGE = "change", _("a life that is changing")
    FAITH = "faith", _("faith, and asking about it")
    ACTIVITY = "activity", _("doing something together")
    NEIGHBOURS = "neighbours", _("neighbours")
    FRIENDS = "friends", _("friends and chosen family")
    FAMILY = "family", _("a family table")
    PLAY = "play", _("parents with small children")


class CircleState(models.TextChoices):
    FOUNDING = "founding", _("just begun")
    GATHERING = "gathering", _("open")
    RESTING = "resting", _("resting")
    UNKEPT = "unkept", _("needs someone to look after it")
    CLOSING = "closing", _("coming to an end")
    CLOSED = "closed", _("closed")


class Openness(models.TextChoices):
    """How someone new comes to a table. All of them are named and asked about; none comes unseen."""

    CLOSED = "closed", _("nobody new for now")
    INVITATION = "invitation", _("someone here invites them")
    OPEN = "open", _("whoever reads our card may ask")


class SeatState(models.TextChoices):
    VISITING = "visiting", _("visiting")
    ARRIVING = "arriving", _("here")
    SEATED = "seated", _("here")
    RESTING = "resting", _("resting")
    PAUSED = "paused", _("here")
    LEFT = "left", _("left")
    GONE = "gone", _("gone")


STANDING = (SeatState.VISITING, SeatState.ARRIVING, SeatState.SEATED)
"""How someone sits when they neither rest, nor are paused, nor have left."""

INSIDE = (*STANDING, SeatState.RESTING, SeatState.PAUSED)


class Circle(GuardedModel):
    """A table. Hidden: only those who sit or sat at it know that it is there.

    `few_keepers_since`: six or more sit here, and fewer than two look after it (I-23). `closes_at` and
    `words_until` are set once everyone said yes to an end: until the first people speak, until the
    second they can read. `read_from`: what is said to the table since then is read by whoever comes later
    too; empty, and each reads from their own arrival on.
    """

    is_asked: bool
    """As `queries.the_table` reads it: whether something is asked of all who sit here."""

    name = SealedText()
    purpose = SealedText()
    kind = models.CharField(max_length=12, choices=CircleKind)
    state = models.CharField(max_length=12, choices=CircleState, default=CircleState.FOUNDING)
    cloth = models.CharField(max_length=24, choices=Cloth)
    seats_most = models.PositiveSmallIntegerField(default=MOST_SEATS)
    founded_at = models.DateTimeField()
    openness = models.CharField(max_length=12, choices=Openness, default=Openness.INVITATION)
    opening_words = SealedText(blank=True)
    closing_words = SealedText(blank=True)
    agreement = SealedText(blank=True)
    agreement_version = models.PositiveSmallIntegerField(default=0)
    few_keepers_since = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    words_until = models.DateTimeField(null=True, blank=True)
    read_from = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(seats_most__lte=MOST_SEATS), name="twelve_seats_at_most"
            ),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Those inside, and those who left with the door open (5.2: that a hidden circle exists)."""
        mine = Seat.objects.filter(account=viewer.pk, state__in=(*INSIDE, SeatState.LEFT))
        return Q(pk__in=mine.values("circle"))

    def lets_read(self, seat: "Seat", said_at: datetime) -> bool:
        """Whether someone who sits here reads what was said to all then: they were here, or since then
        whoever comes later reads it too."""
        is_open = self.read_from is not None and self.read_from <= said_at
        return is_open or seat.arrived_at <= said_at

    @property
    def is_pair(self) -> bool:
        return self.kind == CircleKind.PAIR

    @property
    def is_ending(self) -> bool:
        return self.state in {CircleState.CLOSING, CircleState.CLOSED}

    @property
    def is_closed(self) -> bool:
        return self.state == CircleState.CLOSED


class Seat(GuardedModel):
    """One person's place at one table. Nothing they do or fail to do lowers it (L1, I-1).

    `standing` is how they sat before they rested, were paused or left, so that they come back as they
    went. `paused_until` stays true across leaving and coming back (I-22).
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="seats")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    state = models.CharField(max_length=12, choices=SeatState, default=SeatState.SEATED)
    standing = models.CharField(max_length=12, choices=SeatState, blank=True)
    position = models.PositiveSmallIntegerField()
    arrived_at = models.DateTimeField()
    visiting_until = models.DateTimeField(null=True, blank=True)
    paused_until = models.DateTimeField(null=True, blank=True)
    resting_word = SealedText(blank=True)
    agreed_to = models.CharField(max_length=24)
    agreed_at = models.DateTimeField()
    door_open_until = models.DateTimeField(null=True, blank=True)
    usual_audience = models.CharField(max_length=16, blank=True)

    around: "list[Seat]"
    """Everyone inside whom the reader may see; set by the door that read them together."""
    remembered: "list[Seat]"
    """Likewise those who left with the door open."""
    i_walk_beside: bool
    walks_beside_me: bool
    i_keep_distance: bool
    has_open_chair: bool
    """Likewise, as the reader may know it (`models/beside.py`, `models/distance.py`, `models/chair.py`)."""

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["circle", "account"], name="one_seat_each"),
            models.UniqueConstraint(fields=["circle", "position"], name="one_seat_in_each_place"),
            models.CheckConstraint(
                condition=~Q(state=SeatState.LEFT) | Q(door_open_until__isnull=False),
                name="who_left_has_an_open_door_until",
            ),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Those inside, and the remembered seats of those who left with the door open."""
        at_my_tables = Q(circle__in=circles_of(viewer), state__in=(*INSIDE, SeatState.LEFT))
        return Q(account=viewer.pk) | at_my_tables & Block.apart("account", viewer)

    @property
    def is_inside(self) -> bool:
        return self.state in INSIDE

    @property
    def is_resting(self) -> bool:
        return self.state == SeatState.RESTING

    @property
    def sits_as(self) -> SeatState:
        """Visiting, arriving or seated, also while they rest, are paused or away."""
        return SeatState(self.state if self.state in STANDING else self.standing or "seated")

    @property
    def is_visitor(self) -> bool:
        return self.sits_as == SeatState.VISITING

    def is_door_open(self, at: datetime) -> bool:
        return self.door_open_until is not None and at < self.door_open_until

    def is_pause_on(self, at: datetime) -> bool:
        return self.paused_until is not None and at < self.paused_until


def circles_of(viewer: Viewer) -> QuerySet[Seat, Any]:
    """The tables someone sits at, as a subquery for a `visible_to`."""
    return Seat.objects.filter(account=viewer.pk, state__in=INSIDE).values("circle")


def members() -> Q:
    """Seats inside that are no visits: they are asked, and count towards six (I-23)."""
    away = Q(state__in=(SeatState.RESTING, SeatState.PAUSED)) & ~Q(standing=SeatState.VISITING)
    return Q(state__in=(SeatState.ARRIVING, SeatState.SEATED)) | away


def tables_of_member(viewer: Viewer) -> QuerySet[Seat, Any]:
    """The tables someone has a seat at, without those they visit; for a `visible_to`."""
    return Seat.objects.filter(members(), account=viewer.pk).values("circle")


def people_at_my_tables(viewer: Viewer) -> Q:
    """Whose name I may read: those who sit, or sat until lately, at a table of mine."""
    there = Seat.objects.filter(circle__in=circles_of(viewer), state__in=(*INSIDE, SeatState.LEFT))
    return Q(pk__in=there.values("account"))
