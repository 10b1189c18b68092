"""Ask me when someone needs company; wake me tonight; ring me."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.visit import Visit
from openchair.presence import actions, queries
from openchair.presence.forms import ReadyForm, RingForm
from openchair.presence.models import How, When


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def ask_me(request: Visit) -> HttpResponse:
    form = ReadyForm(request.POST or None)
    if form.is_valid():
        actions.say_when(request.user, **form.said())
        return redirect(f"{request.path}?kept=1")
    return _page(request, errors=first_errors(form))


def _page(request: Visit, *, errors: dict[str, str]) -> HttpResponse:
    page: dict[str, Any] = {
        "own": queries.own(request.user, at=timezone.now()),
        "whens": When,
        "hows": How,
        "errors": errors,
        "said": request.POST,
        "chosen": request.POST.getlist("to"),
        "kept": "kept" in request.GET,
    }
    return render(request, "presence/ask-me.html", page, status=422 if errors else 200)


@signed_in
@require_POST
@once_only
def wake_me(request: Visit) -> HttpResponse:
    actions.wake_me(request.user, at=timezone.now())
    return redirect("ask-me")


@signed_in
@require_POST
@once_only
def let_me_sleep(request: Visit) -> HttpResponse:
    actions.let_me_sleep(request.user)
    return redirect("ask-me")


@signed_in
@require_POST
@once_only
def ring_me(request: Visit) -> HttpResponse:
    form = RingForm(request.POST)
    if not form.is_valid():
        return _page(request, errors=first_errors(form))
    try:
        actions.show_number(request.user, to=chosen(request), **form.cleaned_data)
    except Refusal as refusal:
        return _page(request, errors={"number": refusal.sentence})
    return redirect(f"{reverse('ask-me')}?kept=1")


def chosen(request: Visit) -> list[UUID]:
    """Whoever and whatever was ticked; what is no id is let go."""
    found = []
    for said in request.POST.getlist("to"):
        with suppress(ValueError):
            found.append(UUID(said))
    return found


@signed_in
@require_POST
@once_only
def take_number_back(request: Visit) -> HttpResponse:
    actions.take_number_back(request.user)
    return redirect("ask-me")
