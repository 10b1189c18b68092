"""What a table tells of itself: to its people, and to those outside it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from openchair.circles import actions
from openchair.circles.agreement import in_force, lines_of
from openchair.circles.doors import seated
from openchair.circles.forms import CardForm
from openchair.circles.models import About, Card, Circle, CircleKind, Seat
from openchair.circles.queries import card_of
from openchair.kernel.once import once_only
from openchair.people.forms import first_errors
from openchair.people.visit import Visit

LIFE_KINDS = {CircleKind.FRIENDS, CircleKind.NEIGHBOURS}


@seated
@require_safe
def agreement(request: Visit, seat: Seat) -> HttpResponse:
    page = {"circle": seat.circle, "seat": seat, "lines": lines_of(seat.circle)}
    page["said_yes"] = seat.agreed_to == in_force(seat.circle)
    return render(request, "circles/agreement.html", page)


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
