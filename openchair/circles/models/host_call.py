from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from openchair.house.models import Duty, Role
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.kernel.sealed import SealedText
from openchair.people.models import Block


class CallKind(models.TextChoices):
    PUT_DOWN = "put down", _("someone put down looking after a table")
    UNKEPT = "unkept", _("a table needs someone to look after it")
    NAMING = "naming", _("someone would be helped by a talk")


class HostCall(GuardedModel):
    """A human is asked to talk with someone. Hosts read it; it names no table and nobody else."""

    kind = models.CharField(max_length=12, choices=CallKind)
    about = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = SealedText()
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        greets = Exists(Role.objects.filter(account=viewer.pk, duty=Duty.HOST))
        return Q(greets) & Block.apart("about", viewer) & ~Q(about=viewer.pk)
