"""How are you today? One press; and the page with a line, and for whom."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.circles.queries import my_seats
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.visit import Visit
from openchair.presence import telling, told
from openchair.presence.forms_of_how import HowForm, WordForm
from openchair.presence.models import Capacity
from openchair.presence.views.readiness import chosen


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def how(request: Visit) -> HttpResponse:
    form = HowForm(request.POST or None)
    if not form.is_valid():
        return _page(request, errors=first_errors(form))
    telling.say_how(request.user, to=chosen(request), at=timezone.now(), **form.said())
    return redirect(f"{request.path}?kept=1")


def _page(request: Visit, *, errors: dict[str, str]) -> HttpResponse:
    viewer = request.user
    said = told.own_word(viewer)
    readers = chosen(request) if request.POST else told.whom_it_is_for(said).all
    page: dict[str, Any] = {
        "own": said,
        "capacities": Capacity,
        "readers": set(readers),
        "people": told.those_to_tell(viewer),
        "tables": {seat.circle_id: seat.circle.name for seat in my_seats(viewer)},
        "keeps_page": told.keeps_page(viewer),
        "earlier": told.earlier_words(viewer),
        "errors": errors,
        "said": request.POST,
        "kept": "kept" in request.GET and not errors,
    }
    return render(request, "presence/how.html", page, status=422 if errors else 200)


@signed_in
@require_POST
@once_only
def word(request: Visit) -> HttpResponse:
    """One press, on Today."""
    form = WordForm(request.POST)
    if form.is_valid():
        capacity = Capacity(form.cleaned_data["capacity"])
        telling.say_word(request.user, capacity=capacity, at=timezone.now())
    return redirect("today")


@signed_in
@require_POST
@once_only
def take_back(request: Visit) -> HttpResponse:
    telling.take_back(request.user)
    return redirect("how")
