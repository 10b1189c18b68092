"""Somebody without an account writes to the host, and comes back to a private page for the answer."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.house.models import Duty
from openchair.house.queries import holders
from openchair.kernel.doors import open_to_all
from openchair.kernel.refusal import Refusal
from openchair.pathways import actions
from openchair.pathways.forms import LetterForm
from openchair.pathways.queries_of_letters import by_place, told_tables
from openchair.pathways.views.coming import came_from_elsewhere, home_of
from openchair.people.forms import first_errors


@open_to_all
@csrf_exempt  # it acts for nobody who is signed in: docs/decisions/0045
@require_http_methods(["GET", "HEAD", "POST"])
def letter_to_host(request: HttpRequest) -> HttpResponse:
    """The answer is the same whatever address was written: none is looked up."""
    if request.method == "POST" and came_from_elsewhere(request):
        raise Refusal(_("This form did not come from a page of this house."), status=403)
    form = LetterForm(request.POST or None)
    try:
        if form.is_valid():
            return redirect("letter-place", _write(request, form.cleaned_data))
    except Refusal as refusal:
        return _letter_page(request, form, refusal.status, refusal.sentence)
    return _letter_page(request, form, 422 if form.errors else 200)


def _write(request: HttpRequest, said: dict[str, Any]) -> str:
    return actions.write_to_host(
        said["once"],
        name=said["name"],
        words=said["words"],
        address=said["email"],
        language=get_language() or "",
        home=home_of(request),
        at=timezone.now(),
    )


def _letter_page(
    request: HttpRequest, form: LetterForm, status: int, sentence: str = ""
) -> HttpResponse:
    page: dict[str, Any] = {"said": form.data, "errors": first_errors(form), "sentence": sentence}
    page["nobody"] = not form.is_bound and not holders(Duty.HOST)
    return render(request, "pathways/letter-to-host.html", page, status=status)


@open_to_all
@require_safe
def letter_place(request: HttpRequest, place: str) -> HttpResponse:
    """What was never here and what is gone are the same page."""
    now = timezone.now()
    letter = by_place(place, at=now)
    if letter is None:
        return render(request, "pathways/letter-gone.html", status=404)
    page = {"letter": letter, "place": place, "tables": told_tables(request.user, letter)}
    page |= {"at": now, "here_in_full": f"{settings.OPENCHAIR.public_address}{request.path}"}
    return render(request, "pathways/letter-place.html", page)


@open_to_all
@csrf_exempt  # whoever holds the address may; no cookie says so: docs/decisions/0045
@require_POST
def take_back(request: HttpRequest, place: str) -> HttpResponse:
    if not came_from_elsewhere(request):
        actions.take_letter_back(place, at=timezone.now())
    return redirect("letter-place", place)
