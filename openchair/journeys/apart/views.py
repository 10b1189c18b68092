"""Whom the reader never wants to meet in this house, or to be seated with; and how to say so."""

from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from openchair.circles import actions as circles
from openchair.circles.models import NeverWith
from openchair.circles.queries import company, never_with
from openchair.journeys.forms import NeverWithForm
from openchair.kernel.once import once_only
from openchair.kernel.text import within_a_sentence
from openchair.people import actions as people
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.models import Person
from openchair.people.queries import blocked_by
from openchair.people.visit import Visit


@signed_in
@require_safe
def apart(request: Visit) -> HttpResponse:
    return render(request, "journeys/apart.html", _page(request))


def _page(request: Visit) -> dict[str, Any]:
    viewer = request.user
    blocked = {row.of_id: within_a_sentence(row.name) or _("Someone") for row in blocked_by(viewer)}
    page = {"blocked": blocked, "company": company(viewer), "never": never_with(viewer)}
    return page | {"errors": {}, "said": {}}


@signed_in
@require_POST
@once_only
def block(request: Visit, account_id: UUID) -> HttpResponse:
    viewer = request.user
    person = get_object_or_404(Person.objects.for_viewer(viewer), pk=account_id)
    people.block(viewer, person.account, at=timezone.now())
    return redirect("apart")


@signed_in
@require_POST
@once_only
def end_block(request: Visit, account_id: UUID) -> HttpResponse:
    known = [row.of_id for row in blocked_by(request.user)]
    if account_id in known:
        people.end_block(request.user, get_user_model().objects.get(pk=account_id))
    return redirect("apart")


@signed_in
@require_POST
@once_only
def write_never(request: Visit) -> HttpResponse:
    """Whether or not they have an account here: the page looks nobody up."""
    form = NeverWithForm(request.POST)
    if form.is_valid():
        name, address = form.cleaned_data["name"], form.cleaned_data["email"]
        circles.never_seat_with(request.user, name=name, address=address, at=timezone.now())
        return redirect("apart")
    page = _page(request) | {"errors": first_errors(form), "said": request.POST}
    return render(request, "journeys/apart.html", page, status=422)


@signed_in
@require_POST
@once_only
def take_off_never(request: Visit, row_id: UUID) -> HttpResponse:
    viewer = request.user
    row = get_object_or_404(NeverWith.objects.for_viewer(viewer), pk=row_id)
    circles.take_off_never(viewer, row)
    return redirect("apart")
