"""Nothing twice: a form is answered once, and sending it again leads to the first answer.

Each form carries a hidden token made when the page was drawn. The answer is written down in the same
transaction as what the form does, under a digest of who sent it, where to, and the token.
"""

import hashlib
import uuid
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from openchair.kernel.doors import View
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import OnceOnly
from openchair.kernel.refusal import Refusal

FIELD = "once"
KEPT = timedelta(days=30)
ANSWERED = "_answered_for"


def once_only(view: View) -> View:
    """For views that answer a form; stands inside the door.

    A redirect is an answer: it is committed with what the view did, and given again to whoever sends
    the same form again. Any other response, and any exception, undoes what the view did. Raises
    Refusal (400) for a form without a proper token. Only POST is looked at.
    """

    @wraps(view)
    def answered_once(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        key = _key(request)
        with transaction.atomic():
            first, answer = _claim(request, key)
            if not first:
                vars(request)[ANSWERED] = answer.account_id
                return _see(answer.location)
            response = view(request, *args, **kwargs)
            _settle(request, answer, response)
        return response

    return answered_once


def answered_for(request: HttpRequest) -> UUID | None:
    """After a form that was answered before: the account it was answered for, also one made by it."""
    return vars(request).get(ANSWERED)


def new_token() -> str:
    return str(uuid.uuid4())


def forget_old(at: datetime) -> None:
    """A form can be sent again for thirty days."""
    with acting_for_the_house("forgetting answered forms"):
        OnceOnly.objects.filter(made_at__lt=at - KEPT).delete()


def _key(request: HttpRequest) -> str:
    token = _token(request.POST.get(FIELD, ""))
    return hashlib.sha256(f"{_author(request)}|{request.path}|{token}".encode()).hexdigest()


def _token(said: str) -> uuid.UUID:
    try:
        return uuid.UUID(said)
    except ValueError:
        sentence = _("This form was not complete. Your words are here: please send them again.")
        raise Refusal(sentence, status=400) from None


def _author(request: HttpRequest) -> str:
    """The account, or for a visitor the browser: its session may begin only with this form."""
    if request.user.pk:
        return f"account {request.user.pk}"
    return f"browser {request.COOKIES.get(settings.CSRF_COOKIE_NAME, '')}"


def _claim(request: HttpRequest, key: str) -> tuple[bool, OnceOnly]:
    """Whether this is the first time. Waits while the same form is being answered elsewhere."""
    mine = OnceOnly(account_id=request.user.pk, key=key, made_at=timezone.now())
    with acting_for_the_house("answering a form once"):
        OnceOnly.objects.bulk_create([mine], ignore_conflicts=True)
        there = OnceOnly.objects.get(key=key)
    return there.pk == mine.pk, there


def _settle(request: HttpRequest, answer: OnceOnly, response: HttpResponseBase) -> None:
    if not _is_redirect(response):
        transaction.set_rollback(True)
        return
    answer.location, answer.account_id = response["Location"], request.user.pk
    with acting_for_the_house("answering a form once"):
        answer.save(update_fields=["location", "account"])


def _is_redirect(response: HttpResponseBase) -> bool:
    return 300 <= response.status_code < 400 and response.has_header("Location")


def _see(location: str) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": location})
