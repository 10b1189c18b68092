"""Someone does not know where to start. Their answers are in the form they send, and nowhere else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from openchair.kernel.doors import open_to_all
from openchair.pathways.first_steps import step_page
from openchair.pathways.starting import told_in
from openchair.pathways.views.coming import came_from_elsewhere


@open_to_all
@csrf_exempt  # it changes nothing, and a token would need a cookie: docs/decisions/0045
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """One question, or the one step."""
    said = {} if came_from_elsewhere(request) else request.POST
    told = told_in(said)
    if question := told.next_question:
        return render(request, "pathways/start.html", {"question": question, "told": told})
    instead, today = said.get("instead", ""), timezone.localdate()
    return render(request, "pathways/step.html", step_page(request.user, told, instead, today))
