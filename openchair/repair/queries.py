"""Reads for the writer's pages and the listener's, and what other rooms ask of this one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from openchair.circles.models import INSIDE, KeeperTerm, Seat
from openchair.house.models import Duty, Role
from openchair.house.queries import holders, the_house
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.kernel.sealed import open_all
from openchair.kernel.text import within_a_sentence
from openchair.people.models import Account, Block, Person
from openchair.repair.models import Passage, Report


@dataclass(frozen=True)
class Listener:
    """Someone who may receive a letter, as they are called in this house."""

    account: Account
    name: str


def a_letter_is_kept(account: Account) -> bool:
    """Whether a letter to the listener outlives this person when they ask to be forgotten (AS-36).

    True for one they wrote that the listener keeps for someone's safety, and for any that was written
    about them: those are another's words. For the house alone. What a person reads before or after
    they ask must be the same whether this is true or not, or they would learn that someone wrote of
    them: say `policy.ground()` to everybody who asks to be forgotten, always.
    """
    kept = Q(about=account.pk) | Q(writer=account.pk, needed_until__isnull=False)
    with acting_for_the_house("looking whether a letter is kept"):
        return Report.objects.filter(kept).exists()


def listeners() -> list[Listener]:
    """Everyone who listens for this house, by the name they are known by."""
    accounts = holders(Duty.EAR)
    house = the_house()
    if len(accounts) == 1 and house and house.listener:
        return [Listener(accounts[0], within_a_sentence(house.listener))]
    names = _names_of_listeners()
    return [Listener(account, names[account.pk]) for account in accounts if names.get(account.pk)]


def _names_of_listeners() -> dict[UUID, str]:
    """The name they gave for this duty, or else their own."""
    with acting_for_the_house("naming those who listen"):
        shown = {role.account_id: role.shown_as for role in Role.objects.filter(duty=Duty.EAR)}
        people = Person.objects.in_bulk(shown)
        names = {pk: shown[pk] or person.name for pk, person in people.items()}
    return {pk: within_a_sentence(name) for pk, name in names.items()}


def listeners_for(viewer: Account, *, at: datetime) -> list[Listener]:
    """Those who may receive a letter of this person: not themselves, not who greets people or runs the
    house, not who looks after a table of theirs, and nobody they are kept apart from.

    Who the letter is about is asked when it is written: spec/model.md I-19, AS-28.
    """
    known = listeners()
    tied = _tied_to(viewer, [listener.account.pk for listener in known], at)
    return [one for one in known if one.account.pk not in tied]


def meant_by(words: str, known: Iterable[Listener]) -> set[UUID]:
    """The listeners whose name stands in this line, which says who a letter is about: it is compared as
    an address is, so that nobody reads a letter about themselves. The letter is not looked at."""
    said = set(words.casefold().split())
    return {one.account.pk for one in known if set(one.name.casefold().split()) <= said}


def _tied_to(viewer: Account, ears: Iterable[UUID], at: datetime) -> set[UUID]:
    among = list(ears)
    with acting_for_the_house("finding someone independent"):
        tables = Seat.objects.filter(account=viewer.pk, state__in=INSIDE).values("circle")
        keeping = KeeperTerm.objects.filter(
            account__in=among, circle__in=tables, put_down_at=None, ends_at__gt=at
        )
        serving = Role.objects.filter(account__in=among).exclude(duty=Duty.EAR)
        apart = Block.objects.filter(Q(by=viewer.pk, of__in=among) | Q(of=viewer.pk, by__in=among))
        blocked = {pk for row in apart.values_list("by", "of") for pk in row}
        tied = {*keeping.values_list("account", flat=True)}
        return tied | {*serving.values_list("account", flat=True)} | blocked | {viewer.pk}


def letters_by(viewer: Viewer) -> list[Report]:
    """The reader's own letters, the newest first."""
    reports = Report.objects.for_viewer(viewer).filter(writer=viewer.pk)
    return list(reports.order_by("-written_at", "pk"))


def letters_to(viewer: Viewer) -> tuple[list[Report], list[Report]]:
    """What was written to this listener: what is open, then what has ended; the newest first."""
    reports = Report.objects.for_viewer(viewer).filter(ear=viewer.pk)
    told = list(reports.order_by("-written_at", "pk"))
    open_all(*told)
    return [r for r in told if not r.is_ended], [r for r in told if r.is_ended]


def passages_of(viewer: Viewer, report: Report) -> list[Passage]:
    """What was written back and forth, in the order it was written."""
    passages = list(
        Passage.objects.for_viewer(viewer).filter(report=report.pk).order_by("said_at", "pk")
    )
    open_all(*passages)
    return passages


def reads_it_still(report: Report) -> Listener | None:
    """Who reads this letter today besides its writer: nobody, once they no longer listen here, or are
    kept apart from the writer."""
    if report.ear_id is None:
        return None
    known = (one for one in listeners() if one.account.pk == report.ear_id)
    listener = next(known, None)
    return listener if listener and _can_open(listener.account, report) else None


def _can_open(viewer: Account, report: Report) -> bool:
    return Report.objects.for_viewer(viewer).filter(pk=report.pk).exists()
