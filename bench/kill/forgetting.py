"""Switches once-only off from outside: every form that comes in looks like one never seen before."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from openchair.kernel.once import FIELD


class ForgetTokens:
    """Only `settings_without_once` names this middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and FIELD in request.POST:
            form = request.POST.copy()
            form[FIELD] = str(uuid.uuid4())
            request.POST = form  # type: ignore[assignment]  # as `_load_post_and_files` sets it
        return self.get_response(request)
