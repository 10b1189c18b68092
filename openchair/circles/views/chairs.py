"""Chairs drawn out."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.circles import actions
from openchair.circles.doors import seated
from openchair.circles.forms import WordForm
from openchair.circles.models import Seat
from openchair.kernel.once import once_only
from openchair.people.forms import first_errors
from openchair.people.visit import Visit


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
@require_POST
@once_only
def take_in_chair(request: Visit, seat: Seat, chair_id: UUID) -> HttpResponse:
    chair = get_object_or_404(seat.circle.open_chairs, pk=chair_id)
    actions.take_in_chair(request.user, chair)
    return redirect("circle", seat.circle_id)
