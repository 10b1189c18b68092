"""One's own place at a table."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.circles import actions
from openchair.circles.doors import once_seated, seated
from openchair.circles.forms import WordForm
from openchair.circles.models import Seat
from openchair.kernel.once import once_only
from openchair.people.forms import first_errors
from openchair.people.visit import Visit

SIT_DOWN = "sit-down"


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


@once_seated
@require_POST
@once_only
def visit(request: Visit, seat: Seat) -> HttpResponse:
    """Sit down here, or not for me: a visitor's own answer, and nobody else's."""
    if request.POST.get("answer") == SIT_DOWN:
        actions.sit_down(request.user, seat, at=timezone.now())
        return redirect("circle", seat.circle_id)
    actions.go_on(request.user, seat, at=timezone.now())
    return redirect("today")


@seated
@require_POST
@once_only
def be_back(request: Visit, seat: Seat) -> HttpResponse:
    actions.be_back(request.user, seat)
    return redirect("circle", seat.circle_id)


@once_seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def come_back(request: Visit, seat: Seat) -> HttpResponse:
    """To whoever left with the door open: the table's name, and one press that leads back in."""
    if request.method != "POST":
        page = {"seat": seat, "circle": seat.circle}
        return (
            redirect("circle", seat.circle_id)
            if seat.is_inside
            else render(request, "circles/door.html", page)
        )
    actions.come_back(request.user, seat, at=timezone.now())
    return redirect("circle", seat.circle_id)
