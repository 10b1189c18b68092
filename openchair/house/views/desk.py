"""One page for those who do something for the house: what each duty tends, and what needs someone."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from openchair.house import queries
from openchair.house.desk import things_to_tend
from openchair.house.doors import stewards_and_ears, with_a_duty
from openchair.house.models import Duty
from openchair.house.needs import what_needs_a_human
from openchair.people.visit import Visit


@with_a_duty
@require_safe
def desk(request: Visit) -> HttpResponse:
    mine, house = queries.duties_of(request.user), queries.the_house()
    needs = what_needs_a_human(house, timezone.localdate()) if house else []
    page = {
        "things": things_to_tend(mine),
        "needs": needs if Duty.STEWARD in mine else [],
        "mine": sorted(mine),
    }
    return render(request, "house/desk.html", page)


@stewards_and_ears
@require_safe
def events(request: Visit) -> HttpResponse:
    """What happened to the house in the last twelve months, without content."""
    return render(request, "house/events.html", {"events": queries.events(request.user)})
