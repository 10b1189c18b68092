"""Reads for pages: how the reader said they are, and what others said for them to read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from openchair.circles.models import Seat, members
from openchair.kernel.text import within_a_sentence
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.presence.models import Capacity, CheckIn, CheckInShown, KeptPage


@dataclass(frozen=True)
class Readers:
    """Whom a check-in is for. Nobody: its owner alone."""

    people: set[UUID] = field(default_factory=set)
    tables: set[UUID] = field(default_factory=set)

    @property
    def all(self) -> set[UUID]:
        return self.people | self.tables


def own_word(viewer: Account) -> CheckIn | None:
    """The reader's own, as it stands."""
    mine = CheckIn.objects.for_viewer(viewer).filter(account=viewer.pk, replaced_at=None)
    return mine.first()


def has_nothing_left(account: Account) -> bool:
    """Whoever said so is asked for nothing until they change it (AS-16)."""
    own = own_word(account)
    return own is not None and own.is_nothing_left


def without_strength(accounts: Iterable[UUID]) -> set[UUID]:
    """Of these, who said that they have nothing left. For the house, before it asks anybody."""
    return set(with_nothing_left().filter(account__in=list(accounts)))


def with_nothing_left() -> QuerySet[CheckIn, UUID]:
    """Whose word is now that they have nothing left."""
    said = CheckIn.objects.filter(replaced_at=None, capacity=Capacity.NOTHING)
    return said.values_list("account", flat=True)


def whom_it_is_for(said: CheckIn | None) -> Readers:
    """As its owner reads it."""
    rows = list(said.shown.all()) if said else []
    return Readers(
        people={row.to_id for row in rows if row.to_id},
        tables={row.circle_id for row in rows if row.circle_id},
    )


@dataclass(frozen=True)
class HowToday:
    """For Today: what the reader said last, and who may read it, now and with the next press."""

    said: CheckIn | None
    is_today: bool
    readers: list[str]

    @property
    def is_nothing_left(self) -> bool:
        return self.said is not None and self.said.is_nothing_left

    @property
    def readers_in_words(self) -> str:
        if not self.readers:
            return _("You alone read it.")
        return _("%(names)s may read it.") % {"names": get_text_list(self.readers, _("and"))}

    @property
    def options(self) -> list[dict[str, str]]:
        return [{"label": one.to_press, "name": "capacity", "value": one.value} for one in Capacity]


def how_today(viewer: Account, seats: Iterable[Seat], *, at: datetime) -> HowToday:
    said = own_word(viewer)
    is_today = said is not None and timezone.localdate(said.said_at) == timezone.localdate(at)
    return HowToday(said, is_today, _by_name(viewer, whom_it_is_for(said), seats))


def _by_name(viewer: Account, readers: Readers, seats: Iterable[Seat]) -> list[str]:
    """People first, then tables; nothing is asked where nobody was chosen."""
    people = names_of(viewer, readers.people) if readers.people else {}
    tables = [seat.circle.name for seat in seats if seat.circle_id in readers.tables]
    return [*people.values(), *(within_a_sentence(name) for name in tables)]


def those_to_tell(viewer: Account) -> dict[UUID, str]:
    """By name: everyone with a seat at a table of the reader's. Whoever only visits reads no such word
    (spec/model.md 5.2)."""
    seats = Seat.objects.for_viewer(viewer).filter(members()).exclude(account=viewer.pk)
    return names_of(viewer, set(seats.values_list("account", flat=True)))


def earlier_words(viewer: Account) -> list[CheckIn]:
    """The page of one's own, newest first."""
    rows = CheckIn.objects.for_viewer(viewer).filter(account=viewer.pk)
    return list(rows.exclude(replaced_at=None).order_by("-said_at"))


def keeps_page(viewer: Account) -> bool:
    return KeptPage.objects.for_viewer(viewer).exists()


def told_at(viewer: Account, mine: Seat) -> tuple[CheckIn | None, list[CheckIn]]:
    """For a table's page, in one read: the reader's own word, and those others said there, or to the
    reader by name, in the order of the table."""
    to_me = Q(to=viewer.pk) | Q(circle=mine.circle_id)
    shown = CheckInShown.objects.for_viewer(viewer).filter(to_me, check_in=OuterRef("pk"))
    here = {seat.account_id: seat.position for seat in mine.around}
    rows = CheckIn.objects.for_viewer(viewer).filter(account__in=list(here), replaced_at=None)
    found = list(rows.filter(Q(account=viewer.pk) | Exists(shown)))
    own = next((row for row in found if row.account_id == viewer.pk), None)
    others = [row for row in found if row.account_id != viewer.pk and _says_something(row)]
    return own, sorted(others, key=lambda row: here[row.account_id])


def _says_something(row: CheckIn) -> bool:
    """Who would rather not say, and wrote nothing beside it, is not shown as having said so."""
    return row.capacity != Capacity.RATHER_NOT or bool(row.line)
