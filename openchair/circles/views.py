from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.circles import actions
from openchair.circles.agreement import lines_of
from openchair.circles.doors import once_seated, seated
from openchair.circles.forms import CardForm, StartForm, WordForm
from openchair.circles.models import About, Card, Circle, CircleKind, Invitation, Seat
from openchair.circles.queries import card_of
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.visit import Visit

LIFE_KINDS = {CircleKind.FRIENDS, CircleKind.NEIGHBOURS}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def start(request: Visit) -> HttpResponse:
    """Start with one person (AS-07)."""
    form = StartForm(request.POST or None)
    if form.is_valid():
        circle, _letter = actions.start_with_one(
            request.user, at=timezone.now(), **form.cleaned_data
        )
        return redirect("circle", circle.pk)
    page = {"said": request.POST, "errors": first_errors(form)}
    return render(request, "circles/start.html", page, status=422 if form.errors else 200)


@seated
@require_safe
def agreement(request: Visit, seat: Seat) -> HttpResponse:
    page = {"circle": seat.circle, "seat": seat, "lines": lines_of(seat.circle)}
    return render(request, "circles/agreement.html", page)


@seated
@require_POST
@once_only
def invite_again(request: Visit, seat: Seat) -> HttpResponse:
    """A new letter, when the first lapsed, was declined or was taken back."""
    circle = seat.circle
    actions.invite(request.user, circle, invitee="", words=circle.purpose, at=timezone.now())
    return redirect("circle", circle.pk)


@signed_in
@require_POST
@once_only
def withdraw(request: Visit, invitation_id: UUID) -> HttpResponse:
    viewer = request.user
    letter = get_object_or_404(Invitation.objects.for_viewer(viewer), pk=invitation_id)
    actions.withdraw(viewer, letter)
    return redirect("circle", letter.circle_id)


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def rest(request: Visit, seat: Seat) -> HttpResponse:
    form = WordForm(request.POST or None)
    if form.is_valid():
        actions.rest(request.user, seat, word=form.cleaned_data["words"])
        return redirect("circle", seat.circle_id)
    page = {"seat": seat, "circle": seat.circle, "errors": first_errors(form), "said": request.POST}
    return render(request, "circles/rest.html", page, status=422 if form.errors else 200)


@seated
@require_POST
@once_only
def be_back(request: Visit, seat: Seat) -> HttpResponse:
    actions.be_back(request.user, seat)
    return redirect("circle", seat.circle_id)


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def set_out_chair(request: Visit, seat: Seat) -> HttpResponse:
    form = WordForm(request.POST or None)
    if form.is_valid():
        actions.set_out_chair(
            request.user, seat, words=form.cleaned_data["words"], at=timezone.now()
        )
        return redirect("circle", seat.circle_id)
    page = {"seat": seat, "circle": seat.circle, "errors": first_errors(form), "said": request.POST}
    return render(request, "circles/chair.html", page, status=422 if form.errors else 200)


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def card(request: Visit, seat: Seat) -> HttpResponse:
    """Hidden, shown to the house, or to visitors too: those who sit there choose."""
    form = CardForm(request.POST or None)
    if form.is_valid():
        said = dict(form.cleaned_data)
        shown_to = said.pop("shown_to")
        actions.show_card(request.user, seat, shown_to=shown_to, said=said, at=timezone.now())
        return redirect("circle", seat.circle_id)
    page = _card_page(request, seat) | {"errors": first_errors(form)}
    page |= {"said": form.data} if form.errors else {}
    return render(request, "circles/card.html", page, status=422 if form.errors else 200)


def _card_page(request: Visit, seat: Seat) -> dict[str, Any]:
    viewer, circle = request.user, seat.circle
    stands = card_of(viewer, circle)
    why_not = actions.why_not_change_card(viewer, seat, at=timezone.now())
    said = on_card(stands, circle)
    return {"circle": circle, "card": stands, "why_not": why_not, "said": said}


def on_card(stands: Card | None, circle: Circle) -> dict[str, str]:
    """What stands in the form: the card, or what the table could write on a first one."""
    if stands is None:
        return {"about": About.LIFE if circle.kind in LIFE_KINDS else About.HARD}
    return {field: getattr(stands, field) for field in CardForm.base_fields}


@seated
@require_POST
@once_only
def take_in_chair(request: Visit, seat: Seat, chair_id: UUID) -> HttpResponse:
    chair = get_object_or_404(seat.circle.open_chairs, pk=chair_id)
    actions.take_in_chair(request.user, chair)
    return redirect("circle", seat.circle_id)


@once_seated
@require_POST
@once_only
def come_back(request: Visit, seat: Seat) -> HttpResponse:
    actions.come_back(request.user, seat, at=timezone.now())
    return redirect("circle", seat.circle_id)
