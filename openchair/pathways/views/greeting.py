"""Whoever greets people here reads the letters that came to the door, and answers."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.circles.models import ShownTo
from openchair.circles.queries import cards
from openchair.house.doors import hosts
from openchair.kernel.once import once_only
from openchair.pathways import actions
from openchair.pathways.forms import HostAnswerForm
from openchair.pathways.models import HostLetter
from openchair.pathways.queries_of_letters import host_letters as letters_of
from openchair.pathways.queries_of_letters import told_tables
from openchair.people.forms import first_errors
from openchair.people.visit import Visit


@hosts
@require_safe
def host_letters(request: Visit) -> HttpResponse:
    waiting, answered = letters_of(request.user, at=timezone.now())
    page = {"waiting": waiting, "answered": answered}
    return render(request, "pathways/host-letters.html", page)


@hosts
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def host_letter(request: Visit, letter_id: UUID) -> HttpResponse:
    """One letter. Opening it says that it was read; a form answers it."""
    viewer, now = request.user, timezone.now()
    letter = _letter(request, letter_id)
    shown = [one for one in cards(viewer) if one.card.shown_to == ShownTo.VISITORS]
    form = HostAnswerForm(request.POST or None, tables=[str(one.card.pk) for one in shown])
    if form.is_valid():
        actions.answer(viewer, letter, at=now, **form.cleaned_data)
        return redirect("host-letters")
    if request.method == "GET":
        actions.read(viewer, letter)
    page = {"letter": letter, "cards": shown, "said": form.data, "errors": first_errors(form)}
    page |= {"told": told_tables(viewer, letter), "at": now}
    return render(request, "pathways/host-letter.html", page, status=422 if form.errors else 200)


@hosts
@require_POST
@once_only
def put_away(request: Visit, letter_id: UUID) -> HttpResponse:
    actions.put_letter_away(request.user, _letter(request, letter_id))
    return redirect("host-letters")


def _letter(request: Visit, letter_id: UUID) -> HostLetter:
    viewer = request.user
    letter = get_object_or_404(HostLetter.objects.for_viewer(viewer), pk=letter_id)
    if letter.is_closed or timezone.now() >= letter.gone_at:
        raise Http404
    return letter
