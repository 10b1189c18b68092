"""From the address in the terminal to an open house."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods

from openchair.house import actions, policy, steps
from openchair.house.doors import BEGUN, setting_up, stewards
from openchair.house.forms import NameForm, PlaceForm, StewardForm, spoken_here
from openchair.house.models import Duty, SetUpAddress
from openchair.house.queries import hashed, held, holders, the_house
from openchair.house.views.letting_in import let_in, let_in_again
from openchair.house.views.showing import fill_in, onward, with_steps
from openchair.kernel.doors import open_to_all
from openchair.kernel.once import once_only
from openchair.people.forms import first_errors
from openchair.people.visit import Visit


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def set_up(request: HttpRequest, secret: str) -> HttpResponse:
    """The address in the terminal. Looking at it uses nothing up."""
    address = SetUpAddress.objects.filter(hash=hashed(secret)).first()
    if address is None:
        raise Http404
    if address.ended_at is not None:
        return render(request, "house/set-up-ended.html", status=410)
    if request.method == "POST":
        return _begin(request, address)
    return render(request, "house/set-up.html", {"goes_on": bool(held()[Duty.STEWARD])})


def _begin(request: HttpRequest, address: SetUpAddress) -> HttpResponse:
    """Before there is a steward the address opens the first pages; after that it lets them in, once."""
    first = next(iter(holders(Duty.STEWARD)), None)
    if first is None:
        request.session[BEGUN] = address.hash
    else:
        SetUpAddress.objects.filter(hash=address.hash).update(ended_at=timezone.now())
        let_in(request, first)
    return onward()


@setting_up
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def name(request: HttpRequest) -> HttpResponse:
    return fill_in(request, "name", NameForm, actions.keep_name)


@setting_up
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def place(request: HttpRequest) -> HttpResponse:
    return fill_in(request, "place", PlaceForm, actions.keep_place, spoken=spoken_here())


@setting_up
@require_http_methods(["GET", "HEAD", "POST"])
@let_in_again
@once_only
def first_steward(request: HttpRequest) -> HttpResponse:
    """Who looks after the house: its first account, signed in at once."""
    if request.user.is_authenticated:
        return onward()
    form = StewardForm(request.POST or None)
    if form.is_valid():
        language = translation.get_language() or ""
        said = form.cleaned_data | {"language": language, "at": timezone.now()}
        let_in(request, actions.become_first_steward(**said))
        return onward()
    page = with_steps("steward", {"said": request.POST, "errors": first_errors(form)})
    return render(request, "house/steward.html", page, status=422 if form.errors else 200)


@stewards
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def opening(request: Visit) -> HttpResponse:
    """What is still missing, and the one press that opens the house."""
    house = the_house()
    if request.method == "POST":
        actions.open_house(request.user, at=timezone.now())
    if house is None or not house.is_setting_up or request.method == "POST":
        return redirect("house-desk")
    standing = steps.look(house, timezone.localdate())
    why_not = policy.why_not_open(request.user, standing, standing.held)
    page = {"why_not": why_not, "mail_is_named": bool(settings.OPENCHAIR.mail_host)}
    return render(request, "house/opening.html", with_steps("opening", page))
