"""Reads for pages: one worry, as each of the three it is between reads it."""

from dataclasses import dataclass
from uuid import UUID

from openchair.circles.distances import distant_anywhere
from openchair.circles.models import INSIDE, Seat
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.presence.models import RingLine, Worry, WorryReply
from openchair.presence.worrying import may_look_in
from openchair.sharing.models import Share


def whom_one_may_name(viewer: Account, share: Share) -> dict[UUID, str]:
    """Who sits there and could look in, as far as the reader may know: what lies between others shows
    in the writer's page alone. By name."""
    seats = Seat.objects.for_viewer(viewer).filter(circle=share.circle_id, state__in=INSIDE)
    seats = seats.exclude(account__in=(viewer.pk, share.author_id))
    far = {other for table, other in distant_anywhere(viewer) if table == share.circle_id}
    there = [seat.account_id for seat in seats if not (seat.is_resting or seat.is_visitor)]
    return names_of(viewer, set(there) - far)


def writer_of(viewer: Account, share: Share) -> str:
    """As the reader may read it; never of words without a name."""
    if share.nameless or share.author_id is None:
        return ""
    return names_of(viewer, [share.author_id]).get(share.author_id, "")


@dataclass(frozen=True)
class Mine:
    """For whoever is worried: what they said, and what the writer answered."""

    row: Worry
    name: str
    also: str
    number: str
    """To ring, where the writer asked for that and shows a number to this reader."""

    @property
    def asks_to_call(self) -> bool:
        return self.row.reply == WorryReply.CALL_ME


def mine_under(viewer: Account, share: Share) -> Mine | None:
    rows = Worry.objects.for_viewer(viewer).filter(share=share.pk, by=viewer, taken_back_at=None)
    row = rows.first()
    if row is None:
        return None
    names = names_of(viewer, [one for one in (row.of_id, row.also_id) if one])
    number = _number_of(viewer, row) if row.reply == WorryReply.CALL_ME else ""
    also = names.get(row.also_id, "") if row.also_id else ""
    return Mine(row, names.get(row.of_id, ""), also, number)


def _number_of(viewer: Account, row: Worry) -> str:
    """At any hour: they ask to be called now."""
    line = RingLine.objects.for_viewer(viewer).filter(account=row.of_id).first()
    return line.number if line else ""


@dataclass(frozen=True)
class Told:
    """For the writer, and for whoever is asked to look in."""

    row: Worry
    is_writer: bool
    worried: str
    writer: str
    also: str
    """Whom the writer is asked about; empty where nobody was named who can be asked."""


def told_of(viewer: Account, row: Worry) -> Told:
    also = _whom_it_asks_about(row) if row.of_id == viewer.pk else None
    names = names_of(viewer, [one for one in (row.by_id, row.of_id, also) if one])
    return Told(
        row=row,
        is_writer=row.of_id == viewer.pk,
        worried=names.get(row.by_id, ""),
        writer=names.get(row.of_id, ""),
        also=names.get(also, "") if also else "",
    )


def _whom_it_asks_about(row: Worry) -> UUID | None:
    if row.reply:
        return row.also_id if row.told else None
    return may_look_in(row)


def may_read(viewer: Account, row: Worry) -> Share | None:
    """The words it is about: whoever is asked to look in may have come after they were said."""
    return Share.objects.for_viewer(viewer).filter(pk=row.share_id).first()
