from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openchair.circles.asked import unanswered
from openchair.circles.beside import beside_at, beside_in_words
from openchair.circles.doors import seated
from openchair.circles.models import Seat
from openchair.circles.pauses import paused
from openchair.circles.places import in_words, keepers_in_words, names_in_words
from openchair.circles.policy import why_not_change_table
from openchair.circles.queries import Table, the_table
from openchair.circles.visits import visit_of
from openchair.kernel import drafts
from openchair.kernel.refusal import Refusal
from openchair.people.doors import signed_in
from openchair.people.models import Account
from openchair.people.visit import Visit
from openchair.sharing import actions, queries
from openchair.sharing.forms import SayForm
from openchair.sharing.hidden import hidden_here, in_their_place
from openchair.sharing.models import NEEDS_FIRST, OPENINGS, Audience, Need, Share, ShareKind
from openchair.sharing.reach import usual_reach

TO_CHOOSE: dict[str, Any] = {
    "kinds": OPENINGS,
    "more_kinds": [kind for kind in ShareKind if kind not in OPENINGS],
    "needs": NEEDS_FIRST,
    "more_needs": [need for need in Need if need not in NEEDS_FIRST],
    "audiences": Audience,
}
"""What the box offers."""

type Saying = Callable[..., str]
"""Says the words as `actions.say` does, and answers with the address that is gone to then."""
type More = Callable[[Account, Seat], dict[str, Any]]
"""What rooms that this one does not know add to the page."""


def circle(request: Visit, seat: Seat, *, say: Saying, more: More) -> HttpResponse:
    """A table: who sits there, the box, and what was said since yesterday. POST says something."""
    if request.method != "POST":
        page = circle_page(request, seat) | more(request.user, seat)
        return render(request, "sharing/circle.html", page)
    form = SayForm(request.POST)
    if not form.is_valid():
        return _say_again(
            request, seat, more, _("Choose one of the openings, or none, and try again.")
        )
    try:
        return redirect(say(request.user, seat, at=timezone.now(), **form.said()))
    except Refusal as refusal:
        return _say_again(request, seat, more, refusal.sentence)


def _say_again(request: Visit, seat: Seat, more: More, problem: str) -> HttpResponse:
    page = circle_page(request, seat) | more(request.user, seat)
    page |= {"problem": problem, "draft": request.POST.get("words", "")}
    return render(request, "sharing/circle.html", page | {"said_so": request.POST}, status=422)


@seated
@require_safe
def day(request: Visit, seat: Seat, day: date) -> HttpResponse:
    """One earlier day from the drawer."""
    zone = request.person.zone
    if day > timezone.now().astimezone(ZoneInfo(zone)).date():
        raise Http404
    start = queries.day_starts(day, zone)
    page = _told(request, seat, start, queries.day_starts(day + timedelta(days=1), zone))
    return render(request, "sharing/day.html", page | {"day": day})


@seated
@require_safe
def earlier(request: Visit, seat: Seat, day: date) -> HttpResponse:
    """The drawer: leads to the last day before this one on which something was said."""
    zone = request.person.zone
    before = queries.day_starts(day, zone)
    found = queries.earlier_day(request.user, seat.circle, before, zone)
    if found is None:
        return render(request, "sharing/no-earlier.html", {"circle": seat.circle, "seat": seat})
    return redirect("day", seat.circle_id, found)


def circle_page(request: Visit, seat: Seat) -> dict[str, Any]:
    now, zone = timezone.now(), request.person.zone
    start = queries.day_starts(now.astimezone(ZoneInfo(zone)).date() - timedelta(days=1), zone)
    page = _told(request, seat, start, now + timedelta(days=1)) | _of_all(request, seat)
    place = actions.place_of(seat)
    page |= vars(usual_reach(request.user, seat, page["table"].names, to=request.GET.get("to", "")))
    return page | {"place": place, "draft": page["drafts"].get(place, ""), **TO_CHOOSE}


def _of_all(request: Visit, seat: Seat) -> dict[str, Any]:
    """What is asked of the whole table, and whether the reader is of those who decide."""
    asked = unanswered(request.user, seat.circle) if seat.circle.is_asked else []
    return {"asked": asked, "why_not_change": why_not_change_table(seat)}


def _told(request: Visit, seat: Seat, start: datetime, end: datetime) -> dict[str, Any]:
    viewer = request.user
    table = the_table(viewer, seat, at=timezone.now())
    said = queries.said_between(viewer, seat, start, end, table.names)
    hidden = hidden_here(viewer, seat, start, end, said=said, names=table.names)
    return {
        "table": table,
        "circle": table.circle,
        "seat": seat,
        "said": in_their_place(said, hidden.places),
        "hidden": hidden,
        "start": start,
        "around_in_words": in_words(table.places, table.chairs, table.remembered),
        "others_in_words": names_in_words(table.others),
        "keepers_in_words": keepers_in_words(table.keepers),
        "seen_in_words": queries.seen_in_words,
        "drafts": drafts.kept_by(viewer) if request.person.has_drafts else {},
        **_coming_and_going(viewer, seat, table),
    }


def _coming_and_going(viewer: Account, seat: Seat, table: Table) -> dict[str, Any]:
    """What concerns the reader's own place, and who has newly come."""
    now, beside = timezone.now(), beside_at(seat, table.names)
    return {
        "beside": beside,
        "beside_in_words": beside_in_words(beside.me),
        "visit": visit_of(seat, now),
        "paused": paused(viewer, seat, at=now),
    }


@signed_in
@require_safe
def words(request: Visit, share_id: UUID) -> HttpResponse:
    """Leads to where these words stand: the table's page, or the page of their day."""
    viewer = request.user
    return back_to(request, get_object_or_404(Share.objects.for_viewer(viewer), pk=share_id))


def back_to(request: Visit, share: Share) -> HttpResponse:
    zone = ZoneInfo(request.person.zone)
    said, today = share.said_at.astimezone(zone).date(), timezone.now().astimezone(zone).date()
    if said >= today - timedelta(days=1):
        page = reverse("circle", args=[share.circle_id])
    else:
        page = reverse("day", args=[share.circle_id, said])
    return redirect(f"{page}#said-{share.pk}")
