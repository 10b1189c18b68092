from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from openchair.circles.models import HoldingPause
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block
from openchair.sharing.models.choices import AnswerKind
from openchair.sharing.models.words import Hidden, Reader, Share


class Answer(GuardedModel):
    """Words under a share, by name, in the order given.

    `held`: behind a yes of whoever wrote the share; until then they stand for their own writer alone
    (I-7). `put_away_at`: the writer of the share does not want them there; only these two know.
    `carried_at`: the words were let go further after this was said under them, and whoever wrote this
    said yes to going along (I-4). Until then it stays with those who could read it when it was said.
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
    carried_at = models.DateTimeField(null=True, blank=True)
    nameless = models.BooleanField(default=False)
    """As for a share."""
    asked_at = models.DateTimeField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)
    is_closed_for_me = False
    """As for a share."""

    class Meta(GuardedModel.Meta):
        indexes = [models.Index(fields=["author", "said_at"], name="answers_of_a_writer")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """Under what one reads, while both stand. A thread under words taken back is closed (5.7)."""
        standing = Share.objects.filter(Share.visible_to(viewer), taken_back_at__isnull=True)
        read = Q(share__in=standing.values("pk")) & Q(taken_back_at__isnull=True)
        shown = Q(held=False, put_away_at__isnull=True)
        shown = shown & ~HoldingPause.hides() & ~Hidden.over_answers()
        kept = Block.apart("author", viewer) & cls.said_before(viewer)
        return Q(author=viewer.pk) | read & shown & kept

    @classmethod
    def said_before(cls, viewer: Viewer) -> Q:
        """Said when this person could read what it stands under; or let come along since (I-4)."""
        not_since = Q(widened_at__isnull=True) | Q(widened_at__lte=OuterRef("said_at"))
        carried = Q(widened_at__lte=OuterRef("carried_at"))
        under = Share.objects.filter(
            Q(author=viewer.pk) | not_since | carried, pk=OuterRef("share")
        )
        then = Q(since__lte=OuterRef("said_at")) | Q(since__lte=OuterRef("carried_at"))
        could = Reader.objects.filter(then, share=OuterRef("share"), account=viewer.pk)
        return Q(Exists(under)) | Q(Exists(could))


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
    def of_each_share(cls, viewer: Viewer) -> dict[str, Exists]:
        """For words that this viewer reads: whether something is offered under them, for them to open."""
        return {"has_offers": Exists(cls.objects.for_viewer(viewer).filter(share=OuterRef("pk")))}

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        mine = Share.objects.filter(author=viewer.pk, taken_back_at__isnull=True)
        held = Answer.objects.filter(held=True, taken_back_at__isnull=True)
        held = held.exclude(HoldingPause.hides())
        to_me = Q(share__in=mine.values("pk"), answer__in=held.values("pk"))
        return to_me & Block.apart("by", viewer)
