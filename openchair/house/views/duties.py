"""Who does what for the house: asking, saying yes, putting down."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.house import actions, queries
from openchair.house.actions.handing_over import Asked
from openchair.house.doors import stewards, with_a_duty
from openchair.house.forms import ArrivingYesForm, YesForm
from openchair.house.models import Duty, HandOver, Role
from openchair.house.queries import the_house
from openchair.house.saying_yes import arrive_for_duty
from openchair.house.views.letting_in import let_in, let_in_again
from openchair.house.views.showing import with_steps
from openchair.kernel.doors import open_to_all
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people.doors import signed_in, sure_it_is_you
from openchair.people.forms import first_errors
from openchair.people.models import Account
from openchair.people.visit import Visit

PAGES = {Duty.HOST: "house-greeting", Duty.EAR: "house-listener", Duty.STEWARD: "house-duties"}


@with_a_duty
@require_safe
def duties(request: Visit) -> HttpResponse:
    viewer = request.user
    page = {
        "mine": sorted(queries.duties_of(viewer)),
        "others": queries.other_stewards(viewer),
        "letters": queries.open_letters(viewer, timezone.now()),
    }
    return render(request, "house/duties.html", with_steps("duties", page))


@stewards
@require_POST
@once_only
def ask(request: Visit, duty: str) -> HttpResponse:
    """A new address to hand to one person."""
    if duty not in Duty.values:
        raise Http404
    actions.ask(request.user, Duty(duty), at=timezone.now())
    return _where_it_was_asked(Duty(duty))


@stewards
@require_POST
@once_only
def take_back(request: Visit, handover_id: UUID) -> HttpResponse:
    actor = request.user
    asked = get_object_or_404(HandOver.objects.for_viewer(actor), pk=handover_id)
    actions.take_back(actor, asked)
    return _where_it_was_asked(Duty(asked.duty))


def _where_it_was_asked(duty: Duty) -> HttpResponse:
    house = the_house()
    setting_up = house is not None and house.is_setting_up
    return redirect(PAGES[duty] if setting_up else "house-duties")


@signed_in
@require_POST
@once_only
def put_down(request: Visit, duty: str) -> HttpResponse:
    """For who holds it; a second press is answered as the first, though the duty is gone by then."""
    if duty not in queries.duties_of(request.user):
        raise Http404
    nobody = "nobody" in request.POST
    actions.put_down(request.user, Duty(duty), at=timezone.now(), say_nobody_is_independent=nobody)
    return redirect("house-duties" if queries.duties_of(request.user) else "today")


@stewards
@require_POST
@sure_it_is_you
@once_only
def end_duty(request: Visit, role_id: UUID) -> HttpResponse:
    actor = request.user
    seen = Role.objects.for_viewer(actor).filter(duty=Duty.STEWARD)
    actions.end_duty(actor, get_object_or_404(seen, pk=role_id), at=timezone.now())
    return redirect("house-duties")


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@let_in_again
@once_only
def letter(request: HttpRequest, token: str) -> HttpResponse:
    """What is asked and by whom, and the yes. Reading it uses nothing up."""
    try:
        asked = actions.open_letter(token, at=timezone.now())
        if request.user.is_authenticated:
            return _known(request, request.user, asked, token)
        return _new(request, asked, token)
    except Refusal as refusal:
        return _closed(request, refusal)


def _known(request: HttpRequest, actor: Account, asked: Asked, token: str) -> HttpResponse:
    form = YesForm(request.POST or None)
    if form.is_valid():
        actions.take(actor, token, at=timezone.now(), **form.cleaned_data)
        return redirect("house-desk")
    return _letter(request, asked, form)


def _new(request: HttpRequest, asked: Asked, token: str) -> HttpResponse:
    form = ArrivingYesForm(request.POST or None)
    if form.is_valid():
        language = translation.get_language() or ""
        let_in(request, arrive_for_duty(token, form.cleaned_data, language, timezone.now()))
        return redirect("house-desk")
    return _letter(request, asked, form)


def _letter(request: HttpRequest, asked: Asked, form: forms.Form) -> HttpResponse:
    page = {
        "asked": asked,
        "said": request.POST,
        "known": not isinstance(form, ArrivingYesForm),
        "errors": first_errors(form),
    }
    return render(request, "house/duty-letter.html", page, status=422 if form.errors else 200)


def _closed(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    page = {"sentence": refusal.sentence}
    return render(request, "house/closed-letter.html", page, status=refusal.status)
