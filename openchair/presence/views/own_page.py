"""A page of how one was, for oneself alone: kept, or not."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.visit import Visit
from openchair.presence import telling


@signed_in
@require_POST
@once_only
def keep_page(request: Visit) -> HttpResponse:
    telling.keep_page(request.user, at=timezone.now())
    return redirect("how")


@signed_in
@require_POST
@once_only
def keep_no_page(request: Visit) -> HttpResponse:
    telling.keep_no_page(request.user)
    return redirect("how")
