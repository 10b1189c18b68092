"""What this room holds on a person, and how it is forgotten. spec/model.md 5.7 (Reports), I-26, I-27."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.repair.models import Passage, Report

KEPT_AFTER_ITS_END = timedelta(days=365)


def export(actor: Account) -> dict[str, Any]:
    """What the person wrote, as the writer of a letter and as a listener. Never a letter about them,
    and never the other one's words."""
    reports = Report.objects.for_viewer(actor).filter(writer=actor.pk).order_by("written_at")
    passages = Passage.objects.for_viewer(actor).filter(author=actor.pk).order_by("said_at")
    return {
        "letters_to_the_listener": [_letter(report) for report in reports],
        "written_in_letters": [_passage(passage) for passage in passages],
    }


def _letter(report: Report) -> dict[str, Any]:
    fields = ("written_as", "about_name", "state", "written_at", "ended_at", "needed_until")
    return {"letter": report.pk} | {field: getattr(report, field) for field in fields}


def _passage(passage: Passage) -> dict[str, Any]:
    fields = ("words", "by_listener", "said_at")
    return {"letter": passage.report_id} | {field: getattr(passage, field) for field in fields}


def forget(account: Account) -> None:
    """Own words go, but for a letter that is needed for someone's safety: that one stays with the
    listener, under the name it was written with. A letter about this person is its writer's."""
    with acting_for_the_house("forgetting"):
        Report.objects.filter(about=account.pk).update(about=None)
        for report in Report.objects.filter(writer=account.pk):
            take_the_writer_out(report)
        Passage.objects.filter(author=account.pk, by_listener=True).delete()
        Report.objects.filter(ear=account.pk).update(ear=None)


def take_the_writer_out(report: Report) -> None:
    """The house acts. What the listener answered stays with the listener (I-27)."""
    passages = Passage.objects.filter(report=report.pk)
    if not report.is_needed:
        passages.filter(by_listener=False).delete()
        report.written_as, report.about_name, report.about = "", "", None
    if report.is_needed or passages.exists():
        passages.filter(by_listener=False).update(author=None)
        report.writer = None
        report.save()
    else:
        report.delete()


def erase_again(label: str, keys: Sequence[UUID]) -> None:
    """Letters that were erased since the copy that was put back: none of them was needed then."""
    if label == Report._meta.label:
        with acting_for_the_house("erasing a letter to the listener"):
            for report in Report.objects.filter(pk__in=keys):
                report.needed_until = None
                take_the_writer_out(report)


def forget_old(at: datetime) -> None:
    """Twelve months after its end a letter goes. Where the listener did not say again that one is
    needed, it no longer is; and if its writer was forgotten, it goes."""
    with acting_for_the_house("forgetting old letters to the listener"):
        Report.objects.filter(ended_at__lt=at - KEPT_AFTER_ITS_END).delete()
        lapsed = Report.objects.filter(needed_until__lt=at.date())
        lapsed.filter(writer=None).delete()
        lapsed.update(needed_until=None, asked_again_on=None)
