from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from openchair.circles.distances import distant
from openchair.circles.models import Circle, CircleKind, Seat
from openchair.kernel.sealed import open_all
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.sharing import policy
from openchair.sharing.closing import closed_answers, closed_shares
from openchair.sharing.models import (
    Answer,
    AnswerKind,
    Audience,
    Hidden,
    Need,
    Offer,
    OfferReply,
    Reader,
    Share,
    ShortAnswer,
    Witness,
)
from openchair.sharing.namelessness import (
    is_by_one_of,
    name_on,
    named,
    someone_who_sat_here,
)
from openchair.sharing.readers import readers_of
from openchair.sharing.what_is_open import open_under
from openchair.sharing.widening import waits_behind


@dataclass(frozen=True)
class Said:
    """One share as one reader sees it, with what they may do under it."""

    share: Share
    name: str
    is_mine: bool
    answers: list["Answered"] = field(default_factory=list)
    seen_by: list[str] = field(default_factory=list)
    pressed: list[tuple[str, str]] = field(default_factory=list)
    """For the writer alone: who pressed what else, in the order given."""
    offers: list["Offered"] = field(default_factory=list)
    i_pressed: ShortAnswer | None = None
    also_pressed: list[tuple[str, str]] = field(default_factory=list)
    """By those from whom the reader keeps distance: to be read by whoever opens it."""
    is_distant: bool = False
    why_not_witness: str | None = None
    why_not_answer: str | None = None
    prays: bool = False
    """At a table of faith one may ask to be held in prayer."""
    to: list[str] = field(default_factory=list)
    """Who else may read what was not said to the whole table."""

    @property
    def reach(self) -> str:
        """To whom it was said, where that is not the table."""
        if self.share.audience == Audience.CIRCLE:
            return ""
        names = {"names": get_text_list(self.to, _("and"))}
        if not self.is_mine:
            return _("Said to you and %(names)s.") % names if self.to else _("Said to you alone.")
        return (
            _("Besides you, %(names)s may read this.") % names
            if self.to
            else _("Only you can read this.")
        )

    @property
    def need(self) -> str:
        if self.prays and self.share.need == Need.HOLD:
            return _("hold me in prayer, or in mind")
        return str(Need(self.share.need).label)

    @property
    def short(self) -> tuple[ShortAnswer, ...]:
        return open_under(self.share).short

    @property
    def kinds(self) -> tuple[AnswerKind, ...]:
        """What a reader may write; of the writer's own words, words are enough."""
        return () if self.is_mine else open_under(self.share).at_once + self.behind

    @property
    def behind(self) -> tuple[AnswerKind, ...]:
        return open_under(self.share).behind

    @property
    def is_mine_nameless(self) -> bool:
        return self.is_mine and self.share.nameless


@dataclass(frozen=True)
class Answered:
    answer: Answer
    name: str
    is_mine: bool
    is_distant: bool
    waits_behind: bool = False
    """Its writer alone is told: more people read the words by now than read this answer (I-4)."""

    @property
    def kind(self) -> str:
        """Said of what is more than words, so that it reads as what it was meant."""
        return "" if self.answer.kind == "" else self.answer.get_kind_display()


@dataclass(frozen=True)
class Offered:
    """Someone has an idea, or a question. Nothing of it is here."""

    offer: Offer
    name: str
    is_distant: bool = False

    @property
    def sentence(self) -> str:
        said = (
            _("%(name)s would like to ask you something, if you ever want that.")
            if self.offer.kind == AnswerKind.QUESTION
            else _("%(name)s has an idea, if you ever want one.")
        )
        return said % {"name": self.name}


def day_starts(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))


def said_between(
    viewer: Account, mine: Seat, start: datetime, end: datetime, names: Mapping[UUID, str]
) -> list[Said]:
    """What this reader may read of these days, newest first, with everything under it.

    The same few queries whatever lies there.
    """
    window = mine.circle.shares.filter(said_at__gte=start, said_at__lt=end)
    window = window.annotate(**Offer.of_each_share(viewer), **closed_shares(viewer))
    window = window.annotate(**Hidden.of_each_table(viewer))
    shares = list(window.order_by("-said_at", "pk"))
    answers = list(
        Answer.objects.for_viewer(viewer)
        .annotate(**closed_answers(viewer))
        .filter(share__in=[s.pk for s in shares])
        .order_by("said_at")
    )
    seen = list(
        Witness.objects.for_viewer(viewer)
        .filter(share__in=[s.pk for s in shares])
        .order_by("given_at")
    )
    offers = list(
        Offer.objects.for_viewer(viewer)
        .filter(share__in=[s.pk for s in shares if s.has_offers])
        .exclude(reply=OfferReply.NO)
        .order_by("offered_at")
    )
    readers = readers_of(viewer, shares)
    open_all(*shares, *answers)
    known = _with_those_who_left(viewer, names, [*shares, *answers], offers)
    known |= _names_of_readers(viewer, known, readers)
    return [
        _said(viewer, share, _under(share, answers, seen, offers, readers), known, mine)
        for share in shares
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


@dataclass(frozen=True)
class Under:
    """Everything that stands under one share."""

    answers: list[Answer]
    seen: list[Witness]
    offers: list[Offer]
    readers: list[Reader]


def _under(
    share: Share,
    answers: list[Answer],
    seen: list[Witness],
    offers: list[Offer],
    readers: Mapping[UUID, list[Reader]],
) -> Under:
    mine = readers.get(share.pk, [])
    return Under(_of(share, answers), _of(share, seen), _of(share, offers), mine)


def _of[Row: (Answer, Witness, Offer)](share: Share, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.share_id == share.pk]


def _with_those_who_left(
    viewer: Account,
    names: Mapping[UUID, str],
    rows: Iterable[Share | Answer],
    offers: Iterable[Offer],
) -> dict[UUID, str]:
    missing = (named(rows) | {one.by_id for one in offers}) - names.keys()
    return {**names, **(names_of(viewer, missing) if missing else {})}


def _names_of_readers(
    viewer: Account, names: Mapping[UUID, str], readers: Mapping[UUID, list[Reader]]
) -> dict[UUID, str]:
    missing = {row.account_id for rows in readers.values() for row in rows} - names.keys()
    return names_of(viewer, missing) if missing else {}


def _said(
    viewer: Account, share: Share, under: Under, names: Mapping[UUID, str], seat: Seat
) -> Said:
    mine, far = share.author_id == viewer.pk, distant(seat)
    seen = [row for row in under.seen if mine and row.account_id in names]
    near = [row for row in seen if row.account_id not in far]
    pressed = next((row.short for row in under.seen if row.account_id == viewer.pk), None)
    chosen = {row.account_id for row in under.readers}
    is_distant = is_by_one_of(far, share) and not share.is_taken_back
    within = far - {share.author_id} if is_distant else far  # whoever opens it has opened it
    return Said(
        share=share,
        name=_name(share, viewer, names),
        is_mine=mine,
        answers=[
            _answered(viewer, row, names, within, waits_behind(row, share, under.readers))
            for row in under.answers
            if row.taken_back_at is None
        ],
        seen_by=[names[row.account_id] for row in near if row.short == ShortAnswer.SEE],
        pressed=_pressed((row for row in near if row.short != ShortAnswer.SEE), names),
        also_pressed=_pressed((row for row in seen if row.account_id in far), names),
        offers=[
            Offered(row, names[row.by_id], row.by_id in far)
            for row in under.offers
            if row.by_id in names
        ],
        is_distant=is_distant,
        i_pressed=ShortAnswer(pressed) if pressed else None,
        why_not_witness=policy.why_not_witness(viewer, share, seat),
        why_not_answer=policy.why_not_answer(viewer, share),
        prays=seat.circle.kind == CircleKind.FAITH,
        to=sorted(names[one] for one in (chosen & names.keys()) - {viewer.pk}),
    )


def _pressed(rows: Iterable[Witness], names: Mapping[UUID, str]) -> list[tuple[str, str]]:
    return [(names[row.account_id], row.get_short_display()) for row in rows]


def _answered(
    viewer: Account, row: Answer, names: Mapping[UUID, str], far: Container[UUID], behind: bool
) -> Answered:
    mine = row.author_id == viewer.pk
    name, is_far = _name(row, viewer, names), is_by_one_of(far, row)
    return Answered(row, name, mine, is_far, waits_behind=mine and behind)


def _name(row: Share | Answer, viewer: Account, names: Mapping[UUID, str]) -> str:
    if row.author_id == viewer.pk:
        return _("You")
    return name_on(row, names) or someone_who_sat_here()
