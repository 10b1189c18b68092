"""Why not? Each answer is the sentence the person reads; None means: go on."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from openchair.repair.models import Report, ReportState
from openchair.sharing.policy import why_not_words

AT_MOST = timedelta(days=365)
"""How long after its end a letter may be kept for someone's safety (spec/model.md 5.7)."""


def ground() -> str:
    """Why something may stay after someone asks to be forgotten: the same words for everybody, whether
    or not anything stays. spec/model.md 5.7, AS-36."""
    return _(
        "Letters to the independent listener are kept, closed to everyone else, for as long as "
        "somebody’s safety needs them, whoever they are about and whoever asks. At the latest they "
        "go twelve months after they are closed."
    )


def why_not_reader(
    reader: UUID | None,
    *,
    about: Collection[UUID],
    may_read: Collection[UUID],
    has_read: bool,
) -> str | None:
    """`about`: whom it is about, as far as they listen here. `may_read`: who may receive it. Without a
    reader it is kept for its writer, once they have read that nobody is independent here (AS-28)."""
    if reader is None:
        return None if has_read else _("Please read this page first. Then you can write.")
    if reader in about:
        return _("A letter does not go to the one it is about. Your words are here.")
    if reader not in may_read:
        return _("The one you wrote to cannot take this letter now. Your words are here.")
    return None


def why_not_about(known: bool) -> str | None:
    if not known:
        return _("Choose someone from the list, or say in your own words who it is about.")
    return None


def why_not_go_on(report: Report, words: str, *, is_read: bool) -> str | None:
    """For the writer. A letter that was kept for oneself is never read by another."""
    if report.is_ended:
        return ended()
    if report.state != ReportState.KEPT and not is_read:
        return _("Nobody but you reads this letter now. You can write a new one.")
    return why_not_words(words)


def why_not_answer(report: Report, words: str) -> str | None:
    """For the listener."""
    if report.is_ended:
        return ended()
    if report.writer_id is None:
        return _("The one who wrote this is no longer here, so nobody would read an answer.")
    return why_not_words(words)


def ended() -> str:
    return _("This letter has ended, so nothing can be added to it. A new one can be written.")


def why_not_set_down(report: Report) -> str | None:
    if report.state == ReportState.KEPT:
        return _("This was kept for you alone, so there is nobody to set it down for.")
    if report.state == ReportState.CLOSED:
        return ended()
    return None


def why_not_erase(report: Report) -> str | None:
    """spec/model.md 5.7: restricted, not erased, while needed for someone's safety; told in general."""
    return ground() if report.is_needed else None


def why_not_keep(report: Report, until: date, *, at: datetime) -> str | None:
    """For someone's safety, until a day on which it is asked again."""
    if until > ((report.ended_at or at) + AT_MOST).date():
        return _("A letter can be kept for twelve months after it ends, and no longer.")
    return None
