"""What the house says about itself: for everybody to read, and for a steward to fill in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from openchair.house import actions
from openchair.house.doors import stewards
from openchair.house.forms import SafetyForm, spoken_here
from openchair.house.queries import the_house
from openchair.house.views.showing import fill_in
from openchair.kernel.doors import open_to_all
from openchair.kernel.once import once_only
from openchair.people.visit import Visit


@stewards
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def safety(request: Visit) -> HttpResponse:
    return fill_in(request, "safety", SafetyForm, actions.keep_safety)


@open_to_all
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The rules of this house, to be read before anything else."""
    house = the_house()
    spoken = house.spoken if house else []
    names = [name for code, name in spoken_here() if code in spoken]
    return render(request, "house/rules.html", {"spoken": names})
