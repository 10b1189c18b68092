"""The sheet with the house key: shown to a steward for a quarter of an hour, printed, put away."""

from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from openchair.house import actions, key_sheet
from openchair.house.doors import stewards
from openchair.house.queries import step_done_on, the_house
from openchair.house.views.showing import onward, with_steps
from openchair.kernel.doors import View
from openchair.kernel.once import once_only
from openchair.people.doors import sure_it_is_you
from openchair.people.visit import Visit


def sure_once_open(view: View) -> View:
    """In the set-up the steward came a moment ago; later they show once more that it is them."""
    surely = sure_it_is_you(view)

    @wraps(view)
    def behind(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        house = the_house()
        through = view if house and house.is_setting_up else surely
        return through(request, *args, **kwargs)

    return behind


@stewards
@require_safe
def key(request: Visit) -> HttpResponse:
    """What the sheet is for. The key itself stands on the next page."""
    return render(
        request, "house/key.html", with_steps("key", {"put_away_on": step_done_on("key")})
    )


@stewards
@require_POST
@sure_once_open
@once_only
def show_key(request: Visit) -> HttpResponse:
    actions.show_key(request.user, at=timezone.now())
    key_sheet.lay_open(request.session, timezone.now())
    return redirect("key-sheet")


@stewards
@require_safe
def sheet(request: Visit) -> HttpResponse:
    if not key_sheet.is_open(request.session, timezone.now()):
        return redirect("house-key")
    page = {
        "groups": key_sheet.groups(),
        "file": settings.OPENCHAIR.key_file,
        "today": timezone.localdate(),
    }
    return render(request, "house/key-sheet.html", page)


@stewards
@require_POST
@once_only
def put_away(request: Visit) -> HttpResponse:
    """Printed and put away: a human's word, and the day of it."""
    actions.mark_done("key", on=timezone.localdate())
    key_sheet.put_away(request.session)
    return onward()
