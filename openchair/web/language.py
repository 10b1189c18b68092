"""In which language a page speaks: as the person chose, else the address, the browser, the house.

A visitor may choose another with `?lang=es`. Nothing is set on their device: the choice goes from page
to page in the address, by what the browser says it came from (docs/decisions/0068).
"""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation.trans_real import (
    get_supported_language_variant,
    parse_accept_lang_header,
)

from openchair.house.language import HERE, house_language
from openchair.people.queries import the_person

type GetResponse = Callable[[HttpRequest], HttpResponse]

IN_ADDRESS = "lang"
MADE_FOR_TESTS = "-x"


class Language:
    """The reader's own `request.person` is looked up here, once for all that comes after."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        own = _own(request)
        carried = "" if own is not None else _carried(request)
        if carried and request.method == "GET":
            return redirect(f"{request.path}?{_with_language(request, carried)}")
        named = own or asked_for(request) or carried or _accepted(request)
        with translation.override(named or _of_the_house()):
            answer = self.get_response(request)
            answer.headers.setdefault("Content-Language", translation.get_language() or "")
        return answer


def others(request: HttpRequest) -> list[tuple[str, str, str]]:
    """Each other language a visitor may choose: its code, its own name, and this page in it."""
    now = translation.get_language()
    return [
        (
            code,
            translation.get_language_info(code)["name_local"],
            f"?{_with_language(request, code)}",
        )
        for code, _name in settings.LANGUAGES
        if code != now and MADE_FOR_TESTS not in code
    ]


def asked_for(request: HttpRequest) -> str:
    """The language in this page's own address, if the house speaks it."""
    code = request.GET.get(IN_ADDRESS, "")
    return code if code in HERE else ""


def _own(request: HttpRequest) -> str | None:
    """What the reader chose, blank where they chose nothing; None for a visitor."""
    try:
        person = the_person(request.user)
    except DatabaseError:
        return None  # whoever answers the request will say what is wrong
    request.person = person  # type: ignore[attr-defined]  # read by doors, views and the page
    if person is None:
        return None
    return person.language if person.language in HERE else ""


def _of_the_house() -> str:
    try:
        return house_language()
    except DatabaseError:
        return settings.LANGUAGE_CODE


def _carried(request: HttpRequest) -> str:
    """What the page before had in its address, where this one has nothing."""
    before = urlsplit(request.headers.get("Referer", ""))
    if IN_ADDRESS in request.GET or before.netloc != request.headers.get("Host"):
        return ""
    code = parse_qs(before.query).get(IN_ADDRESS, [""])[0]
    return code if code in HERE else ""


def _with_language(request: HttpRequest, code: str) -> str:
    said = request.GET.copy()
    said[IN_ADDRESS] = code
    return said.urlencode()


def _accepted(request: HttpRequest) -> str:
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if code == "*":
            break
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return ""
