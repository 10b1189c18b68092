"""What the pages of the house share: the list of steps, a filled-in form, and where to go next."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from openchair.house import steps
from openchair.house.forms import as_now
from openchair.house.queries import the_house
from openchair.people.forms import first_errors


def with_steps(step: str, page: Mapping[str, Any]) -> dict[str, Any]:
    """While the house is being set up, each page shows how far it is."""
    house = the_house()
    standing = None
    if house and house.is_setting_up:
        standing = steps.look(house, timezone.localdate())
    return {
        "standing": standing,
        "all_steps": steps.STEPS,
        "step": step,
        "house_address": settings.OPENCHAIR.public_address,
        **page,
    }


def onward(*, stay: str = "") -> HttpResponse:
    """The next open step; once the house is open the desk, or the page that was changed."""
    house = the_house()
    if house is None or not house.is_setting_up:
        return redirect(stay or "house-desk")
    next_step = steps.look(house, timezone.localdate()).next_step()
    return redirect(next_step.url_name if next_step else "house-opening")


def fill_in(
    request: HttpRequest,
    step: str,
    form_class: type[forms.Form],
    act: Callable[..., object],
    **page: Any,
) -> HttpResponse:
    """A page with one form about the house. `act` is given who did it, when, and what was said."""
    form = form_class(request.POST or None, initial=as_now(form_class, the_house()))
    if form.is_valid():
        act(request.user, at=timezone.now(), **form.cleaned_data)
        return onward()
    shown = {"form": form, "errors": first_errors(form) if form.is_bound else {}} | page
    status = 422 if form.is_bound else 200
    return render(request, f"house/{step}.html", with_steps(step, shown), status=status)
