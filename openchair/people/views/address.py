"""Where a sign-in code may be sent."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people import actions, address, queries
from openchair.people.doors import signed_in, sure_it_is_you
from openchair.people.forms import AddressForm, CodeForm, first_errors
from openchair.people.visit import Visit


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@sure_it_is_you
@once_only
def come_back(request: Visit) -> HttpResponse:
    """Where may a sign-in code be sent? Without an address, this browser is the only way in."""
    form = AddressForm(request.POST or None)
    if form.is_valid():
        address.ask_for_proof(request, form.cleaned_data["email"], at=timezone.now())
        return redirect("come-back-code")
    page = {"errors": first_errors(form), "email": request.POST.get("email", "")}
    return render(request, "people/come-back.html", page, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def come_back_code(request: Visit) -> HttpResponse:
    if not address.waiting(request):
        return redirect("come-back")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            address.prove(request, form.cleaned_data["code"], at=timezone.now())
            return redirect(f"{reverse('mine')}?kept=1")
        except Refusal as refusal:
            form.add_error("code", refusal.sentence)
    page = {"errors": first_errors(form), "code": request.POST.get("code", "")}
    return render(request, "people/come-back-code.html", page, status=422 if form.errors else 200)


@signed_in
@require_POST
@once_only
def call_off_mending(request: Visit) -> HttpResponse:
    """From any browser that is signed in: the address stays as it is."""
    if mending := queries.mending_of(request.user, timezone.now()):
        actions.call_off(mending.pk)
    return redirect("today")
