from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.house import actions, queries
from openchair.house.doors import stewards
from openchair.house.forms import HelpLineForm
from openchair.house.views.showing import with_steps
from openchair.kernel.once import once_only
from openchair.people.forms import first_errors
from openchair.people.visit import Visit


@stewards
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def help_lines(request: Visit) -> HttpResponse:
    """The steward's page of help lines; POST enters a new one, which nobody else sees yet."""
    form = HelpLineForm(request.POST or None)
    if form.is_valid():
        actions.keep_help_line(request.user, None, **form.cleaned_data)
        return redirect("help-lines")
    page = {
        "lines": queries.lines_to_tend(timezone.localdate()),
        "form": form,
        "errors": first_errors(form),
    }
    status = 422 if form.errors else 200
    return render(request, "house/help-lines.html", with_steps("lines", page), status=status)


@stewards
@require_POST
@once_only
def check_help_line(request: Visit, line_id: UUID) -> HttpResponse:
    """The steward opened the provider's page today, and the line is as it says here."""
    today, now = timezone.localdate(), timezone.now()
    actions.check_help_line(request.user, line_id, on=today, at=now)
    return redirect("help-lines")


@stewards
@require_POST
@once_only
def take_off_help_line(request: Visit, line_id: UUID) -> HttpResponse:
    actions.take_off_help_line(request.user, line_id, at=timezone.now())
    return redirect("help-lines")
