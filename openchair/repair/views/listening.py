"""The independent listener, and nobody else."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.house.doors import ears
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people.visit import Visit
from openchair.repair import actions, queries
from openchair.repair.forms import KeepForm
from openchair.repair.models import Report
from openchair.repair.showing import is_waiting, listeners_page, name_of


@ears
@require_safe
def letters(request: Visit) -> HttpResponse:
    """What was written to this listener."""
    going_on, ended = queries.letters_to(request.user)
    page = {"going_on": going_on, "ended": ended, "name_of": name_of, "is_waiting": is_waiting}
    return render(request, "repair/letters.html", page)


@ears
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def listen(request: Visit, report_id: UUID) -> HttpResponse:
    """One letter; POST answers it. Opening it tells the writer nothing."""
    report = _heard(request, report_id)
    if request.method == "POST":
        try:
            words = request.POST.get("words", "")
            actions.answer(request.user, report, words=words, at=timezone.now())
        except Refusal as refusal:
            return _listen(request, report, refusal.sentence)
        return redirect("listener-letter", report.pk)
    return _listen(request, report)


def _listen(request: Visit, report: Report, problem: str = "") -> HttpResponse:
    page = listeners_page(request.user, report)
    if problem:
        page |= {"problem": problem, "draft": request.POST.get("words", "")}
    return render(request, "repair/listen.html", page, status=422 if problem else 200)


@ears
@require_POST
@once_only
def say_read(request: Visit, report_id: UUID) -> HttpResponse:
    actions.say_read(request.user, _heard(request, report_id))
    return redirect("listener-letter", report_id)


@ears
@require_POST
@once_only
def close(request: Visit, report_id: UUID) -> HttpResponse:
    actions.close(request.user, _heard(request, report_id), at=timezone.now())
    return redirect("listener-letter", report_id)


@ears
@require_POST
@once_only
def keep(request: Visit, report_id: UUID) -> HttpResponse:
    """Someone's safety needs this letter until a day; or no longer."""
    days, report = KeepForm(request.POST).days(), _heard(request, report_id)
    actions.keep_for_safety(request.user, report, days=days, at=timezone.now())
    return redirect("listener-letter", report_id)


def _heard(request: Visit, report_id: UUID) -> Report:
    viewer = request.user
    return get_object_or_404(Report.objects.for_viewer(viewer), pk=report_id, ear=viewer.pk)
