"""Views that answer a form, for the tests of once-only forms."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from openchair.kernel.models import Draft
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.kernel.tests.conftest import NOW


@once_only
def say(request: HttpRequest, status: int = 302) -> HttpResponse:
    """Writes a row, and leads to it unless told otherwise."""
    leading_on = HttpResponseRedirect(f"/said/{write(request).pk}/")
    return leading_on if status == 302 else HttpResponse(status=status)


@once_only
def refuse(request: HttpRequest) -> HttpResponse:
    write(request)
    raise Refusal("Not now.")


@once_only
def ask(request: HttpRequest, asked: list[HttpRequest]) -> HttpResponse:
    asked.append(request)
    return HttpResponseRedirect("/thanks/")


def write(request: HttpRequest) -> Draft:
    account: Any = request.user
    mine: Any = Draft.objects.for_viewer(account)
    place = str(uuid.uuid4())
    draft: Draft = mine.create(account_id=account.pk, place=place, words="once", kept_at=NOW)
    return draft
