"""Who may come in is written on every view."""

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.views.decorators.csrf import csrf_exempt

from openchair.kernel.doors import View, door, open_to_all


@door("knocking")
def knocking(view: View) -> View:
    """Only with a knock."""

    @wraps(view)
    def behind(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if "knock" not in request.GET:
            return HttpResponse(status=404)
        return view(request, *args, **kwargs)

    return behind


def greet(request: HttpRequest, name: str) -> HttpResponse:
    """Says hello."""
    return HttpResponse(f"{request.method} {name}")


def said(response: Any) -> Any:
    return response.content


def test_a_view_carries_the_name_of_its_door() -> None:
    assert vars(knocking(greet))["door"] == "knocking"
    assert (knocking.__name__, knocking.__doc__) == ("knocking", "Only with a knock.")


def test_a_door_lets_in_or_turns_away() -> None:
    view = knocking(greet)
    assert view(RequestFactory().get("/"), name="Ama").status_code == 404
    assert said(view(RequestFactory().get("/?knock"), name="Ama")) == b"GET Ama"


def test_an_open_door_changes_nothing() -> None:
    view = open_to_all(csrf_exempt(greet))
    assert vars(view)["door"] == "open_to_all"
    assert vars(view)["csrf_exempt"]
    assert said(view(RequestFactory().post("/"), name="Bert")) == b"POST Bert"
