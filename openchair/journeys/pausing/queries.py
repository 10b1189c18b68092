"""Whom a pause is about, and which words, as one who looks after the table may choose them."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openchair.circles import policy
from openchair.circles.actions.holding import willing_keepers
from openchair.circles.models import Seat
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.sharing.models import Answer, Share

NOTHING = UUID(int=0)


@dataclass(frozen=True)
class ToHide:
    id: UUID
    name: str
    words: str


def others_by_name(viewer: Account, mine: Seat) -> dict[UUID, str]:
    return names_of(viewer, (seat.account_id for seat in mine.around if seat.pk != mine.pk))


def that_could_be_hidden(
    viewer: Account, mine: Seat, said: Mapping[str, str], names: Mapping[UUID, str]
) -> list[ToHide]:
    """What was said there, and what others answered under it; but of who sits here, by name."""
    about = _id(said.get("about", ""))
    answer = Answer.objects.for_viewer(viewer).filter(pk=about).first()
    shares = Share.objects.for_viewer(viewer).filter(circle=mine.circle_id)
    share = shares.filter(pk=answer.share_id if answer else about).first()
    if share is None:
        return []
    under = Answer.objects.for_viewer(viewer).filter(share=share.pk).order_by("said_at")
    rows: list[Share | Answer] = [share, *under]
    return [
        ToHide(row.pk, names[row.author_id], row.words)
        for row in rows
        if row.author_id and row.author_id in names and not row.nameless and row.words
    ]


def about_whom(
    viewer: Account, mine: Seat, said: Mapping[str, str]
) -> tuple[Seat | None, UUID | None]:
    """The writer of the words that are to be hidden, with the words; or somebody, without any."""
    words = _words(viewer, mine, _id(said.get("about", "")))
    who = words.author_id if words else _id(said.get("who", ""))
    other = next((seat for seat in mine.around if seat.account_id == who), None)
    return other, words.pk if words else None


def _words(viewer: Account, mine: Seat, about: UUID) -> Share | Answer | None:
    here = Share.objects.for_viewer(viewer).filter(circle=mine.circle_id)
    answers = Answer.objects.for_viewer(viewer).filter(share__in=here.values("pk"))
    return (
        here.filter(pk=about, nameless=False).first()
        or answers.filter(pk=about, nameless=False).first()
    )


def _id(said: str) -> UUID:
    with suppress(ValueError):
        return UUID(said)
    return NOTHING


def why_not_now(mine: Seat, at: datetime) -> str | None:
    """Before anything is written: whether the reader looks after this table at all."""
    return policy.why_not_pause_anyone(mine, willing_keepers(mine.circle_id, at=at))
