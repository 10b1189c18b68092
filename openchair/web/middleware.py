"""What happens around every request: headers, refusals as pages, and words that are never lost."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from openchair.kernel import drafts, pace
from openchair.kernel.refusal import Refusal
from openchair.web import errors

log = logging.getLogger("openchair")

type GetResponse = Callable[[HttpRequest], HttpResponse]

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, noarchive",
}


class Headers:
    """On every answer. Pages are never kept by a browser or a proxy; files with a hash in their name are."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        answer.headers.setdefault("Cache-Control", "no-store")
        pace.keep(request)
        return answer


class Refusals:
    """A Refusal that no view turned into its own page becomes a page with its sentence."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refusal):
            return errors.refused(request, exception)
        return None


class KeepWords:
    """Whatever went wrong, the words that came with it are kept, sealed, for the box they came from."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if request.method == "POST" and answer.status_code >= 400 and _may_keep(request, answer):
            self._keep(request)
        return answer

    def _keep(self, request: HttpRequest) -> None:
        try:
            words, place = errors.words_in(request), errors.said_in(request).get("place", "")
            if words and place and request.user.is_authenticated:
                with transaction.atomic():
                    drafts.keep(request.user, place, words, at=timezone.now())
        except (DatabaseError, OSError) as error:
            log.warning("words could not be kept as a draft: %s", type(error).__name__)


def _may_keep(request: HttpRequest, answer: HttpResponse) -> bool:
    """Not for who wants nothing kept, not what another site wrote, and not where the database did
    not answer a moment ago."""
    person = getattr(request, "person", None)
    if answer.status_code == 503 or errors.came_from_elsewhere(request):
        return False
    return person is None or person.keep_drafts
