"""Looking after a table: who does, taking it on, asking someone, putting it down (AS-42)."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.circles import actions
from openchair.circles.desk import what_needs_someone
from openchair.circles.doors import seated
from openchair.circles.forms_of_tables import AnswerForm, WhomForm
from openchair.circles.keepers import asked_to_look_after, serving_and_resting, terms_at
from openchair.circles.models import KeeperState, KeeperTerm, Seat
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.queries import names_of
from openchair.people.visit import Visit


@seated
@require_safe
def looking_after(request: Visit, seat: Seat) -> HttpResponse:
    page = _keeping_page(request, seat)
    return render(request, "circles/looking-after.html", page)


def _keeping_page(request: Visit, seat: Seat) -> dict[str, Any]:
    viewer, circle, now = request.user, seat.circle, timezone.now()
    names = names_of(viewer, [one.account_id for one in seat.around])
    terms = terms_at(viewer, circle, at=now)
    serving = {term.account_id: term for term in terms}
    mine = serving.get(seat.account_id)
    others = {one: name for one, name in names.items() if one != seat.account_id}
    _serving, resting = serving_and_resting(circle, names, at=now)
    return {
        "circle": circle,
        "seat": seat,
        "was_asked": "asked" in request.GET,
        "keepers": [(names[one], term) for one, term in serving.items() if one in others],
        "mine": mine,
        "resting": [others[one] for one in resting if one in others],
        "rests": seat.account_id in resting,
        "asked": asked_to_look_after(viewer, circle),
        "why_not": actions.why_not_look_after_now(viewer, seat, at=now),
        "can_be_asked": _can_be_asked(seat, names, serving),
        "desk": what_needs_someone(viewer, seat, names, at=now) if mine else [],
    }


def _can_be_asked(seat: Seat, names: dict[UUID, str], serving: Any) -> dict[UUID, str]:
    """Whoever has a seat here and no blanket; also someone asked before: nobody else knows of that."""
    awake = [one for one in seat.around if not one.is_visitor and not one.is_resting]
    there = [one for one in awake if one.account_id in names]
    apart = {seat.account_id, *serving}
    return {one.account_id: names[one.account_id] for one in there if one.account_id not in apart}


@seated
@require_POST
@once_only
def look_after(request: Visit, seat: Seat) -> HttpResponse:
    actions.look_after(request.user, seat.circle, at=timezone.now())
    return redirect("looking-after", seat.circle_id)


@seated
@require_POST
@once_only
def ask_to_look_after(request: Visit, seat: Seat) -> HttpResponse:
    page = _keeping_page(request, seat)
    form = WhomForm(request.POST, people=page["can_be_asked"])
    if not form.is_valid():
        page |= {"errors": first_errors(form), "said": form.data}
        return render(request, "circles/looking-after.html", page, status=422)
    said = form.cleaned_data
    other = next(one for one in seat.around if str(one.account_id) == said["whom"])
    over = said["handing_over"]
    actions.ask_to_look_after(request.user, seat, other, handing_over=over, at=timezone.now())
    return redirect(f"{reverse('looking-after', args=[seat.circle_id])}?asked=1")


@seated
@require_POST
@once_only
def put_down(request: Visit, seat: Seat) -> HttpResponse:
    """One press, at any hour."""
    actions.put_down(request.user, seat.circle, at=timezone.now())
    return redirect("looking-after", seat.circle_id)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def term(request: Visit, term_id: UUID) -> HttpResponse:
    """For the one person who is asked: yes, or rather not."""
    viewer = request.user
    asked = get_object_or_404(KeeperTerm.objects.for_viewer(viewer), pk=term_id, account=viewer)
    if asked.state != KeeperState.ASKED:
        return redirect("looking-after", asked.circle_id)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        return _answer(request, asked, yes=form.cleaned_data["answer"] == "yes")
    page = {"circle": asked.circle, "errors": first_errors(form)}
    return render(request, "circles/term.html", page, status=422 if form.errors else 200)


def _answer(request: Visit, asked: KeeperTerm, *, yes: bool) -> HttpResponse:
    if yes:
        actions.look_after(request.user, asked.circle, at=timezone.now())
        return redirect("looking-after", asked.circle_id)
    actions.rather_not(request.user, asked)
    return redirect("circle", asked.circle_id)
