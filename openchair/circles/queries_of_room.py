"""Who is named, what was answered, and which letters are out, each as one reader sees it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from openchair.circles.models import (
    WAITING,
    Circle,
    Invitation,
    InvitationState,
    Naming,
    NamingAnswer,
    NamingState,
    OpenChair,
    StandingAnswer,
)
from openchair.kernel.guard import Viewer
from openchair.people.queries import names_of

MONTH = timedelta(days=30)
NOT_NOW = (InvitationState.DECLINED, *WAITING)
"""Of a letter whose time is over: also one that nobody answered. Its writer reads the same."""


@dataclass(frozen=True)
class Asked:
    """Someone another person named, and whether the reader has answered."""

    naming: Naming
    by: str
    is_answered: bool


@dataclass(frozen=True)
class Room:
    """What there is to read where room is made. `named` and `letters` are the reader's own."""

    chairs: list[OpenChair]
    asked: list[Asked]
    named: list[Naming]
    letters: list[Invitation]


def room_at(viewer: Viewer, circle: Circle, *, at: datetime) -> Room:
    chairs = OpenChair.objects.for_viewer(viewer).filter(circle=circle.pk)
    mine = Naming.objects.for_viewer(viewer).filter(circle=circle.pk, by=viewer.pk)
    lately = mine.filter(state=NamingState.NOT_NOW, settled_at__gt=at - MONTH)
    named = mine.filter(state=NamingState.ASKING) | lately
    letters = Invitation.objects.for_viewer(viewer).filter(circle=circle.pk, inviter=viewer.pk)
    out = letters.filter(state__in=NOT_NOW, lapses_at__gt=at - MONTH)
    return Room(
        chairs=list(chairs.order_by("set_out_at")),
        asked=asked_at(viewer, [circle.pk]),
        named=list(named.order_by("asked_at")),
        letters=list(out.order_by("written_at")),
    )


def asked_at(viewer: Viewer, circles: Iterable[UUID]) -> list[Asked]:
    """Whom others named at these tables, while it is asked."""
    rows = Naming.objects.for_viewer(viewer).filter(circle__in=circles, state=NamingState.ASKING)
    namings = list(rows.exclude(by=viewer.pk).order_by("asked_at"))
    names = names_of(viewer, (naming.by_id for naming in namings))
    said = answers_of(viewer, namings)
    return [
        Asked(naming, names[naming.by_id], naming.pk in said)
        for naming in namings
        if naming.by_id in names
    ]


def answers_of(viewer: Viewer, namings: Iterable[Naming]) -> dict[UUID, NamingAnswer]:
    """The reader's own answers: nobody reads another's."""
    rows = NamingAnswer.objects.for_viewer(viewer).filter(account=viewer.pk)
    return {row.naming_id: row for row in rows.filter(naming__in=list(namings))}


def left_ahead(viewer: Viewer, circle_id: UUID) -> StandingAnswer | None:
    """What the reader left to be said for them at this table."""
    rows = StandingAnswer.objects.for_viewer(viewer)
    return rows.filter(account=viewer.pk, circle=circle_id).first()


def letter_of(viewer: Viewer, naming: Naming) -> Invitation | None:
    """The letter that waits for the outcome; its writer's alone."""
    return Invitation.objects.for_viewer(viewer).filter(naming=naming.pk).first()
