"""Reads of one's own words: all of them, at which tables, and those that no table shows any more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from openchair.circles.models import INSIDE, Circle, Seat
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.sharing.models import Answer, Retelling, RetellingState, Share

PAGE = 50
READ_AT_ONCE = 500


@dataclass(frozen=True)
class Own:
    """One share or answer of the reader's own, and where it was said."""

    row: Share | Answer
    circle_id: UUID
    answered_at: datetime | None = None
    """For an answer: when the words it stands under were said."""

    @property
    def is_answer(self) -> bool:
        return isinstance(self.row, Answer)

    @property
    def answered_on(self) -> date | None:
        """The reader's day."""
        return timezone.localdate(self.answered_at) if self.answered_at else None


def tables_of_mine(viewer: Account) -> dict[UUID, str]:
    """Every table where words of the reader's own lie, with its name where they may still read it."""
    shares = Share.objects.for_viewer(viewer).filter(author=viewer)
    answers = Answer.objects.for_viewer(viewer).filter(author=viewer)
    under = list(answers.values_list("share", flat=True).distinct())
    with acting_for_the_house("finding where one's own words stand"):
        there = set(Share.objects.filter(pk__in=under).values_list("circle", flat=True))
    there |= set(shares.values_list("circle", flat=True).distinct())
    names = {c.pk: c.name for c in Circle.objects.for_viewer(viewer).filter(pk__in=there)}
    return {circle: names.get(circle, "") for circle in sorted(there, key=str)}


def said_at(viewer: Account, circle_id: UUID, *, before: datetime | None) -> list[Own]:
    """A page of the reader's own words at one table, newest first."""
    shares = Share.objects.for_viewer(viewer).filter(author=viewer, circle=circle_id)
    with acting_for_the_house("finding where one's own words stand"):
        here = list(Share.objects.filter(circle=circle_id).values_list("pk", flat=True))
    answers = Answer.objects.for_viewer(viewer).filter(author=viewer, share__in=here)
    return _page(shares, answers, before)


def shown_nowhere(viewer: Account, *, before: datetime | None) -> list[Own]:
    """The private page: own words that no page of a table shows the reader any more."""
    mine = Seat.objects.for_viewer(viewer).filter(account=viewer, state__in=INSIDE)
    shares = Share.objects.for_viewer(viewer).filter(author=viewer)
    here = Share.objects.for_viewer(viewer).filter(circle__in=mine.values("circle"))
    shown = here.filter(taken_back_at__isnull=True)
    answers = Answer.objects.for_viewer(viewer).filter(author=viewer)
    return _page(
        shares.exclude(circle__in=mine.values("circle")),
        answers.exclude(share__in=shown.values("pk")),
        before,
    )


def questions(viewer: Account) -> list[Answer]:
    """Answers of the reader's own that stood under words now erased, while they are asked about them."""
    rows = Answer.objects.for_viewer(viewer).filter(author=viewer, taken_back_at__isnull=True)
    return list(rows.filter(asked_at__isnull=False, kept_at__isnull=True).order_by("asked_at"))


def retellings_to_settle(viewer: Account) -> list[Retelling]:
    """In the reader's own words; and, for who listens independently, those a writer said no to."""
    rows = Retelling.objects.for_viewer(viewer)
    asked = Q(state=RetellingState.ASKED, writer=viewer)
    refused = Q(state=RetellingState.REFUSED) & ~Q(writer=viewer) & ~Q(asker=viewer)
    return list(rows.filter(asked | refused).order_by("asked_at"))


def retellings_pointed_to(viewer: Account) -> list[Retelling]:
    return list(Retelling.objects.for_viewer(viewer).filter(asker=viewer).order_by("-asked_at"))


def every_share(viewer: Account) -> Iterator[Share]:
    """All own shares, oldest first, a few hundred in memory at a time."""
    yield from _through(Share.objects.for_viewer(viewer).filter(author=viewer))


def every_answer(viewer: Account) -> Iterator[Own]:
    answers = Answer.objects.for_viewer(viewer).filter(author=viewer)
    for some in _batches(answers):
        yield from with_places(some)


def with_places(answers: Iterable[Answer]) -> list[Own]:
    """Where each was said, and under words of which day; never whose, or what."""
    answers = list(answers)
    with acting_for_the_house("finding where one's own words stand"):
        under = Share.objects.filter(pk__in=[row.share_id for row in answers])
        places = {
            pk: (circle, said) for pk, circle, said in under.values_list("pk", "circle", "said_at")
        }
    return [Own(row, *places[row.share_id]) for row in answers]


def _page(
    shares: "QuerySet[Share]", answers: "QuerySet[Answer]", before: datetime | None
) -> list[Own]:
    said, answered = _newest(shares, before), _newest(answers, before)
    own = [Own(share, share.circle_id) for share in said] + with_places(answered)
    return sorted(own, key=lambda one: one.row.said_at, reverse=True)[:PAGE]


def _newest[Row: (Share, Answer)](rows: "QuerySet[Row]", before: datetime | None) -> list[Row]:
    rows = rows.filter(taken_back_at__isnull=True)
    rows = rows.filter(said_at__lt=before) if before else rows
    return list(rows.order_by("-said_at", "pk")[:PAGE])


def _through[Row: (Share, Answer)](rows: "QuerySet[Row]") -> Iterator[Row]:
    for some in _batches(rows):
        yield from some


def _batches[Row: (Share, Answer)](rows: "QuerySet[Row]") -> Iterator[list[Row]]:
    rest = rows.order_by("said_at", "pk")
    while some := list(rest[:READ_AT_ONCE]):
        yield some
        last = some[-1]
        after = Q(said_at__gt=last.said_at) | Q(said_at=last.said_at, pk__gt=last.pk)
        rest = rows.filter(after).order_by("said_at", "pk")
