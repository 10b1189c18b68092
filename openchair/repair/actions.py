"""What is done with a letter to the listener: by its writer, and by the listener."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from openchair.circles.queries import company
from openchair.kernel import drafts
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.ledger import note_erased
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account
from openchair.people.queries import the_person
from openchair.repair import keeping, letters, policy, queries
from openchair.repair.models import Passage, Report, ReportState
from openchair.sharing.policy import why_not_words

PLACE = "letter to the listener"
"""Where the unsent words of a new letter are kept."""
ASKED_BEFORE = timedelta(days=14)


class NotThisReader(Refusal):
    """Nobody has seen the letter. It may go to another listener, or be kept by its writer."""


def place_in(report: Report) -> str:
    """Where the unsent words under a letter are kept."""
    return f"listener:{report.pk}"


@transaction.atomic
def write(
    actor: Account,
    *,
    words: str,
    reader: UUID | None,
    about: UUID | None,
    about_words: str,
    has_read: bool,
    at: datetime,
) -> Report:
    """A new letter to one listener, or for the writer alone. Raises Refusal; the words stay with them.

    `about` is someone they sit with, or a listener; `about_words` is anyone, as the writer says it.
    """
    words = clean(words)
    listeners = queries.listeners()
    known = {one.account.pk: one.name for one in listeners} | company(actor)
    meant = {about} if about else queries.meant_by(about_words, listeners)
    may_read = {one.account.pk for one in queries.listeners_for(actor, at=at)}
    if reason := policy.why_not_reader(reader, about=meant, may_read=may_read, has_read=has_read):
        raise NotThisReader(reason)
    if reason := policy.why_not_about(about is None or about in known) or why_not_words(words):
        raise Refusal(reason)
    report = Report.objects.for_viewer(actor).create(
        writer=actor,
        written_as=_name_of(actor),
        ear_id=reader,
        about_id=about,
        about_name=known[about] if about else about_words,
        state=ReportState.WRITTEN if reader else ReportState.KEPT,
        written_at=at,
    )
    _add(actor, report, words, at=at)
    drafts.discard(actor, PLACE)
    return report


def _name_of(actor: Account) -> str:
    person = the_person(actor)
    return person.name if person else ""


def _add(actor: Account, report: Report, words: str, *, at: datetime) -> None:
    by_listener = report.ear_id == actor.pk
    passage = Passage.objects.for_viewer(actor).create(
        report_id=report.pk, author=actor, by_listener=by_listener, words=words, said_at=at
    )
    other = report.writer_id if by_listener else report.ear_id
    letters.tell(other, about=passage.pk, at=at)


@transaction.atomic
def go_on(actor: Account, report: Report, *, words: str, at: datetime) -> None:
    """The writer adds to their letter."""
    words = clean(words)
    is_read = queries.reads_it_still(report) is not None
    if reason := policy.why_not_go_on(report, words, is_read=is_read):
        raise Refusal(reason)
    _add(actor, report, words, at=at)
    drafts.discard(actor, place_in(report))


@transaction.atomic
def set_down(actor: Account, report: Report, *, at: datetime) -> None:
    """The writer ends it, at any time and without a reason. Both can still read it."""
    if reason := policy.why_not_set_down(report):
        raise Refusal(reason)
    if not report.is_ended:
        _end(report, ReportState.SET_DOWN, at)


@transaction.atomic
def erase(actor: Account, report: Report, *, at: datetime) -> None:
    """The writer's words and name go, with their keys. What the listener wrote stays with the listener."""
    if reason := policy.why_not_erase(report):
        raise Refusal(reason)
    drafts.discard(actor, place_in(report))
    note_erased(Report._meta.label, report.pk, at=at)
    with acting_for_the_house("erasing a letter to the listener"):
        keeping.take_the_writer_out(report)


@transaction.atomic
def say_read(actor: Account, report: Report) -> None:
    """The listener tells the writer that a person has read it. Opening a letter tells nobody (N-10)."""
    if report.state == ReportState.WRITTEN:
        report.state = ReportState.READ
        report.save()


@transaction.atomic
def answer(actor: Account, report: Report, *, words: str, at: datetime) -> None:
    words = clean(words)
    if reason := policy.why_not_answer(report, words):
        raise Refusal(reason)
    _add(actor, report, words, at=at)
    report.state = ReportState.ANSWERED
    report.save()
    drafts.discard(actor, place_in(report))


@transaction.atomic
def close(actor: Account, report: Report, *, at: datetime) -> None:
    """The listener says that this talk has come to its end."""
    if not report.is_ended:
        _end(report, ReportState.CLOSED, at)


def _end(report: Report, state: ReportState, at: datetime) -> None:
    report.state, report.ended_at = state, at
    report.save()


@transaction.atomic
def keep_for_safety(actor: Account, report: Report, *, days: int | None, at: datetime) -> None:
    """The listener says that someone's safety needs this letter for so many days; None: no longer.

    While it is needed it is not erased, and its writer reads the ground (`policy.ground`).
    """
    until = _day_after(days, at)
    if until and (reason := policy.why_not_keep(report, until, at=at)):
        raise Refusal(reason)
    report.needed_until, report.asked_again_on = until, None
    report.save()


def _day_after(days: int | None, at: datetime) -> date | None:
    return (at + timedelta(days=days)).date() if days else None


@transaction.atomic
def ask_again(at: datetime) -> None:
    """For the clock: two weeks before its day, the listener is asked whether a letter is still needed."""
    with acting_for_the_house("asking whether a letter is still needed"):
        due = Report.objects.filter(
            asked_again_on=None, needed_until__lte=(at + ASKED_BEFORE).date()
        )
        for report in due:
            letters.tell(report.ear_id, about=report.pk, at=at)
        due.update(asked_again_on=at.date())
