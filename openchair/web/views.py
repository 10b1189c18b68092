from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from openchair.circles.models import Seat
from openchair.circles.queries import cards, seats_and_open_doors
from openchair.circles.visits import ending_soon
from openchair.delivery.actions import mark_read
from openchair.delivery.queries import does_not_arrive, inside
from openchair.house.models import Duty
from openchair.house.queries import duties_of
from openchair.journeys.leaving import what_became_of_words
from openchair.journeys.todays import todays
from openchair.kernel import drafts
from openchair.kernel.doors import open_to_all
from openchair.kernel.text import within_a_sentence
from openchair.pathways.queries_of_letters import letters_wait
from openchair.people.doors import signed_in
from openchair.people.models import Account
from openchair.people.queries import change_of_address, mending_of
from openchair.people.visit import Visit
from openchair.presence.queries import where_one_may_ask
from openchair.web.help import lines_now


@open_to_all
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """A person and one door, before any list: who is tired stops reading early (look.md 8.1)."""
    if request.user.is_authenticated:
        return redirect("today")
    return render(request, "web/front.html", {"cards": cards(request.user)})


@signed_in
@require_safe
def today(request: Visit) -> HttpResponse:
    """A short page that ends, in the order of `journeys.todays`; a door for each table; the end."""
    viewer, now = request.user, timezone.now()
    seats, doors = seats_and_open_doors(viewer, at=now)
    parts = todays(viewer, inside(viewer), seats, at=now)
    if parts.read:  # a page that is only read waits for no other writer
        mark_read(viewer, *parts.read, at=now)
    page = _first_words(request, now) | vars(parts) | _own_address(viewer, now)
    return render(request, "web/today.html", page | _tables(viewer, seats, doors, now))


def _first_words(request: Visit, at: datetime) -> dict[str, Any]:
    return {
        "today": timezone.localdate(at),
        "greeting": greeting(timezone.localtime(at), within_a_sentence(request.person.name)),
        "left": what_became_of_words(request.GET.get("left", "")),
        "not_today": "not-today" in request.GET,
    }


def _own_address(viewer: Account, at: datetime) -> dict[str, Any]:
    """What its owner has to know of the address codes go to."""
    return {
        "unreached": does_not_arrive(viewer, viewer.email),
        "address_change": change_of_address(viewer, at),
        "mending": mending_of(viewer, at),
    }


def _tables(viewer: Account, seats: list[Seat], doors: list[Seat], at: datetime) -> dict[str, Any]:
    duties = duties_of(viewer)
    return {
        "seats": seats,
        "visits": ending_soon(seats, at),
        "doors": doors,
        "has_a_duty": bool(duties),
        "at_the_door": Duty.HOST in duties and letters_wait(viewer),
    }


def greeting(moment: datetime, name: str) -> str:
    """By the clock where the reader is."""
    if moment.hour < 5 or moment.hour >= 21:
        return _("Still up, %(name)s") % {"name": name}
    if moment.hour < 12:
        return _("Good morning, %(name)s") % {"name": name}
    return _("Hello, %(name)s") % {"name": name}


@open_to_all
@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """Need someone now? In this order: emergency, company, lines, what happens if I call (5.6)."""
    page = {"lines": lines_now(timezone.localdate()), "ask_at": where_one_may_ask(request.user)}
    return render(request, "web/now.html", page)


@open_to_all
@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    config = settings.OPENCHAIR
    return render(request, "web/safety.html", {"sends_mail": config.mail_host or config.demo})


@open_to_all
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Leave-fast (I-30): the session ends on the server, and the browser goes somewhere plain."""
    logout(request)
    answer = redirect("elsewhere")
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@open_to_all
@require_safe
def elsewhere(request: HttpRequest) -> HttpResponse:
    """A plain page about nothing personal."""
    return render(request, "web/elsewhere.html")


@signed_in
@require_POST
def keep_draft(request: Visit) -> HttpResponse:
    """Unsent words, sealed, from two seconds after the last key. Kept only if the person wants it."""
    if request.person.keep_drafts:
        words, place = request.POST.get("words", ""), request.POST.get("place", "")
        drafts.keep(request.user, place, words, at=timezone.now())
    return HttpResponse(status=204)
