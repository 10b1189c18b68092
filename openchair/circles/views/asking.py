"""Someone is named, and those who sit there are asked in private."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.circles import actions, policy
from openchair.circles.doors import seated
from openchair.circles.forms import NameForm, NamingAnswerForm
from openchair.circles.models import Circle, Naming, Seat, WhenAsked
from openchair.circles.queries_of_room import answers_of, left_ahead, letter_of
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.people.visit import Visit


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def name_someone(request: Visit, seat: Seat) -> HttpResponse:
    form = NameForm(request.POST or None)
    if form.is_valid():
        said = form.what_was_said()
        row = actions.name_someone(request.user, seat.circle, at=timezone.now(), **said)
        return redirect("naming", row.pk)
    page = _before_naming(request, seat) | {"said": request.POST, "errors": first_errors(form)}
    return render(request, "circles/name-someone.html", page, status=422 if form.errors else 200)


def _before_naming(request: Visit, seat: Seat) -> dict[str, Any]:
    viewer = request.user
    others = {one.account_id for one in seat.around} - {seat.account_id}
    return {
        "circle": seat.circle,
        "others": list(names_of(viewer, others).values()),
        "why_not": actions.why_not_name(viewer, seat.circle, at=timezone.now()),
    }


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def naming(request: Visit, naming_id: UUID) -> HttpResponse:
    """Whoever is asked answers here, and whoever named reads how it stands."""
    viewer = request.user
    row = get_object_or_404(Naming.objects.for_viewer(viewer), pk=naming_id)
    form = NamingAnswerForm(request.POST or None)
    if form.is_valid():
        answer = WhenAsked(form.cleaned_data["answer"])
        actions.answer_naming(viewer, row, answer=answer, at=timezone.now())
        return redirect("naming", row.pk)
    template, page = _how_it_stands(request, row)
    page["errors"] = first_errors(form)
    return render(request, template, page, status=422 if form.errors else 200)


def _how_it_stands(request: Visit, row: Naming) -> tuple[str, dict[str, Any]]:
    viewer = request.user
    page = {"naming": row, "circle": Circle.objects.for_viewer(viewer).get(pk=row.circle_id)}
    if row.by_id == viewer.pk:
        return "circles/named.html", page | _for_who_named(viewer, row)
    return "circles/asked.html", page | _for_who_is_asked(viewer, row)


def _for_who_named(viewer: Account, row: Naming) -> dict[str, Any]:
    return {
        "letter": letter_of(viewer, row),
        "ask_around": row.due_at is None and row.ask_around_at <= timezone.now(),
        "not_possible": policy.not_possible(),
    }


def _for_who_is_asked(viewer: Account, row: Naming) -> dict[str, Any]:
    return {
        "by": names_of(viewer, [row.by_id]).get(row.by_id, ""),
        "answer": answers_of(viewer, [row]).get(row.pk),
        "left": left_ahead(viewer, row.circle_id),
    }


@signed_in
@require_POST
@once_only
def take_back_naming(request: Visit, naming_id: UUID) -> HttpResponse:
    viewer = request.user
    rows = Naming.objects.for_viewer(viewer).filter(by=viewer)
    row = get_object_or_404(rows, pk=naming_id)
    actions.withdraw_naming(viewer, row, at=timezone.now())
    return redirect("naming", row.pk)
