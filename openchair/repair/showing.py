"""What the pages of a letter say, for its writer and for the listener."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from openchair.circles.queries import company
from openchair.kernel import drafts
from openchair.kernel.text import within_a_sentence
from openchair.people.models import Account
from openchair.repair import actions, policy, queries
from openchair.repair.models import Passage, Report, ReportState
from openchair.repair.queries import Listener


@dataclass(frozen=True)
class Told:
    """One passage as one of the two reads it."""

    passage: Passage
    name: str


def write_page(viewer: Account, *, alone: bool, has_read: bool, at: datetime) -> dict[str, Any]:
    """For a new letter. `alone`: it is about the one who listens, or meant for nobody else."""
    listeners = {one.account.pk: one.name for one in queries.listeners()} if alone else {}
    meant = str(next(iter(listeners))) if len(listeners) == 1 else ""
    return {
        "readers": queries.listeners_for(viewer, at=at),
        "people": listeners | company(viewer),
        "letters": queries.letters_by(viewer),
        "place": actions.PLACE,
        "draft": drafts.read(viewer, actions.PLACE),
        "alone": alone,
        "has_read": has_read,
        "said": {"about": meant},
    }


def letter_page(viewer: Account, report: Report) -> dict[str, Any]:
    """For the writer: what was written, and what they may do."""
    listener = queries.reads_it_still(report)
    name = listener.name if listener else _("The listener")
    return _both(viewer, report, name) | {
        "listener": listener,
        "stands": stands(report, listener),
        "why_not_go_on": policy.why_not_go_on(report, "a word", is_read=listener is not None),
        "why_not_set_down": policy.why_not_set_down(report),
        "why_not_erase": policy.why_not_erase(report),
    }


def listeners_page(viewer: Account, report: Report) -> dict[str, Any]:
    """For the listener."""
    name = name_of(report)
    return _both(viewer, report, name) | {
        "name": name,
        "why_not_answer": policy.why_not_answer(report, "a word"),
        "about_name": within_a_sentence(report.about_name),
        "ground": policy.ground(),
    }


def _both(viewer: Account, report: Report, other: str) -> dict[str, Any]:
    place = actions.place_in(report)
    passages = queries.passages_of(viewer, report)
    names = {viewer.pk: _("You")}
    return {
        "report": report,
        "told": [Told(row, _called(row.author_id, names, other)) for row in passages],
        "place": place,
        "draft": drafts.read(viewer, place),
    }


def _called(author: UUID | None, names: dict[UUID, str], other: str) -> str:
    return names.get(author, other) if author else other


def name_of(report: Report) -> str:
    """As the listener reads it; a writer who took their words along has no name any more."""
    return within_a_sentence(report.written_as) or _("Someone who is no longer here")


def stands(report: Report, listener: Listener | None) -> str:
    """Where the letter is, for its writer, in one sentence."""
    if report.state == ReportState.KEPT:
        return _("No page shows this to anyone but you, and nobody was told.")
    if report.state == ReportState.SET_DOWN:
        return _("You set this letter down. Nothing more happens with it.")
    if listener is None:
        return _(
            "The one you wrote to does not listen here any more. Nobody but you reads this now."
        )
    return _of_listener(ReportState(report.state)) % {"name": listener.name}


def _of_listener(state: ReportState) -> str:
    return {
        ReportState.WRITTEN: _("It lies with %(name)s, who may not see it today."),
        ReportState.READ: _("%(name)s has read it."),
        ReportState.ANSWERED: _("%(name)s answered you."),
        ReportState.CLOSED: _("%(name)s closed this letter. You can write a new one at any time."),
    }[state]


def is_waiting(report: Report) -> bool:
    """For the listener's list: whether nobody has answered this letter yet."""
    return report.state in (ReportState.WRITTEN, ReportState.READ)
