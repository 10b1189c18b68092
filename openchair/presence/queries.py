"""Reads for pages: one call as its asker or someone asked sees it, and whose number one may ring."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery, UUIDField
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from openchair.circles.models import INSIDE, Circle, Distance, Seat
from openchair.circles.places import Place
from openchair.circles.queries import company
from openchair.kernel.guard import Viewer
from openchair.people.models import Account, Person
from openchair.people.queries import hours_of, names_of
from openchair.presence.asking import ONE_BY_ONE
from openchair.presence.hours import is_night_for, on_the_clock_of, rings_now
from openchair.presence.models import (
    Asked,
    Call,
    Lamp,
    Readiness,
    RingLine,
    RingShown,
    Worry,
)


@dataclass(frozen=True)
class Company:
    """A call as one reader sees it. `asked` are all names for the asker, and nobody's for others."""

    call: Call
    asker: str
    is_mine: bool
    mine: Asked | None
    asked: list[str]
    here: list[str]
    """Those who came and are here still, but for the reader; for others, with the asker."""
    has_waited: bool
    night: bool

    @property
    def i_am_here(self) -> bool:
        return self.mine is not None and self.mine.is_here

    @property
    def places(self) -> list[Place]:
        """The drawing: the reader, where they are here, and everyone who is."""
        me = [Place("seat", _("You"))] if self.is_mine or self.i_am_here else []
        return [*me, *(Place("seat", name) for name in self.here)]


def the_company(viewer: Account, call: Call, *, at: datetime) -> Company:
    rows = list(Asked.objects.for_viewer(viewer).filter(call=call.pk).order_by("asked_at", "pk"))
    names = names_of(viewer, [call.by_id, *(row.account_id for row in rows)])
    others = [row for row in rows if row.account_id != viewer.pk and row.account_id in names]
    is_mine = call.by_id == viewer.pk
    asker = "" if is_mine else names.get(call.by_id, "")
    came = sorted((row for row in others if row.is_here), key=lambda row: str(row.came_at))
    here = [names[row.account_id] for row in came]
    return Company(
        call=call,
        asker=asker,
        is_mine=is_mine,
        mine=next((row for row in rows if row.account_id == viewer.pk), None),
        asked=_in_order(names[row.account_id] for row in others) if is_mine else [],
        here=[asker, *here] if asker else here,
        has_waited=at - call.asked_at >= ONE_BY_ONE,
        night=is_night_for(hours_of(viewer), at),
    )


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=str.casefold)


def asked_in_words(names: list[str]) -> str:
    if len(names) == 1:
        return _("%(name)s has been asked.") % {"name": names[0]}
    return _("%(names)s have been asked.") % {"names": get_text_list(names, _("and"))}


def here_in_words(names: list[str]) -> str:
    if len(names) == 1:
        return _("%(name)s is here.") % {"name": names[0]}
    return _("%(names)s are here.") % {"names": get_text_list(names, _("and"))}


def said_yes_in_words(names: list[str]) -> str:
    """Before anybody was asked: whoever wished to be named, or that there may be others."""
    if not names:
        return _("Those who said that they may be asked at this hour hear of it at once.")
    if len(names) == 1:
        return _("%(name)s said yes to being asked.") % {"name": names[0]}
    return _("%(names)s said yes to being asked.") % {"names": get_text_list(names, _("and"))}


def leave_word_in_words(names: list[str], night: bool) -> str:
    said = (
        _("You can leave word here for %(names)s, who may not see it before morning.")
        if night
        else _("You can leave word here for %(names)s, who may not see it at once.")
    )
    return said % {"names": get_text_list(names, _("and"))}


def still_called(viewer: Account, call_id: UUID) -> Call | None:
    """An open call that waits for this person: they were asked, and said neither yes nor not now."""
    mine = Asked.objects.for_viewer(viewer).filter(account=viewer.pk, came_at=None, passed_at=None)
    calls = Call.objects.for_viewer(viewer).filter(pk=call_id, ended_at=None)
    return calls.filter(pk__in=mine.values("call")).first()


@dataclass(frozen=True)
class OpenCall:
    """For Today. `is_my_yes`: the reader asked, or is there; all others wait for an answer of theirs."""

    call: Call
    sentence: str
    is_my_yes: bool


def open_calls(viewer: Account) -> list[OpenCall]:
    """One's own, and those that one was asked in and did not say "not now" to."""
    calls = list(Call.objects.for_viewer(viewer).filter(ended_at=None).order_by("asked_at"))
    if not calls:
        return []
    rows = Asked.objects.for_viewer(viewer).filter(account=viewer.pk, call__in=calls)
    mine = {row.call_id: row for row in rows}
    names = names_of(viewer, (one.by_id for one in calls))
    return [
        _open_call(viewer, one, mine.get(one.pk), names.get(one.by_id, ""))
        for one in calls
        if one.pk not in mine or mine[one.pk].passed_at is None
    ]


def _open_call(viewer: Account, call: Call, mine: Asked | None, name: str) -> OpenCall:
    if call.by_id == viewer.pk:
        return OpenCall(call, _("You asked for company."), is_my_yes=True)
    return OpenCall(call, _would_like(name), is_my_yes=mine is not None and mine.is_here)


def _would_like(name: str) -> str:
    return _("%(name)s would like company now.") % {"name": name}


def call_at(viewer: Account, circle_id: UUID) -> Call | None:
    """The reader's own open call at this table."""
    calls = Call.objects.for_viewer(viewer).filter(by=viewer.pk, circle=circle_id)
    return calls.filter(ended_at=None).first()


@dataclass(frozen=True)
class AtTheTable:
    """What a table's page needs of company, and of who is worried."""

    own_call: UUID | None
    lamp: bool
    worry: UUID | None
    """Who is worried about the reader, and waits for an answer; whoever they keep distance from, last."""
    worry_by: UUID | None


NO_COMPANY = AtTheTable(own_call=None, lamp=False, worry=None, worry_by=None)


def company_at(viewer: Account, circle_id: UUID) -> AtTheTable:
    """In one read."""
    of_it = {"circle": OuterRef("pk")}
    calls = Call.objects.for_viewer(viewer).filter(by=viewer.pk, ended_at=None, **of_it)
    lamps = Lamp.objects.for_viewer(viewer).exclude(by=viewer.pk).filter(**of_it)
    waiting = Worry.objects.for_viewer(viewer).filter(of=viewer.pk, reply="", **of_it)
    far = Distance.objects.for_viewer(viewer).filter(circle=circle_id, of=OuterRef("by"))
    waiting = waiting.order_by(Exists(far), "worried_at", "pk")
    here = Circle.objects.for_viewer(viewer).filter(pk=circle_id)
    found = here.annotate(
        own=Subquery(calls.values("pk")[:1]),
        lamp=Exists(lamps),
        worry=Subquery(waiting.values("pk")[:1]),
        worry_by=Subquery(waiting.values("by")[:1], output_field=UUIDField()),
    )
    return AtTheTable(*found.values_list("own", "lamp", "worry", "worry_by").get())


def where_one_may_ask(viewer: Viewer) -> list[Circle]:
    """The reader's tables at which company can be asked for, in the order they came to them."""
    if viewer.pk is None:
        return []
    seats = Seat.objects.for_viewer(viewer).filter(account=viewer.pk, state__in=INSIDE)
    return [seat.circle for seat in seats.order_by("arrived_at") if not seat.circle.is_closed]


def has_left_lamp(viewer: Account, call: Call) -> bool:
    """Whether the asker left one on at this table, tonight."""
    lamps = Lamp.objects.for_viewer(viewer).filter(by=viewer.pk, circle=call.circle_id)
    return lamps.filter(left_at__gte=call.asked_at).exists()


@dataclass(frozen=True)
class Ringing:
    """Whom the reader may ring, at which number, and in which hours of the reader's own clock."""

    name: str
    number: str
    now: bool
    hours_from: time
    hours_until: time


def whom_to_ring(viewer: Account, circle_id: UUID, zone: str, *, at: datetime) -> list[Ringing]:
    """Of those who sit at this table; whoever may be rung now comes first."""
    here = Seat.objects.for_viewer(viewer).filter(circle=circle_id, state__in=INSIDE)
    lines = RingLine.objects.for_viewer(viewer).exclude(account=viewer.pk)
    shown = {one.account_id: one for one in lines.filter(account__in=here.values("account"))}
    found = Person.objects.for_viewer(viewer).filter(account__in=list(shown)) if shown else ()
    zones = {one.pk: one.zone for one in found}
    names = names_of(viewer, zones) if zones else {}
    rows = [_ringing(shown[one], name, zones[one], zone, at) for one, name in names.items()]
    return sorted(rows, key=lambda row: not row.now)


def _ringing(line: RingLine, name: str, zone: str, readers: str, at: datetime) -> Ringing:
    return Ringing(
        name=name,
        number=line.number,
        now=rings_now(line, zone, at),
        hours_from=on_the_clock_of(readers, line.hours_from, zone, at),
        hours_until=on_the_clock_of(readers, line.hours_until, zone, at),
    )


@dataclass(frozen=True)
class Own:
    """What the reader said about being asked."""

    row: Readiness
    wakes: bool
    line: RingLine | None
    shown_to: set[UUID]
    people: dict[UUID, str]


def own(viewer: Account, *, at: datetime) -> Own:
    row = Readiness.objects.for_viewer(viewer).filter(account=viewer.pk).first()
    shown = RingShown.objects.for_viewer(viewer).values_list("to", flat=True)
    return Own(
        row=row or Readiness(),
        wakes=bool(row and row.wake_until and at < row.wake_until),
        line=RingLine.objects.for_viewer(viewer).filter(account=viewer.pk).first(),
        shown_to=set(shown),
        people=_by_name(company(viewer).items()),
    )


def _by_name(people: Iterable[tuple[UUID, str]]) -> dict[UUID, str]:
    return dict(sorted(people, key=lambda one: one[1].casefold()))
