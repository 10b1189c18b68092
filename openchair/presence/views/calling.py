"""Asking for company at a table, and the page of a call."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.circles.doors import seated
from openchair.circles.models import Circle, Seat
from openchair.house.queries import help_lines
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.models import Account
from openchair.people.visit import Visit
from openchair.presence import actions, queries
from openchair.presence.after import offered_after
from openchair.presence.asking import is_anyone_to_wake
from openchair.presence.models import Call


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def ask(request: Visit, seat: Seat) -> HttpResponse:
    """A press asks. Who comes back by the address is led to their call, or to the table."""
    if request.method != "POST":
        own = queries.call_at(request.user, seat.circle_id)
        return redirect("company", own.pk) if own else redirect("circle", seat.circle_id)
    opened = actions.call(request.user, seat, at=timezone.now())
    return redirect("company", opened.pk)


def call_of(viewer: Account, call_id: UUID) -> Call:
    """While its table is there for this person."""
    tables = Circle.objects.for_viewer(viewer).values("pk")
    calls = Call.objects.for_viewer(viewer).filter(circle__in=tables)
    return get_object_or_404(calls, pk=call_id)


@signed_in
@require_safe
def company(request: Visit, call_id: UUID) -> HttpResponse:
    """For the asker, and for whoever was asked. It is looked at anew by a plain link."""
    call = call_of(request.user, call_id)
    return render(request, "presence/company.html", _page(request, call))


def _page(request: Visit, call: Call) -> dict[str, Any]:
    viewer, now = request.user, timezone.now()
    there = queries.the_company(viewer, call, at=now)
    page = {"call": call, "circle": call.circle, "there": there}
    page |= {"after": offered_after(viewer, call, at=now)}
    page |= {"asked_in_words": queries.asked_in_words, "here_in_words": queries.here_in_words}
    if not there.is_mine:
        return page
    rings = queries.whom_to_ring(viewer, call.circle_id, request.person.zone, at=now)
    left = queries.has_left_lamp(viewer, call)
    page |= {"rings": rings, "lines": help_lines(timezone.localdate(now)), "lamp": left}
    return page | {"sleepers": call.is_open and is_anyone_to_wake(call, at=now)}


@signed_in
@require_POST
@once_only
def ask_again(request: Visit, call_id: UUID) -> HttpResponse:
    actions.ask_again(request.user, call_of(request.user, call_id), at=timezone.now())
    return redirect("company", call_id)


@signed_in
@require_POST
@once_only
def wake_someone(request: Visit, call_id: UUID) -> HttpResponse:
    actions.wake_someone(request.user, call_of(request.user, call_id), at=timezone.now())
    return redirect("company", call_id)


@signed_in
@require_POST
@once_only
def leave_lamp(request: Visit, call_id: UUID) -> HttpResponse:
    actions.leave_lamp(request.user, call_of(request.user, call_id), at=timezone.now())
    return redirect("company", call_id)


@signed_in
@require_POST
@once_only
def end(request: Visit, call_id: UUID) -> HttpResponse:
    call = call_of(request.user, call_id)
    actions.end(request.user, call, at=timezone.now())
    return redirect("circle", call.circle_id)
