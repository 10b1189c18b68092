"""Before the house is open, after it has closed, and while nothing may be changed in it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from openchair.house.models import House, HouseState
from openchair.house.queries import duties_of, the_house
from openchair.kernel.typed import typed_in

ALWAYS = ("sign-in/", "sign-out/", "now/", "safety/", "rules/", "leave/", "weather/")
"""Coming in and out, who answers now, what is true here, and leaving quickly."""
BEFORE = (*ALWAYS, "set-up/", "house/", "listener/", "h/", "mine/")
"""What a steward needs to set up, and those who were asked for a duty to say yes and come back.
Behind each is a door of its own."""

type GetResponse = Callable[[HttpRequest], HttpResponse]


class Gate:
    """Answers in the place of a view that is not to be opened yet. Drawn from its address alone."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        house = the_house()
        if house is None or house.state == HouseState.OPEN:
            return None
        return _shut(request, house)


def _shut(request: HttpRequest, house: House) -> HttpResponse | None:
    address = request.path.lstrip("/")
    if address.startswith(BEFORE if house.is_setting_up else ALWAYS):
        return None
    if house.state == HouseState.READ_ONLY:
        return _refuse_to_change(request)
    page = {"closed": house.state == HouseState.CLOSED, "duties": duties_of(request.user)}
    return render(request, "house/not-open.html", page, status=503)


def _refuse_to_change(request: HttpRequest) -> HttpResponse | None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return None
    sentence = _("Nothing can be changed in this house just now. You can read everything.")
    page = {"sentence": sentence, "words": typed_in(request.POST), "lines": []}
    return render(request, "web/refused.html", page, status=409)
