"""How someone likes things: their name, their nights, their light."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people import actions
from openchair.people.doors import signed_in
from openchair.people.forms import PersonForm, first_errors, languages
from openchair.people.visit import Visit


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def mine(request: Visit) -> HttpResponse:
    form = PersonForm(request.POST or PersonForm.as_now(request.person))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_person(request.user, **form.cleaned_data)
            return redirect(f"{reverse('mine')}?kept=1")
        except Refusal as refusal:
            form.add_error("name", refusal.sentence)
    return _page(request, form)


def _page(request: Visit, form: PersonForm) -> HttpResponse:
    errors = first_errors(form) if request.method == "POST" else {}
    page = {
        "form": form,
        "errors": errors,
        "kept": "kept" in request.GET,
        "spoken": languages(),
    }
    return render(request, "people/mine.html", page, status=422 if errors else 200)
