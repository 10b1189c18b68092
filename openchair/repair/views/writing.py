"""Whoever writes to the independent listener."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.house.queries import help_lines
from openchair.kernel.doors import open_to_all
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people.doors import signed_in
from openchair.people.visit import Visit
from openchair.repair import actions
from openchair.repair.forms import LetterForm
from openchair.repair.models import Report
from openchair.repair.showing import letter_page, write_page


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def write(request: Visit) -> HttpResponse:
    """Who reads it, and the box. Where nobody may, that is said before there is a box (AS-28)."""
    if request.method != "POST":
        alone, has_read = "alone" in request.GET, "read" in request.GET
        return render(request, *_page(request, alone=alone, has_read=has_read))
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _again(request, _("Look at who it is about, and try again. Your words are here."))
    try:
        report = actions.write(request.user, at=timezone.now(), **form.said())
    except Refusal as refusal:
        return _again(request, refusal.sentence, other=isinstance(refusal, actions.NotThisReader))
    return redirect("letter-to-listener", report.pk)


def _again(request: Visit, problem: str, *, other: bool = False) -> HttpResponse:
    """With everything that was typed; words that are there already are not behind a press. `other`: the
    page for whoever else may read it, or for nobody."""
    name, page = _page(request, alone=not request.POST.get("reader"), has_read=True)
    if other and len(page["readers"]) < 2:
        name = "repair/alone.html"
    said = {"problem": problem, "draft": request.POST.get("words", ""), "said": request.POST}
    return render(request, name, page | said, status=422)


def _page(request: Visit, *, alone: bool, has_read: bool) -> tuple[str, dict[str, Any]]:
    page = write_page(request.user, alone=alone, has_read=has_read, at=timezone.now())
    page["lines"] = help_lines(timezone.localdate())
    return ("repair/alone.html" if alone or not page["readers"] else "repair/write.html"), page


@open_to_all
@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """A sheet to print and fill in by hand; nothing of it comes back to this house."""
    return render(request, "repair/paper.html")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def letter(request: Visit, report_id: UUID) -> HttpResponse:
    """The writer's own letter; POST goes on writing in it."""
    report = _own(request, report_id)
    if request.method == "POST":
        try:
            words = request.POST.get("words", "")
            actions.go_on(request.user, report, words=words, at=timezone.now())
        except Refusal as refusal:
            return _letter(request, report, refusal.sentence)
        return redirect("letter-to-listener", report.pk)
    return _letter(request, report)


def _letter(request: Visit, report: Report, problem: str = "") -> HttpResponse:
    page = letter_page(request.user, report)
    if problem:
        page |= {"problem": problem, "draft": request.POST.get("words", "")}
    return render(request, "repair/letter.html", page, status=422 if problem else 200)


@signed_in
@require_POST
@once_only
def set_down(request: Visit, report_id: UUID) -> HttpResponse:
    actions.set_down(request.user, _own(request, report_id), at=timezone.now())
    return redirect("letter-to-listener", report_id)


@signed_in
@require_POST
@once_only
def erase(request: Visit, report_id: UUID) -> HttpResponse:
    actions.erase(request.user, _own(request, report_id), at=timezone.now())
    return redirect("write-to-listener")


def _own(request: Visit, report_id: UUID) -> Report:
    viewer = request.user
    return get_object_or_404(Report.objects.for_viewer(viewer), pk=report_id, writer=viewer.pk)
