import uuid
from datetime import date, timedelta

from django.db import models

HELP_LINE_CHECK_DAYS = 90


class HelpLine(models.Model):
    """People outside whose work is to answer. Public, entered and checked by a steward (I-29).

    `provider` is the address of their own page, for a human to open: it is never fetched. A line that
    nobody has compared with that page (`checked_on` is empty) is shown to stewards only.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    what = models.TextField()
    call = models.CharField(max_length=40, blank=True)
    text = models.CharField(max_length=40, blank=True)
    deaf = models.CharField(max_length=120, blank=True)
    hours = models.CharField(max_length=120)
    provider = models.CharField(max_length=200, blank=True)
    may_send_help = models.BooleanField(default=False)
    emergency = models.BooleanField(default=False)
    checked_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-emergency", "position", "name"]

    def is_stale(self, today: date) -> bool:
        if self.checked_on is None:
            return True
        return today > self.checked_on + timedelta(days=HELP_LINE_CHECK_DAYS)
