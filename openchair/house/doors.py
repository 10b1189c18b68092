"""Who may come in: those who do something for the whole house. To everyone else these pages are not there."""

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from openchair.house.models import Duty, SetUpAddress
from openchair.house.queries import duties_of, held, the_house
from openchair.kernel.doors import Door, View, door
from openchair.people.doors import signed_in

BEGUN = "setting-up"
"""In the session: which set-up address this browser came with."""


def _for(*duties: Duty) -> Door:
    """For whoever has at least one of these."""

    def hang(view: View) -> View:
        @wraps(view)
        def behind(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if duties_of(request.user).isdisjoint(duties):
                raise Http404
            return view(request, *args, **kwargs)

        return signed_in(behind)

    return hang


stewards = door("stewards")(_for(Duty.STEWARD))
hosts = door("hosts")(_for(Duty.HOST))
ears = door("ears")(_for(Duty.EAR))
stewards_and_hosts = door("stewards_and_hosts")(_for(Duty.STEWARD, Duty.HOST))
stewards_and_ears = door("stewards_and_ears")(_for(Duty.STEWARD, Duty.EAR))
with_a_duty = door("with_a_duty")(_for(*Duty))


@door("setting_up")
def setting_up(view: View) -> View:
    """For stewards; and before there is one, for the browser that came with the set-up address."""
    for_stewards = stewards(view)

    @wraps(view)
    def behind(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_beginning(request):
            return view(request, *args, **kwargs)
        return for_stewards(request, *args, **kwargs)

    return behind


def is_beginning(request: HttpRequest) -> bool:
    begun = request.session.get(BEGUN)
    house = the_house() if begun else None
    if house is None or not house.is_setting_up or held()[Duty.STEWARD]:
        return False
    return SetUpAddress.objects.filter(hash=begun, ended_at=None).exists()
