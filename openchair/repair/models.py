from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.house.models import Duty, Role
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block


class ReportState(models.TextChoices):
    KEPT = "kept", _("kept for you alone")
    WRITTEN = "written", _("on its way to be read")
    READ = "read", _("read")
    ANSWERED = "answered", _("answered")
    CLOSED = "closed", _("closed")
    SET_DOWN = "set down", _("set down")


ENDED = (ReportState.CLOSED, ReportState.SET_DOWN)


class Report(GuardedModel):
    """A letter to the independent listener, or one kept for its writer because there is none.

    Seen by its writer, and by the listener it was written to for as long as they listen. `written_as`
    and `about_name` are what the two were called on that day: the listener sits at no table with
    them, and the letter outlives an account that is forgotten (spec/model.md 5.7). `about` points at
    an account so that nobody ever reads a letter about themselves (I-19); no page tells it to anyone.
    `needed_until`: kept for someone's safety until at least this day, when the listener asks anew.
    """

    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    written_as = SealedText(blank=True)
    ear = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    about_name = SealedText(blank=True)
    state = models.CharField(max_length=8, choices=ReportState)
    written_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    needed_until = models.DateField(null=True, blank=True)
    asked_again_on = models.DateField(null=True, blank=True)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(about__isnull=True) | ~Q(about=models.F("ear")),
                name="nobody_reads_a_letter_about_themselves",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDED, ended_at__isnull=False)
                | ~Q(state__in=ENDED) & Q(ended_at__isnull=True),
                name="what_has_ended_ended_on_a_day",
            ),
        ]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        if viewer.pk is None:
            return Q(pk__in=())  # a letter whose writer was forgotten has no writer either
        return Q(writer=viewer.pk) | cls.heard_by(viewer)

    @classmethod
    def heard_by(cls, viewer: Viewer) -> Q:
        """Written to this listener, who listens still, and is not kept apart from the writer."""
        listens = Role.objects.filter(account=viewer.pk, duty=Duty.EAR).values("account")
        return Q(ear__in=listens) & Block.apart("writer", viewer)

    @property
    def is_ended(self) -> bool:
        return self.state in ENDED

    @property
    def is_needed(self) -> bool:
        return self.needed_until is not None


class Passage(GuardedModel):
    """What the writer or the listener wrote in a letter; the first one is the letter itself."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="passages")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    by_listener = models.BooleanField(default=False)
    words = SealedText()
    said_at = models.DateTimeField()

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        """One's own, and those of a letter one reads, without what someone kept apart wrote."""
        if viewer.pk is None:
            return Q(pk__in=())
        read = Report.objects.filter(Report.visible_to(viewer)).values("pk")
        return Q(author=viewer.pk) | Q(report__in=read) & Block.apart("author", viewer)
