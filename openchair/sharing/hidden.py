"""What is hidden, as each may know of it: its writer, whoever hid it, a listener, and all others there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from openchair.circles.models import Seat
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.sharing.models import Answer, Hidden, Share
from openchair.sharing.namelessness import name_on, named, someone_who_sat_here
from openchair.sharing.queries import Said


def hidden_to_look_at(viewer: Account) -> list[Hidden]:
    """For a listener: what was hidden at any table, but what they wrote or hid themselves."""
    rows = Hidden.objects.for_viewer(viewer).exclude(account=viewer.pk).exclude(by=viewer.pk)
    return list(rows.order_by("hidden_at", "pk"))


@dataclass(frozen=True)
class OfMine:
    """Words of the reader's own that the others do not read: who hid them, and what they say to it."""

    who: str
    note: str


@dataclass(frozen=True)
class Place:
    """Where words stood. `to_undo`: for whoever hid them."""

    row: Hidden
    to_undo: bool


@dataclass(frozen=True)
class HiddenHere:
    """What is hidden of the days of one page, as one reader may know it."""

    mine: dict[UUID, OfMine] = field(default_factory=dict)
    """By the id of the words."""
    places: list[Place] = field(default_factory=list)
    answers: dict[UUID, list[Hidden]] = field(default_factory=dict)
    """By share: answers that the reader hid there."""


def hidden_here(
    viewer: Account,
    seat: Seat,
    start: datetime,
    end: datetime,
    *,
    said: Sequence[Said],
    names: Mapping[UUID, str],
) -> HiddenHere:
    """`said`: what stands there. Where none of it knows of anything hidden, nothing is asked."""
    if said and not any(one.share.are_words_hidden for one in said):
        return HiddenHere()
    window = {"circle": seat.circle_id, "said_at__gte": start, "said_at__lt": end}
    rows = list(
        Hidden.objects.for_viewer(viewer).filter(**window).order_by("-said_at", "hidden_at")
    )
    mine = [row for row in rows if row.account_id == viewer.pk]
    others = [row for row in rows if row.account_id != viewer.pk]
    answers: dict[UUID, list[Hidden]] = {}
    for row in others:
        if row.answer and row.by_id == viewer.pk:
            answers.setdefault(row.share_id, []).append(row)
    places = [Place(row, row.by_id == viewer.pk) for row in others if row.answer is None]
    return HiddenHere(_of_mine(viewer, mine, names), places, answers)


def _of_mine(viewer: Account, rows: list[Hidden], names: Mapping[UUID, str]) -> dict[UUID, OfMine]:
    missing = {row.by_id for row in rows if row.by_id} - names.keys()
    known = {**names, **(names_of(viewer, missing) if missing else {})}
    someone = _("Someone who looks after this table")
    return {
        row.answer or row.share_id: OfMine(
            known.get(row.by_id, someone) if row.by_id else someone, row.get_note_display()
        )
        for row in rows
    }


def in_their_place(said: Iterable[Said], places: Iterable[Place]) -> list[Said | Place]:
    """Newest first, as the days are."""
    return sorted([*said, *places], key=_said_at, reverse=True)


def _said_at(one: Said | Place) -> datetime:
    return one.row.said_at if isinstance(one, Place) else one.share.said_at


@dataclass(frozen=True)
class OthersWords:
    """To choose from: the share, or an answer under it. What waits behind a line shows that line."""

    id: UUID
    name: str
    shown: str


def others_words(viewer: Account, share: Share) -> list[OthersWords]:
    """What others said there that the reader reads, in its order."""
    answers = Answer.objects.for_viewer(viewer).filter(share=share.pk).order_by("said_at")
    said: list[Share | Answer] = [share, *answers]
    theirs = [row for row in said if row.author_id != viewer.pk and row.taken_back_at is None]
    names = names_of(viewer, named(theirs))
    return [
        OthersWords(row.pk, name_on(row, names) or someone_who_sat_here(), _shown(row))
        for row in theirs
    ]


def _shown(row: Share | Answer) -> str:
    return row.warning or row.words if isinstance(row, Share) else row.words
