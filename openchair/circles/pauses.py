"""A pause as those read it whom it concerns: why, and until when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import pgettext

from openchair.circles.models import HoldingPause, Seat, SeatState
from openchair.kernel.guard import Viewer


@dataclass(frozen=True)
class Paused:
    until: str
    reasons: list[str]
    hidden: set[UUID | None]
    """What of the reader's own words nobody else reads just now, by its id."""


def paused(viewer: Viewer, mine: Seat, *, at: datetime) -> Paused | None:
    """Why the reader says nothing here just now."""
    if mine.state != SeatState.PAUSED:
        return None
    rows = _on(viewer, at).filter(account=viewer.pk, circle=mine.circle_id)
    found = list(rows)
    return Paused(
        until=until_in_words(found[0]) if found else "",
        reasons=list(dict.fromkeys(row.reason for row in found if row.reason)),
        hidden={row.words for row in found},
    )


def pauses_to_look_at(viewer: Viewer, *, at: datetime) -> list[HoldingPause]:
    """For a listener: the first of each person's that are on, but their own. Undoing one undoes all."""
    first: dict[tuple[UUID, UUID], HoldingPause] = {}
    for row in _on(viewer, at).exclude(account=viewer.pk):
        first.setdefault((row.circle_id, row.account_id), row)
    return list(first.values())


def _on(viewer: Viewer, at: datetime) -> QuerySet[HoldingPause]:
    rows = HoldingPause.objects.for_viewer(viewer).filter(ends_at__gt=at, undone_at=None)
    return rows.order_by("began_at", "pk")


def until_in_words(pause: HoldingPause) -> str:
    """An appointment with the reader, so with its hour: "Wednesday, 14:00"."""
    return date_format(timezone.localtime(pause.ends_at), pgettext("date pattern", "l, H:i"))
