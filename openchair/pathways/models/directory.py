from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from openchair.house.models import Duty, Role
from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel
from openchair.pathways.reading.entry import Access, Entry, Kind

LINE_DAYS, OTHER_DAYS = 90, 180
STALE_AFTER = timedelta(days=30)


def is_steward(viewer: Viewer) -> Q:
    return Q(Exists(Role.objects.filter(account=viewer.pk, duty=Duty.STEWARD)))


class What(models.TextChoices):
    MEETING = "meeting", _("a group that meets")
    LINE = "line", _("a crisis line")


class State(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    CHECKED = "checked", _("checked")
    LISTED = "listed", _("listed")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Stage(StrEnum):
    """The states of spec/model.md, Resource. *Due* and *stale* follow from the date alone."""

    PROPOSED = "proposed"
    CHECKED = "checked"
    LISTED = "listed"
    DUE = "due"
    STALE = "stale"
    WITHDRAWN = "withdrawn"


class Source(GuardedModel):
    """A public directory someone else keeps, and the day we last copied from it.

    `marks` says what its codes mean: {code: {language: [name, description]}}. `copied_from` is the
    digest of what was read last: the same file read again is no newer copy.
    """

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in Kind])
    zone = models.CharField(max_length=64, blank=True)
    origin = models.CharField(max_length=500, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    copied_on = models.DateField()
    copied_from = models.CharField(max_length=64, blank=True)
    listed_on = models.DateField(null=True)
    marks = models.JSONField(default=dict)

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        listed = Resource.objects.filter(listed_for_everybody()).values("source_id")
        return Q(pk__in=listed) | is_steward(viewer)

    def __str__(self) -> str:
        return self.name


def listed_for_everybody() -> Q:
    """What a source no longer has stays listed only where a human had checked it."""
    return Q(state=State.LISTED) & (Q(gone_on=None) | Q(checked_on__isnull=False))


class Resource(GuardedModel):
    """Somewhere to go outside this house: published facts, open to everybody once listed.

    The facts are public material and lie unsealed, so that they can be searched. `day` counts from
    Sunday = 0, `start` is local to `zone`; without them a group meets by arrangement. `languages`
    and `needs` are words with a space on both sides (" es uk "). `checked_on` is set where a human
    of this house looked; a listed entry without it was listed with its whole source. `change` is
    what the source says now about an entry that was checked: it waits for a steward's yes, or was
    set aside by one. spec/model.md, Resource.
    """

    source = models.ForeignKey(Source, models.CASCADE, related_name="+")
    identity = models.CharField(max_length=300)
    what = models.CharField(max_length=8, choices=What, default=What.MEETING)
    state = models.CharField(max_length=16, choices=State, default=State.PROPOSED)

    name = models.CharField(max_length=255)
    group = models.TextField(blank=True)
    day = models.PositiveSmallIntegerField(null=True)
    start = models.TimeField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    zone = models.CharField(max_length=64, blank=True)
    neighbourhood = models.CharField(max_length=255, blank=True)
    section = models.CharField(max_length=255, blank=True)
    town = models.CharField(max_length=255, blank=True)
    county = models.CharField(max_length=255, blank=True)
    region = models.CharField(max_length=255, blank=True)
    nation = models.CharField(max_length=255, blank=True)
    venue = models.TextField(blank=True)
    street = models.TextField(blank=True)
    postcode = models.TextField(blank=True)
    directions = models.TextField(blank=True)
    in_room = models.BooleanField(default=True)
    online = models.BooleanField(default=False)
    link = models.TextField(blank=True)
    link_notes = models.TextField(blank=True)
    phone = models.TextField(blank=True)
    phone_notes = models.TextField(blank=True)
    page = models.TextField(blank=True)
    languages = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    marks = models.JSONField(default=list)
    wheelchair = models.CharField(
        max_length=8,
        choices=[(access.value, access.value) for access in Access],
        default=Access.UNKNOWN.value,
    )
    notes = models.TextField(blank=True)
    source_date = models.DateField(null=True)

    copied_on = models.DateField()
    gone_on = models.DateField(null=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    checked_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    change = models.JSONField(null=True)
    change_set_aside = models.BooleanField(default=False)

    class Meta(GuardedModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "identity"], name="one_entry_of_each_identity"
            ),
            models.CheckConstraint(
                condition=Q(day=None, start=None) | Q(day__lte=6, start__isnull=False),
                name="a_day_comes_with_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.LISTED) | Q(due_on__isnull=False),
                name="what_is_listed_falls_due",
            ),
        ]
        indexes = [models.Index(fields=["state", "day", "start"], name="listed_by_day_and_time")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        mine = Q(checked_by=viewer.pk) if viewer.pk else Q(pk__in=())
        return listed_for_everybody() | mine | is_steward(viewer)

    def __str__(self) -> str:
        return self.name

    @property
    def change_waits(self) -> bool:
        return self.change is not None and not self.change_set_aside

    @property
    def is_listed(self) -> bool:
        return self.state == State.LISTED

    @property
    def was_checked(self) -> bool:
        return self.checked_on is not None

    def stage(self, today: date) -> Stage:
        """The state as a person would say it today."""
        if self.state != State.LISTED or self.due_on is None or today < self.due_on:
            return Stage(self.state)
        return Stage.STALE if today >= self.due_on + STALE_AFTER else Stage.DUE

    def may_be_out_of_date(self, today: date) -> bool:
        past_due = self.due_on is not None and today >= self.due_on
        return past_due or self.gone_on is not None

    def is_stale(self, today: date) -> bool:
        return self.stage(today) == Stage.STALE or self.gone_on is not None

    def facts(self) -> dict[str, Any]:
        """What the source says, as it can be compared and kept."""
        return {name: getattr(self, name) for name in FACTS}


FACTS = (
    "name", "group", "day", "start", "minutes", "zone", "neighbourhood", "section", "town", "county",
    "region", "nation", "venue", "street", "postcode", "directions", "in_room", "online", "link",
    "link_notes", "phone", "phone_notes", "page", "languages", "needs", "marks", "wheelchair", "notes",
    "source_date",
)  # fmt: skip


def facts_of(entry: Entry) -> dict[str, Any]:
    """The facts of an entry as they lie in the database."""
    said = {name: getattr(entry, name) for name in FACTS}
    return said | {
        "languages": spaced(entry.languages),
        "needs": spaced(entry.needs),
        "marks": list(entry.marks),
        "wheelchair": entry.wheelchair.value,
    }


def spaced(words: Iterable[str]) -> str:
    kept = list(words)
    return f" {' '.join(kept)} " if kept else ""


def due_after(what: str, day: date) -> date:
    """When someone should look again: crisis lines after 90 days, all else after 180."""
    return day + timedelta(days=LINE_DAYS if what == What.LINE else OTHER_DAYS)


def read_change(change: dict[str, Any]) -> dict[str, Any]:
    """The facts as they were before they were written down as JSON."""
    fields = {field.name: field for field in Resource._meta.concrete_fields}
    return {name: fields[name].to_python(change[name]) for name in FACTS}
