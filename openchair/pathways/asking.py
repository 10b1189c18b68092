"""What a visitor asks of the directory. It stands in the address and nowhere else."""

from dataclasses import dataclass, field, replace
from datetime import time
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q

from openchair.pathways.choosing import Chosen
from openchair.pathways.reading.needs import IN_ROOM, ONLINE, WHEELCHAIR
from openchair.pathways.week import DAYS, clock


@dataclass(frozen=True)
class Question:
    """Each part is empty where the visitor did not say. `starts` is included, `before` is not.

    A `before` that is not after `starts` is on the next day: from 22:00 before 02:00. `zone` is where
    the visitor is; meetings online are then asked for by the visitor's own clock.
    """

    place: str = ""
    days: tuple[int, ...] = ()
    starts: time | None = None
    before: time | None = None
    language: str = ""
    needs: tuple[str, ...] = ()
    zone: str = ""
    near: bool = False
    part: int = 1
    chosen: Chosen = field(default_factory=Chosen)

    @property
    def has_when(self) -> bool:
        return bool(self.days or self.starts or self.before)

    @property
    def over_midnight(self) -> bool:
        return bool(self.starts and self.before and self.before <= self.starts)

    @property
    def when(self) -> Q:
        """The days and the window together, by the clock of each entry's own place."""
        if not (self.over_midnight and self.days):
            return self.on_days & self.in_window
        next_days = [(day + 1) % 7 for day in self.days]
        evening = Q(day__in=self.days, start__gte=self.starts)
        return evening | Q(day__in=next_days, start__lt=self.before)

    @property
    def on_days(self) -> Q:
        return Q(day__in=self.days) if self.days else Q()

    @property
    def in_window(self) -> Q:
        after = Q(start__gte=self.starts) if self.starts else Q()
        before = Q(start__lt=self.before) if self.before else Q()
        return after | before if self.over_midnight else after & before

    def holds(self, day: int, start: time) -> bool:
        """The same as `when`, for one day and time."""
        late = self.starts is None or start >= self.starts
        early = self.before is None or start < self.before
        if not self.over_midnight:
            return self._asks_for(day) and late and early
        return (late and self._asks_for(day)) or (early and self._asks_for((day - 1) % 7))

    def _asks_for(self, day: int) -> bool:
        return not self.days or day in self.days

    @property
    def spoken(self) -> Q:
        return Q(languages__contains=f" {self.language} ") if self.language else Q()

    @property
    def needed(self) -> Q:
        wanted = Q()
        for need in self.needs:
            wanted &= has_need(need)
        return wanted

    def address(self, **changes: Any) -> str:
        """The part of the address after the question mark, with something in it changed."""
        asked = replace(self, **changes)
        said = [("place", asked.place)]
        said += [("day", DAYS[day]) for day in asked.days]
        said += [("from", clock(asked.starts) if asked.starts else "")]
        said += [("before", clock(asked.before) if asked.before else "")]
        said += [("language", asked.language)]
        said += [("need", need) for need in asked.needs]
        said += [("zone", asked.zone), ("near", "1" if asked.near else "")]
        said += [("part", str(asked.part) if asked.part > 1 else "")]
        return urlencode([(name, value) for name, value in said if value] or [("place", "")])


def has_need(need: str) -> Q:
    own = {ONLINE: Q(online=True), IN_ROOM: Q(in_room=True), WHEELCHAIR: Q(wheelchair="yes")}
    return own.get(need) or Q(needs__contains=f" {need} ")
