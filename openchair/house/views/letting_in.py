"""Signing in someone who arrived by one of the house's own one-time addresses."""

from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from openchair.kernel.doors import View
from openchair.kernel.once import answered_for
from openchair.people.models import Account
from openchair.people.signing_in import sign_in


def let_in(request: HttpRequest, account: Account) -> None:
    sign_in(request, account, own_device=True, at=timezone.now())


def let_in_again(view: View) -> View:
    """Who pressed twice may have lost the answer that let them in: the second press lets them in."""

    @wraps(view)
    def behind(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        arrived = answered_for(request)
        if arrived and not request.user.is_authenticated:
            let_in(request, Account.objects.get(pk=arrived))
        return answer

    return behind
