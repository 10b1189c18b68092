from datetime import time

from django.db import models
from django.db.models import Q


class HouseState(models.TextChoices):
    """spec/model.md, House."""

    SETTING_UP = "setting up"
    OPEN = "open"
    READ_ONLY = "read-only"
    CLOSED = "closed"


class House(models.Model):
    """The installation. One row; everything in it is meant for whoever opens the front page."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    state = models.CharField(max_length=12, choices=HouseState, default=HouseState.SETTING_UP)
    name = models.CharField(max_length=80)
    neutral_name = models.CharField(max_length=40)
    country = models.CharField(max_length=2)
    emergency_number = models.CharField(max_length=20)
    languages = models.CharField(max_length=200, blank=True)
    zone = models.CharField(max_length=64, default="UTC")
    night_from = models.TimeField(default=time(21))
    night_until = models.TimeField(default=time(8))
    greeting = models.TextField(blank=True)
    greeter = models.CharField(max_length=80, blank=True)
    listener = models.CharField(max_length=80, blank=True)
    no_independent_person = models.BooleanField(default=False)
    looked_after_by = models.CharField(max_length=80, blank=True)
    rules = models.TextField(blank=True)
    run_by = models.TextField(blank=True)
    stands_where = models.TextField(blank=True)
    steward_reads = models.TextField(blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="there_is_one_house")]

    @property
    def has_independent_listener(self) -> bool:
        return bool(self.listener)

    @property
    def is_setting_up(self) -> bool:
        return self.state == HouseState.SETTING_UP

    @property
    def spoken(self) -> list[str]:
        """The codes of the languages this house offers."""
        return self.languages.split()


class SetUpAddress(models.Model):
    """A one-time address that the terminal printed. What lies here finds it and does not open it."""

    hash = models.CharField(max_length=64, primary_key=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)


class StepDone(models.Model):
    """The day a step of the set-up was last done."""

    step = models.CharField(max_length=12, primary_key=True)
    done_on = models.DateField()
