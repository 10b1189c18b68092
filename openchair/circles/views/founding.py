"""Beginning a table."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from openchair.circles import actions
from openchair.circles.forms import StartForm
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.visit import Visit


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
