from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from openchair.house.doors import hosts
from openchair.journeys.mending.forms import MendingForm
from openchair.kernel import pace
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people.actions import mend
from openchair.people.doors import sure_it_is_you
from openchair.people.forms import first_errors
from openchair.people.visit import Visit

EVERY_ANSWER_TAKES = 0.25


@hosts
@require_http_methods(["GET", "HEAD", "POST"])
@sure_it_is_you
@once_only
def mend_address(request: Visit) -> HttpResponse:
    """A row takes longer to write than none: each answer comes after the same quarter of a second."""
    if request.method == "POST":
        pace.at_least(request, EVERY_ANSWER_TAKES)
    form = MendingForm(request.POST or None)
    if form.is_valid():
        try:
            lost, address = form.cleaned_data["lost"], form.cleaned_data["email"]
            mend(request.user, lost=lost, address=address, at=timezone.now())
            return redirect("mend-address-said")
        except Refusal as refusal:
            form.add_error("lost", refusal.sentence)
    page = {"said": request.POST, "errors": first_errors(form)}
    return render(request, "journeys/mend-address.html", page, status=422 if form.errors else 200)


@hosts
@require_safe
def said(request: Visit) -> HttpResponse:
    """The same words, whoever has these addresses."""
    return render(request, "journeys/mend-address-said.html")
