"""What comes close to a question, how close, and why: said in words, never as a figure."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from openchair.pathways.asking import Question, has_need
from openchair.pathways.places import LEVELS, Place
from openchair.pathways.reading.entry import Access
from openchair.pathways.reading.needs import IN_ROOM, NEEDS, ONLINE, WHEELCHAIR
from openchair.pathways.week import WHOLE_DAY, as_seen_from, clock, day_name, minute_of

COMPARED = (
    *LEVELS,
    "pk",
    "day",
    "start",
    "online",
    "in_room",
    "languages",
    "needs",
    "wheelchair",
    "name",
    "zone",
)
MOST_SHOWN = 10
UNKNOWN_MARK, OTHER_DAY, OTHER_PLACE, UNKNOWN_LANGUAGE = 1.0, 1.5, 2.5, 3.0
NO_TIME, MOST_HOURS = 4.0, 4.0
FURTHEST = 9.0


@dataclass(frozen=True)
class Difference:
    """One way in which an entry is not what was asked for. `weight` orders the list and is not shown."""

    weight: float
    why: str


def near(question: Question, around: Place | None) -> Q:
    """Entries that differ in little: the time, the day, the place, or a mark that is missing.

    Another language never comes close; one that is not said does, at the very time that was asked.
    """
    here, when, marks = question.chosen.condition, question.when, _not_contradicted(question)
    found = here & marks
    if question.language:
        found &= question.spoken | (when & Q(languages=""))
    if question.place:
        found |= marks & question.spoken & Q(online=True)
    if around:
        found |= around.condition & marks & question.spoken & (Q() if question.language else when)
    return found


def _not_contradicted(question: Question) -> Q:
    """A mark that is missing means unknown; how people meet is always known."""
    silent = _no_known_barrier(question)
    for need in question.needs:
        silent &= has_need(need) if need in (ONLINE, IN_ROOM) else Q()
    return silent


def _no_known_barrier(question: Question) -> Q:
    return ~Q(wheelchair=Access.NO.value) if WHEELCHAIR in question.needs else Q()


def nearest(
    question: Question, rows: list[dict[str, Any]], at: datetime
) -> list[tuple[Any, list[Difference]]]:
    """The rows that differ least, with their differences; those that differ in nothing are left out."""
    here = question.zone or zone_of_the_place(question, rows)
    compared = [(row, differences(question, row, here, at)) for row in rows]
    close = [(row, found) for row, found in compared if found and _weight(found) <= FURTHEST]
    close.sort(
        key=lambda one: (_weight(one[1]), _place_in_week(one[0]), one[0]["name"], str(one[0]["pk"]))
    )
    return [(row["pk"], found) for row, found in close[:MOST_SHOWN]]


def zone_of_the_place(question: Question, rows: list[dict[str, Any]]) -> str:
    """Who names a place lives by its clock, also when they join from home."""
    zones = Counter(
        row["zone"]
        for row in rows
        if question.place and row["in_room"] and row["zone"] and question.chosen.holds(row)
    )
    return zones.most_common(1)[0][0] if zones else ""


def _weight(found: list[Difference]) -> float:
    return sum(one.weight for one in found)


def _place_in_week(row: dict[str, Any]) -> tuple[int, time]:
    return (7, time()) if row["day"] is None else ((row["day"] - 1) % 7, row["start"])


def differences(
    question: Question, row: dict[str, Any], here: str, at: datetime
) -> list[Difference]:
    day, start = row["day"], row["start"]
    if here and day is not None and row["online"] and not row["in_room"]:
        day, start = as_seen_from(day, start, row["zone"], here, at)
    when = _of_time(question, day, start)
    where = _of_place(question, row)
    if when and where and (row["online"] or not question.language):
        # Elsewhere at another time is not near, but for a language that is hard to find.
        return [Difference(FURTHEST + 1, "")]
    return [*when, *where, *_of_marks(question, row)]


def _of_time(question: Question, day: int | None, start: time) -> list[Difference]:
    if not question.has_when:
        return []
    if day is None:
        return [Difference(NO_TIME, _("It has no fixed time. Ask the group when they meet."))]
    if question.holds(day, start):
        return []
    return [*_of_day(question, day), *_of_clock(question, start)] or [
        Difference(OTHER_DAY, _on_day(day))
    ]


def _of_day(question: Question, day: int) -> list[Difference]:
    if not question.days or day in question.days:
        return []
    apart = min(min((day - one) % 7, (one - day) % 7) for one in question.days)
    return [Difference(OTHER_DAY + apart / 10, _on_day(day))]


def _on_day(day: int) -> str:
    return _("It is on %(day)s.") % {"day": day_name(day)}


def _of_clock(question: Question, start: time) -> list[Difference]:
    hours = _hours_outside(question, start)
    if hours is None:
        return []
    at = {"time": clock(start)}
    if question.starts and start < question.starts:
        return [Difference(0.5 + hours, _("It starts at %(time)s, earlier than you asked.") % at)]
    return [Difference(0.5 + hours, _("It starts at %(time)s, later than you asked.") % at)]


def _hours_outside(question: Question, start: time) -> float | None:
    """How far a start lies outside the window, or None within it."""
    minute = minute_of(start)
    after = minute_of(question.starts) if question.starts else 0
    before = minute_of(question.before) if question.before else WHOLE_DAY
    inside = (
        minute >= after or minute < before if question.over_midnight else after <= minute < before
    )
    if inside:
        return None
    hours = min((after - minute) % WHOLE_DAY, (minute - before) % WHOLE_DAY) / 60
    return min(hours, MOST_HOURS)


def _of_place(question: Question, row: dict[str, Any]) -> list[Difference]:
    if question.chosen.holds(row):
        return []
    if row["online"]:
        return [
            Difference(
                OTHER_PLACE, _("You can join it online or by telephone, from where you are.")
            )
        ]
    where = next(
        (row[level] for level in ("section", "town", "county", "region") if row[level]), ""
    )
    why = _("It is in %(place)s.") if where else _("It does not say where it is.")
    return [Difference(OTHER_PLACE, why % {"place": where})]


def _of_marks(question: Question, row: dict[str, Any]) -> list[Difference]:
    missing = [need for need in question.needs if not _has(need, row) and _matters(need, row)]
    found = [Difference(UNKNOWN_MARK, _unsaid(need)) for need in missing]
    if question.language and f" {question.language} " not in row["languages"]:
        found.append(Difference(UNKNOWN_LANGUAGE, _("It does not say which language is spoken.")))
    return found


def _has(need: str, row: dict[str, Any]) -> bool:
    own = {
        ONLINE: row["online"],
        IN_ROOM: row["in_room"],
        WHEELCHAIR: row["wheelchair"] == Access.YES.value,
    }
    return bool(own[need]) if need in own else f" {need} " in row["needs"]


def _matters(need: str, row: dict[str, Any]) -> bool:
    """Who joins from home needs no way in."""
    return need != WHEELCHAIR or bool(row["in_room"])


def _unsaid(need: str) -> str:
    if need == WHEELCHAIR:
        return _("It does not say whether a wheelchair can get in. Ask before you go.")
    return _("It does not say: %(need)s. That may only mean that nobody wrote it down.") % {
        "need": str(NEEDS[need])
    }
