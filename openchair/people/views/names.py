"""How a name is said, and names that are never used."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people import actions, queries
from openchair.people.doors import signed_in
from openchair.people.forms import NameSaidForm, NeverForm, first_errors
from openchair.people.visit import Visit


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def name(request: Visit) -> HttpResponse:
    form = NameSaidForm(request.POST or None)
    if form.is_valid():
        actions.say_how(request.user, form.cleaned_data["name_said"])
        return redirect("mine-name")
    return _page(request, {"said_errors": first_errors(form)})


@signed_in
@require_POST
@once_only
def never(request: Visit) -> HttpResponse:
    form = NeverForm(request.POST)
    if form.is_valid():
        try:
            actions.never_use(request.user, form.cleaned_data["never"], at=timezone.now())
            return redirect("mine-name")
        except Refusal as refusal:
            form.add_error("never", refusal.sentence)
    return _page(request, {"never_errors": first_errors(form)})


@signed_in
@require_POST
@once_only
def use_again(request: Visit, row_id: UUID) -> HttpResponse:
    actions.use_again(request.user, row_id)
    return redirect("mine-name")


def _page(request: Visit, errors: dict[str, dict[str, str]]) -> HttpResponse:
    page = {
        "said_errors": {},
        "never_errors": {},
        "name_said": request.POST.get("name_said", request.person.name_said),
        "never": request.POST.get("never", ""),
        "names": queries.names_not_used(request.user),
    } | errors
    wrong = any(errors.values())
    return render(request, "people/name.html", page, status=422 if wrong else 200)
