from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from openchair.circles.models import INSIDE, Circle, HoldingPause, Seat, members
from openchair.house.models import Duty, Role
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block
from openchair.sharing.models.choices import (
    DISTRESS,
    Audience,
    HideNote,
    Need,
    ShareKind,
    ShortAnswer,
)


class Share(GuardedModel):
    """Something one person said. It is theirs: they can change it, and take it back, at any time.

    `warning`: a line of the writer's own, behind which the words wait closed. `softened_at`: when they
    were last said otherwise. `widened_at`: when more people than before were last let read them;
    what was answered before that stays with whoever could read it then (I-4, `Answer`).
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="shares")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    kind = models.CharField(max_length=16, choices=ShareKind, blank=True)
    words = SealedText(blank=True)
    warning = SealedText(blank=True)
    need = models.CharField(max_length=16, choices=Need)
    audience = models.CharField(max_length=16, choices=Audience)
    said_at = models.DateTimeField()
    softened_at = models.DateTimeField(null=True, blank=True)
    widened_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    answers_closed_at = models.DateTimeField(null=True, blank=True)
    has_offers: bool
    """As `queries.said_between` reads it: whether something waits here for the reader's yes."""
    are_words_hidden: bool
    """As it reads it too: whether the reader knows of any hidden words at this table."""
    nameless = models.BooleanField(default=False)
    """It stands here as said by someone who sat here: its writer left it so, or left long ago."""

    is_closed_for_me = False
    """Whether the reader closed it for themselves, where that was read with the row (`closing`)."""

    class Meta(GuardedModel.Meta):
        indexes = [
            models.Index(fields=["circle", "said_at"], name="shares_of_a_day"),
            models.Index(fields=["author", "said_at"], name="shares_of_a_writer"),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """One's own always; what was said to oneself, or to the table while one sat there, or since it
        lets whoever comes later read it (5.2), without those kept apart."""
        if viewer.pk is None:
            return Q(pk__in=())  # words whose writer was forgotten have no author either
        return Q(author=viewer.pk) | cls.said_to(viewer)

    @classmethod
    def said_to(cls, viewer: Viewer) -> Q:
        """Nothing of what is hidden, by a pause or for itself."""
        return cls.was_said_to(viewer) & ~HoldingPause.hides() & ~Hidden.over_shares()

    @classmethod
    def was_said_to(cls, viewer: Viewer) -> Q:
        """Also of what is hidden since: in its place stands that something stood there."""
        here = Seat.objects.filter(account=viewer.pk, state__in=INSIDE, circle=OuterRef("circle"))
        since = Coalesce(OuterRef("widened_at"), OuterRef("said_at"))
        chosen = Reader.objects.filter(share=OuterRef("pk"), account=viewer.pk)
        sits = Exists(here.filter(members()))
        from_then = Circle.objects.filter(pk=OuterRef("circle"), read_from__lte=since)
        could = Q(Exists(here.filter(arrived_at__lte=since))) | Q(Exists(from_then)) & Q(sits)
        to_all = Q(audience=Audience.CIRCLE) & could
        to_me = Q(audience=Audience.CHOSEN) & Exists(chosen) & sits
        return (to_all | to_me) & Block.apart("author", viewer)

    @property
    def is_taken_back(self) -> bool:
        return self.taken_back_at is not None

    @property
    def is_distress(self) -> bool:
        """Said as one of the openings that ask for someone now."""
        return self.kind in DISTRESS

    @property
    def are_answers_closed(self) -> bool:
        return self.answers_closed_at is not None

    @property
    def open_to(self) -> str:
        """A mark of how far these words go. Who answers sends along which mark they answered under."""
        return self.widened_at.isoformat() if self.widened_at else ""


class Reader(GuardedModel):
    """One person chosen by name to read what was not said to the whole table, and since when they may."""

    share = models.ForeignKey(Share, models.CASCADE, related_name="readers")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [models.UniqueConstraint(fields=["share", "account"], name="chosen_once")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Whoever may read the words reads who else may, but for those kept apart."""
        read = Share.objects.filter(Share.visible_to(viewer))
        return Q(share__in=read.values("pk")) & Block.apart("account", viewer)


class Witness(GuardedModel):
    """ "I see you", or another short answer: a deliberate act, a name in the order given, never summed.
    The writer alone reads it."""

    share = models.ForeignKey(Share, models.CASCADE, related_name="witnesses")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    short = models.CharField(max_length=8, choices=ShortAnswer, default=ShortAnswer.SEE)
    given_at = models.DateTimeField()

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["share", "account"], name="seen_once_by_each")
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        to_me = Q(share__in=Share.objects.filter(author=viewer.pk).values("pk"))
        return Q(account=viewer.pk) | to_me & Block.apart("account", viewer)


class Hidden(GuardedModel):
    """Words that someone who looks after the table hid from all but their writer (spec/model.md 5.6.7).

    `answer` is the id of what stands under the share; without one it is the share. `account` wrote what
    is hidden; `said_at` is when the share was said, so that what stands in its place knows where.
    `undone_at`: a listener let it stand, and it is not hidden again. Whoever hid it and undoes that
    leaves no row.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="+")
    share = models.ForeignKey(Share, models.CASCADE, related_name="+")
    answer = models.UUIDField(null=True, blank=True, unique=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    note = models.CharField(max_length=8, choices=HideNote)
    said_at = models.DateTimeField()
    hidden_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["share"], condition=Q(answer=None), name="words_hidden_once"
            ),
        ]
        indexes = [models.Index(fields=["circle", "said_at"], name="hidden_of_a_day")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """The writer; who listens independently; and who read the share, that something stood there. Of
        an answer, which leaves no place, whoever hid it. The words are reached by none of these rows."""
        listens = Exists(Role.objects.filter(account=viewer.pk, duty=Duty.EAR))
        said = Share.objects.filter(Share.was_said_to(viewer), taken_back_at__isnull=True)
        read = Share.objects.filter(Share.visible_to(viewer))
        place = Q(answer=None, share__in=said.values("pk"))
        to_undo = Q(by=viewer.pk, share__in=read.values("pk"))
        to_look_at = Q(listens) & Block.apart("account", viewer)
        return Q(undone_at=None) & (Q(account=viewer.pk) | to_look_at | place | to_undo)

    @classmethod
    def of_each_table(cls, viewer: Viewer) -> dict[str, Exists]:
        """For words: whether this viewer knows of any that are hidden at the same table."""
        there = cls.objects.for_viewer(viewer).filter(circle=OuterRef("circle"))
        return {"are_words_hidden": Exists(there)}

    @classmethod
    def over_shares(cls) -> Exists:
        """For shares: whether they are hidden now. Their writer reads them still."""
        return Exists(cls.objects.filter(share=OuterRef("pk"), answer=None, undone_at=None))

    @classmethod
    def over_answers(cls) -> Exists:
        return Exists(cls.objects.filter(answer=OuterRef("pk"), undone_at=None))
