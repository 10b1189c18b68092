"""Our table: what we are for, our words, who may come; and that we have begun."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_POST

from openchair.circles import actions, policy
from openchair.circles.agreement import lines_of
from openchair.circles.asked import not_now_lately, open_questions
from openchair.circles.doors import seated
from openchair.circles.forms_of_tables import ShapeForm
from openchair.circles.kinds import brought_by
from openchair.circles.models import Seat
from openchair.circles.places import keepers_in_words
from openchair.circles.queries import the_table
from openchair.kernel.once import once_only
from openchair.people.forms import first_errors
from openchair.people.visit import Visit

CHANGED = ("purpose", "opening_words", "closing_words", "openness", "seats_most")


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def our_table(request: Visit, seat: Seat) -> HttpResponse:
    """What stands is read first; changing it is one small form, folded."""
    form = ShapeForm(request.POST or None, for_two=seat.circle.is_pair)
    if form.is_valid():
        said = form.cleaned_data
        if "seats_most" in said:
            said["seats_most"] = int(said["seats_most"])
        actions.shape(request.user, seat, at=timezone.now(), **said)
        return redirect("our-table", seat.circle_id)
    page = _our_page(request, seat) | {"errors": first_errors(form)}
    page |= {"said": form.data} if form.errors else {}
    return render(request, "circles/our-table.html", page, status=422 if form.errors else 200)


def _our_page(request: Visit, seat: Seat) -> dict[str, Any]:
    viewer, circle, now = request.user, seat.circle, timezone.now()
    keepers = the_table(viewer, seat, at=now).keepers
    return {
        "circle": circle,
        "lines": lines_of(circle),
        "keepers_in_words": keepers_in_words(keepers) if keepers else "",
        "openness": capfirst(circle.get_openness_display()),
        "asked": open_questions(viewer, circle),
        "not_now": not_now_lately(viewer, circle, at=now),
        "prompts": brought_by(circle.kind).prompts,
        "why_not": actions.why_not_shape_now(seat, at=now),
        "why_not_change": policy.why_not_change_table(seat),
        "may_begin": policy.why_not_gather(seat, circle) is None,
        "said": {name: str(getattr(circle, name)) for name in CHANGED},
    }


@seated
@require_POST
@once_only
def begin_gathering(request: Visit, seat: Seat) -> HttpResponse:
    actions.begin_gathering(request.user, seat)
    return redirect("our-table", seat.circle_id)
