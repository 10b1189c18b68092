"""What pages of the directory read. The first argument is always the viewer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

from openchair.kernel.guard import Viewer
from openchair.pathways import near
from openchair.pathways.asking import Question
from openchair.pathways.choosing import around
from openchair.pathways.models import Resource, Source, State, listed_for_everybody
from openchair.pathways.places import LEVELS, Place, places_in
from openchair.pathways.reading.needs import IN_ROOM, NEEDS, ONLINE, WHEELCHAIR
from openchair.pathways.week import as_seen_from

ON_ONE_PAGE = 30
IN_ORDER = (
    OrderBy((F("day") + 6) % 7, nulls_last=True),  # Monday first
    OrderBy(F("start"), nulls_last=True),
    "name",
    "pk",
)


@dataclass(frozen=True)
class Choices:
    """What a visitor can ask for: only what occurs in entries that are listed."""

    languages: tuple[str, ...]
    needs: tuple[str, ...]
    zones: tuple[str, ...]
    is_empty: bool


@dataclass(frozen=True)
class NearMiss:
    entry: Resource
    why: tuple[str, ...]


@dataclass
class Answer:
    """`zone` is by whose clock near meetings online were compared."""

    entries: list[Resource] = field(default_factory=list)
    has_more: bool = False
    near: list[NearMiss] = field(default_factory=list)
    zone: str = ""

    @property
    def by_day(self) -> list[tuple[int | None, list[Resource]]]:
        return [(day, list(rows)) for day, rows in groupby(self.entries, lambda entry: entry.day)]

    @property
    def all_entries(self) -> list[Resource]:
        return [*self.entries, *(miss.entry for miss in self.near)]


def listed(viewer: Viewer) -> QuerySet[Resource]:
    """What everybody may find; a steward's own proposals are not among it."""
    return Resource.objects.for_viewer(viewer).filter(listed_for_everybody())


def places(viewer: Viewer) -> list[Place]:
    return places_in(listed(viewer).order_by().values_list(*LEVELS).distinct())


def choices(viewer: Viewer) -> Choices:
    marks = ("languages", "needs", "online", "in_room", "wheelchair", "zone")
    rows = list(listed(viewer).order_by().values_list(*marks).distinct())
    needs = {need for row in rows for need in row[1].split()}
    own = ((ONLINE, 2, True), (IN_ROOM, 3, True), (WHEELCHAIR, 4, "yes"))
    needs |= {need for need, column, said in own if any(row[column] == said for row in rows)}
    return Choices(
        languages=tuple(sorted({code for row in rows for code in row[0].split()})),
        needs=tuple(need for need in NEEDS if need in needs),
        zones=tuple(sorted({row[5] for row in rows if row[2] and row[5]})),
        is_empty=not rows,
    )


def answer(viewer: Viewer, question: Question, known_places: list[Place], at: datetime) -> Answer:
    """The entries that fit; where none does, or where the visitor asks for it, what comes close."""
    if question.chosen.is_unknown:
        return Answer()
    fits = _fitting(viewer, question, at)
    first = (question.part - 1) * ON_ONE_PAGE
    found = list(fits.order_by(*IN_ORDER)[first : first + ON_ONE_PAGE + 1])
    answered = Answer(found[:ON_ONE_PAGE], has_more=len(found) > ON_ONE_PAGE)
    if question.near or not (found or first):
        _find_near(viewer, question, known_places, at, answered)
    return answered


def _fitting(viewer: Viewer, question: Question, at: datetime) -> QuerySet[Resource]:
    fits = listed(viewer).filter(question.chosen.condition, question.spoken, question.needed)
    if question.zone and question.has_when:
        return fits.filter(
            Q(in_room=True) & question.when | Q(pk__in=_online_at(fits, question, at))
        )
    return fits.filter(question.when)


def _online_at(fits: QuerySet[Resource], question: Question, at: datetime) -> list[UUID]:
    """Meetings online that begin in the window by the visitor's own clock."""
    rows = fits.filter(online=True).values_list("pk", "day", "start", "zone")
    return [
        pk
        for pk, day, start, zone in rows
        if day is not None
        and start is not None
        and question.holds(*as_seen_from(day, start, zone, question.zone, at))
    ]


def _find_near(
    viewer: Viewer, question: Question, known_places: list[Place], at: datetime, answered: Answer
) -> None:
    wider = around(question.chosen, known_places) if question.place else None
    rows = list(listed(viewer).filter(near.near(question, wider)).order_by().values(*near.COMPARED))
    closest = near.nearest(question, rows, at)
    entries = listed(viewer).in_bulk([pk for pk, _found in closest])
    answered.zone = question.zone or near.zone_of_the_place(question, rows)
    answered.near = [
        NearMiss(entries[pk], tuple(one.why for one in found))
        for pk, found in closest
        if pk in entries
    ]


def copied_unchecked(entries: Iterable[Resource]) -> list[tuple[Source, date]]:
    """From where and when the entries came that nobody here checked."""
    found = {
        (entry.source.name, entry.copied_on): entry.source
        for entry in entries
        if not entry.was_checked
    }
    return [(source, day) for (_name, day), source in sorted(found.items())]


@dataclass(frozen=True)
class Shelf:
    """One source as a steward sees it."""

    source: Source
    waits: bool
    is_listed: bool
    has_changes: bool


def shelves(viewer: Viewer) -> list[Shelf]:
    rows = Resource.objects.for_viewer(viewer).order_by()
    states = set(rows.values_list("source", "state").distinct())
    changed = set(rows.filter(_changes()).values_list("source", flat=True).distinct())
    return [
        Shelf(
            source,
            waits=(source.pk, State.PROPOSED) in states,
            is_listed=(source.pk, State.LISTED) in states,
            has_changes=source.pk in changed,
        )
        for source in Source.objects.for_viewer(viewer).order_by("name")
    ]


def _changes() -> Q:
    return Q(change__isnull=False, change_set_aside=False)


SHOWN = {
    "proposed": Q(state=State.PROPOSED, gone_on=None),
    "checked": Q(state=State.CHECKED, gone_on=None),
    "listed": Q(state=State.LISTED, gone_on=None),
    "withdrawn": Q(state=State.WITHDRAWN, gone_on=None),
    "changed": _changes(),
    "gone": Q(gone_on__isnull=False),
}


def on_shelf(
    viewer: Viewer, source: Source, show: str, part: int, today: date
) -> tuple[list[Resource], bool]:
    """One page of a source's entries in one state, and whether there are more."""
    condition = Q(state=State.LISTED, due_on__lte=today) if show == "due" else SHOWN[show]
    rows = Resource.objects.for_viewer(viewer).filter(condition, source=source)
    first = (part - 1) * ON_ONE_PAGE
    found = list(rows.order_by(*IN_ORDER)[first : first + ON_ONE_PAGE + 1])
    return found[:ON_ONE_PAGE], len(found) > ON_ONE_PAGE
