from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from openchair.circles.distances import distant
from openchair.circles.models import Circle, Seat
from openchair.kernel.sealed import open_all
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.sharing import policy
from openchair.sharing.models import Answer, Need, Share, Witness
from openchair.sharing.namelessness import (
    is_by_one_of,
    name_on,
    named,
    someone_who_sat_here,
)


@dataclass(frozen=True)
class Said:
    """One share as one reader sees it, with what they may do under it."""

    share: Share
    name: str
    is_mine: bool
    answers: list["Answered"] = field(default_factory=list)
    seen_by: list[str] = field(default_factory=list)
    also_seen_by: list[str] = field(default_factory=list)
    """From whom the reader keeps distance: to be read by whoever opens it."""
    is_distant: bool = False
    i_saw: bool = False
    why_not_witness: str | None = None
    why_not_answer: str | None = None

    @property
    def need(self) -> str:
        return str(Need(self.share.need).label)

    @property
    def is_mine_nameless(self) -> bool:
        return self.is_mine and self.share.nameless


@dataclass(frozen=True)
class Answered:
    answer: Answer
    name: str
    is_mine: bool
    is_distant: bool


def day_starts(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))


def said_between(
    viewer: Account, mine: Seat, start: datetime, end: datetime, names: Mapping[UUID, str]
) -> list[Said]:
    """What this reader may read of these days, newest first, with everything under it.

    The same few queries whatever lies there.
    """
    window = mine.circle.shares.filter(said_at__gte=start, said_at__lt=end)
    shares = list(window.order_by("-said_at", "pk"))
    answers = list(
        Answer.objects.for_viewer(viewer)
        .filter(share__in=[s.pk for s in shares])
        .order_by("said_at")
    )
    seen = list(
        Witness.objects.for_viewer(viewer)
        .filter(share__in=[s.pk for s in shares])
        .order_by("given_at")
    )
    open_all(*shares, *answers)
    known = _with_those_who_left(viewer, names, [*shares, *answers])
    return [
        _said(viewer, share, _of(share, answers), _of(share, seen), known, mine) for share in shares
    ]


def earlier_day(viewer: Account, circle: Circle, before: datetime, zone: str) -> date | None:
    """The last day before this one on which the reader may read something."""
    share = circle.shares.filter(said_at__lt=before).order_by("-said_at").first()
    return share.said_at.astimezone(ZoneInfo(zone)).date() if share else None


def seen_in_words(names: list[str]) -> str:
    """For the writer alone: who pressed "I see you", by name, in the order given."""
    if len(names) == 1:
        return _("%(name)s sees you.") % {"name": names[0]}
    return _("%(names)s see you.") % {"names": get_text_list(names, _("and"))}


def _of[Row: (Answer, Witness)](share: Share, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.share_id == share.pk]


def _with_those_who_left(
    viewer: Account, names: Mapping[UUID, str], rows: Iterable[Share | Answer]
) -> dict[UUID, str]:
    missing = named(rows) - names.keys()
    return {**names, **(names_of(viewer, missing) if missing else {})}


def _said(
    viewer: Account,
    share: Share,
    answers: list[Answer],
    seen: list[Witness],
    names: Mapping[UUID, str],
    seat: Seat,
) -> Said:
    mine, far = share.author_id == viewer.pk, distant(seat)
    read = [row for row in seen if mine and row.account_id in names]
    is_distant = is_by_one_of(far, share) and not share.is_taken_back
    within = far - {share.author_id} if is_distant else far  # whoever opens it has opened it
    return Said(
        share=share,
        name=_name(share, viewer, names),
        is_mine=mine,
        answers=[
            _answered(viewer, row, names, within) for row in answers if row.taken_back_at is None
        ],
        seen_by=[names[row.account_id] for row in read if row.account_id not in far],
        also_seen_by=[names[row.account_id] for row in read if row.account_id in far],
        is_distant=is_distant,
        i_saw=any(row.account_id == viewer.pk for row in seen),
        why_not_witness=policy.why_not_witness(viewer, share, seat),
        why_not_answer=policy.why_not_answer(viewer, share),
    )


def _answered(
    viewer: Account, row: Answer, names: Mapping[UUID, str], far: Container[UUID]
) -> Answered:
    mine = row.author_id == viewer.pk
    return Answered(row, _name(row, viewer, names), mine, is_by_one_of(far, row))


def _name(row: Share | Answer, viewer: Account, names: Mapping[UUID, str]) -> str:
    if row.author_id == viewer.pk:
        return _("You")
    return name_on(row, names) or someone_who_sat_here()
