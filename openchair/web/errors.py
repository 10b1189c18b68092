"""Pages for when something goes wrong. They ask nothing of the database, and give the words back."""

import logging
import secrets
import sys
import traceback
from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _

from openchair.kernel.refusal import Refusal
from openchair.kernel.typed import typed_in
from openchair.web.context import bare
from openchair.web.help import lines_last_seen

log = logging.getLogger("openchair")

OWN_FIELDS = ("csrfmiddlewaretoken", "once")
TWO_WORDS = (
    ("grey", "late", "small", "warm", "quiet", "north", "silver", "early", "plain", "green"),
    (
        "heron",
        "kettle",
        "ladder",
        "willow",
        "lantern",
        "gate",
        "spoon",
        "window",
        "harbour",
        "pear",
    ),
)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Denied and absent look the same, byte for byte."""
    return _page(request, "web/not-found.html", 404, {})


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke, or the database did not answer: the words are on the page, to try again."""
    error = sys.exc_info()[1]
    reference = _reference()
    log.error(
        "%s: %s at %s\n%s", reference, type(error).__name__, _view_name(request), _where(error)
    )
    status = 503 if isinstance(error, DatabaseError | OSError) else 500
    return _page(request, "web/went-wrong.html", status, _again(request) | {"reference": reference})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    log.warning("refused at the door: %s", type(exception).__name__)
    sentence = _(
        "This was more, or other, than the house can take in at once. Go back in your browser: "
        "your words are still there. Copy them, and say them in two parts."
    )
    return _page(
        request, "web/refused.html", 400, {"sentence": sentence, "words": all_typed(request)}
    )


def form_was_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came from a page of an earlier sign-in, and its words are shown, not sent; or it came
    from elsewhere, and what another site wrote stands on no page of this house."""
    sentence = _(
        "This page had grown old, so nothing was sent. Your words are here. "
        "Copy them, open the page again, and put them in."
    )
    words = "" if came_from_elsewhere(request) else all_typed(request)
    return _page(request, "web/refused.html", 403, {"sentence": sentence, "words": words})


def came_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that another site filled in this form. Old browsers say nothing."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin", "")
    ours = {"", request.headers.get("Host", ""), urlsplit(settings.OPENCHAIR.public_address).netloc}
    return site not in ("same-origin", "none") or (urlsplit(origin).netloc or origin) not in ours


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    words = all_typed(request)
    return _page(
        request, "web/refused.html", refusal.status, {"sentence": refusal.sentence, "words": words}
    )


def words_in(request: HttpRequest) -> str:
    """What the person wrote into a box, as far as it can still be read."""
    return said_in(request).get("words", "")


def all_typed(request: HttpRequest) -> str:
    """The same from every field of the form."""
    return typed_in(said_in(request))


def said_in(request: HttpRequest) -> Mapping[str, str]:
    try:
        return request.POST
    except (SuspiciousOperation, OSError):
        return {}


def _again(request: HttpRequest) -> dict[str, object]:
    """What the form held, to be sent once more with the same once-only id: it cannot act twice."""
    said = said_in(request)
    checked = getattr(request, "csrf_processing_done", False)
    fields = [(name, value) for name, value in said.items() if name not in (*OWN_FIELDS, "words")]
    return {
        "words": said.get("words", ""),
        "typed": all_typed(request),
        "fields": fields if checked else [],
        "once": said.get("once", ""),
        "can_try_again": checked and request.method == "POST",
    }


def _page(request: HttpRequest, name: str, status: int, page: Mapping[str, object]) -> HttpResponse:
    context = bare(request) | {"lines": lines_last_seen()} | dict(page)
    return HttpResponse(loader.get_template(name).render(context), status=status)


def _reference() -> str:
    """Two words a person can say on the telephone, to find the line in the log."""
    return " ".join(secrets.choice(words) for words in TWO_WORDS)


def _view_name(request: HttpRequest) -> str:
    match = getattr(request, "resolver_match", None)
    return match.view_name if match else "before any page"


def _where(error: BaseException | None) -> str:
    """Places in the code only: an error's own text may hold someone's words."""
    return "".join(traceback.format_tb(error.__traceback__)) if error else ""
