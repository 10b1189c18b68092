"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from openchair.house.queries import last_seen_house, the_house
from openchair.people.queries import the_person
from openchair.people.signing_in import told_once
from openchair.web.language import others


def page(request: HttpRequest) -> dict[str, Any]:
    person = _the_reader(request)
    return _page(request) | {
        "house": the_house(),
        "person": person,
        "theme": person.theme if person else "",
        "tell_of_leaving": told_once(request),
        "languages": others(request) if person is None and request.method == "GET" else [],
    }


def bare(request: HttpRequest) -> dict[str, Any]:
    """For error pages: the same names, and nothing that asks the database."""
    return _page(request) | {"house": last_seen_house(), "person": None, "theme": ""}


def _page(request: HttpRequest) -> dict[str, Any]:
    return {
        "request": request,
        "lang": translation.get_language() or "en",
        "dir": "rtl" if translation.get_language_bidi() else "ltr",
        "demo": settings.OPENCHAIR.demo,
        "here": request.path,
    }


def _the_reader(request: HttpRequest) -> Any:
    if hasattr(request, "person"):
        return request.person
    return the_person(request.user) if hasattr(request, "user") else None
