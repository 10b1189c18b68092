from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models import INSIDE, Circle, HoldingPause, Seat
from openchair.house.models import Duty, Role
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block


class ShareKind(models.TextChoices):
    """What kind of words these are, if their writer likes to say. The first three stand under the box."""

    JUST_WORDS = "", _("Just words")
    NOT_OKAY = "not-okay", _("I’m not okay")
    SIT_WITH_ME = "sit-with-me", _("Sit with me")
    ORDINARY = "ordinary", _("An ordinary moment")
    NEED_HELP = "need-help", _("I need help")
    JOY = "joy", _("A joy")
    LAUGH = "laugh", _("Laugh with me")
    CELEBRATE = "celebrate", _("Celebrate with me")
    THANKS = "thanks", _("Thanks")
    GRIEF = "grief", _("Grief")
    HOPE = "hope", _("A hope")
    DOUBT = "doubt", _("A doubt")
    DREAM = "dream", _("A dream")
    STORY = "story", _("A story")
    WENT_BADLY = "went-badly", _("It went badly")
    CAME_THROUGH = "came-through", _("We came through")
    QUESTION = "question", _("A question")


OPENINGS = (
    ShareKind.JUST_WORDS,
    ShareKind.NOT_OKAY,
    ShareKind.SIT_WITH_ME,
    ShareKind.ORDINARY,
)
DISTRESS = (ShareKind.NOT_OKAY, ShareKind.NEED_HELP, ShareKind.SIT_WITH_ME)
LIGHT = (
    ShareKind.ORDINARY,
    ShareKind.JOY,
    ShareKind.LAUGH,
    ShareKind.CELEBRATE,
    ShareKind.THANKS,
)


class Need(models.TextChoices):
    """What would help: the writer says which answers may come."""

    NOTHING = "nothing", _("nothing, I only needed to say it")
    READ = "read", _("read it with care")
    COMPANY = "company", _("company")
    ME_TOO = "me-too", _("“me too” stories")
    IDEAS = "ideas", _("ideas or hands-on help")
    QUESTIONS = "questions", _("questions are welcome")
    THINK = "think", _("help me think straight")
    GLAD = "glad", _("be glad with me")
    HOLD = "hold", _("hold me in mind")


NEEDS_FIRST = (Need.NOTHING, Need.READ, Need.COMPANY, Need.ME_TOO, Need.IDEAS)


class ShortAnswer(models.TextChoices):
    """An answer to press: a deliberate act, under one's name."""

    SEE = "see", _("I see you")
    ME_TOO = "me-too", _("Me too")
    STAYING = "staying", _("I’m staying")
    GLAD = "glad", _("Glad with you")
    HOLDING = "holding", _("Holding you")


class AnswerKind(models.TextChoices):
    WORDS = "", _("Kind words")
    ME_TOO = "me-too", _("A “me too”")
    QUESTION = "question", _("A question")
    IDEA = "idea", _("An idea, or hands-on help")


class Audience(models.TextChoices):
    ONLY_ME = "only-me", _("Only me")
    CIRCLE = "circle", _("The table")


class Share(GuardedModel):
    """Something one person said. It is theirs: they can take it back at any time."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="shares")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    kind = models.CharField(max_length=16, choices=ShareKind, blank=True)
    words = SealedText(blank=True)
    need = models.CharField(max_length=16, choices=Need)
    audience = models.CharField(max_length=16, choices=Audience)
    said_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    answers_closed_at = models.DateTimeField(null=True, blank=True)
    nameless = models.BooleanField(default=False)
    """It stands here as said by someone who sat here: its writer left it so, or left long ago."""

    class Meta(GuardedModel.Meta):
        indexes = [
            models.Index(fields=["circle", "said_at"], name="shares_of_a_day"),
            models.Index(fields=["author", "said_at"], name="shares_of_a_writer"),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """One's own always; the table's from the moment one sat down (5.2), without those kept apart."""
        if viewer.pk is None:
            return Q(pk__in=())  # words whose writer was forgotten have no author either
        return Q(author=viewer.pk) | cls.said_to(viewer)

    @classmethod
    def said_to(cls, viewer: Viewer) -> Q:
        sat_there = Seat.objects.filter(
            account=viewer.pk,
            state__in=INSIDE,
            circle=OuterRef("circle"),
            arrived_at__lte=OuterRef("said_at"),
        )
        to_all = Q(audience=Audience.CIRCLE) & ~HoldingPause.hides()
        return Exists(sat_there) & to_all & Block.apart("author", viewer)

    @property
    def is_taken_back(self) -> bool:
        return self.taken_back_at is not None

    @property
    def are_answers_closed(self) -> bool:
        return self.answers_closed_at is not None


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


class Answer(GuardedModel):
    """Words under a share, by name, in the order given.

    `held`: behind a yes of whoever wrote the share; until then they stand for their own writer alone
    (I-7). `put_away_at`: the writer of the share does not want them there; only these two know.
    Where the words it stands under are erased, its writer is asked once what shall become of it
    (`asked_at`), and answers, or is silent for two weeks (`kept_at`): spec/model.md 5.7.
    """

    share = models.ForeignKey(Share, models.CASCADE, related_name="answers")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=AnswerKind, blank=True)
    words = SealedText(blank=True)
    said_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    held = models.BooleanField(default=False)
    put_away_at = models.DateTimeField(null=True, blank=True)
    nameless = models.BooleanField(default=False)
    """As for a share."""
    asked_at = models.DateTimeField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        indexes = [models.Index(fields=["author", "said_at"], name="answers_of_a_writer")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Under what one reads, while both stand. A thread under words taken back is closed (5.7)."""
        standing = Share.objects.filter(Share.visible_to(viewer), taken_back_at__isnull=True)
        read = Q(share__in=standing.values("pk")) & Q(taken_back_at__isnull=True)
        shown = Q(held=False, put_away_at__isnull=True) & ~HoldingPause.hides()
        return Q(author=viewer.pk) | read & shown & Block.apart("author", viewer)


class OfferReply(models.TextChoices):
    NONE = "", _("not answered")
    YES = "yes", _("Yes, show me")
    NOT_NOW = "not-now", _("Not now")
    NO = "no", _("No")


class Offer(GuardedModel):
    """ "May I offer an idea?": that someone has an idea, or a question, and nothing of it (I-7, AS-10).

    Only whoever wrote the share reads it; the one who offers is never told which reply was given.
    """

    share = models.ForeignKey(Share, models.CASCADE, related_name="+")
    answer = models.OneToOneField(Answer, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=AnswerKind)
    reply = models.CharField(max_length=8, choices=OfferReply, blank=True)
    offered_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        mine = Share.objects.filter(author=viewer.pk, taken_back_at__isnull=True)
        held = Answer.objects.filter(held=True, taken_back_at__isnull=True)
        held = held.exclude(HoldingPause.hides())
        to_me = Q(share__in=mine.values("pk"), answer__in=held.values("pk"))
        return to_me & Block.apart("by", viewer) if viewer.pk else Q(pk__in=())


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
