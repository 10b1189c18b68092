"""Whether letters leave this house, tried with the steward's own address."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter
from openchair.house import actions
from openchair.house.doors import stewards
from openchair.house.views.showing import onward, with_steps
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people import address
from openchair.people.forms import AddressForm, CodeForm, first_errors
from openchair.people.visit import Visit


@stewards
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def mail(request: Visit) -> HttpResponse:
    """What is configured, how the trial letter fared, and the code that stood in it."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and not address.waiting(request):
        return redirect("house-mail")
    if form.is_valid() and _arrived(request, form):
        actions.mark_done("mail", on=timezone.localdate())
        return onward(stay="house-mail")
    page = with_steps("mail", _how_it_fared(request) | {"errors": first_errors(form)})
    return render(request, "house/mail.html", page, status=422 if form.errors else 200)


def _arrived(request: Visit, form: CodeForm) -> bool:
    try:
        address.prove(request, form.cleaned_data["code"], at=timezone.now())
    except Refusal as refusal:
        form.add_error("code", refusal.sentence)
    return not form.errors


def _how_it_fared(request: Visit) -> dict[str, object]:
    viewer = request.user
    codes = Letter.objects.for_viewer(viewer).filter(kind=Kind.SIGN_IN_CODE)
    return {
        "mail": settings.OPENCHAIR,
        "file": settings.OPENCHAIR.home / "openchair.toml",
        "letter": codes.order_by("-written_at").first() if address.waiting(request) else None,
        "email": viewer.email or "",
    }


@stewards
@require_POST
@once_only
def try_mail(request: Visit) -> HttpResponse:
    form = AddressForm(request.POST)
    if form.is_valid():
        address.ask_for_proof(request, form.cleaned_data["email"], at=timezone.now())
        return redirect("house-mail")
    page = with_steps("mail", _how_it_fared(request) | {"errors": first_errors(form)})
    return render(request, "house/mail.html", page, status=422)


@stewards
@require_POST
@once_only
def without_mail(request: Visit) -> HttpResponse:
    """The steward has read what a house without mail cannot do."""
    actions.mark_done("mail", on=timezone.localdate())
    return onward(stay="house-mail")
