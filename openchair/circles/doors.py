"""Who may come in: those who sit at this table. The door swaps the address for the reader's own seat."""

from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from openchair.circles.models import INSIDE, Beside, Distance, Seat, SeatState
from openchair.kernel.doors import View, door
from openchair.people.doors import signed_in


@door("seated")
def seated(view: View) -> View:
    """The view gets the reader's own seat, with `seat.around`: everyone there whom the reader may see,
    and `seat.remembered`: those who left with the door open.

    To everyone else nothing is there.
    """

    @wraps(view)
    def behind(request: HttpRequest, circle_id: UUID, **kwargs: Any) -> HttpResponseBase:
        viewer = request.user
        known = Seat.objects.for_viewer(viewer).filter(circle=circle_id)
        known = known.annotate(**Beside.of_each_seat(viewer), **Distance.of_each_seat(viewer))
        seats = list(known.filter(state__in=(*INSIDE, SeatState.LEFT)))
        around = [seat for seat in seats if seat.is_inside]
        mine = next((seat for seat in around if seat.account_id == viewer.pk), None)
        if mine is None:
            raise Http404
        mine.around = around
        mine.remembered = [seat for seat in seats if not seat.is_inside]
        return view(request, mine, **kwargs)

    return signed_in(behind)


def led_to_an_open_door(view: View) -> View:
    """Above `seated`: who looks at a table they left with the door open is led to that door."""

    @wraps(view)
    def behind(request: HttpRequest, circle_id: UUID, **kwargs: Any) -> HttpResponseBase:
        viewer, looks = request.user, request.method in ("GET", "HEAD")
        try:
            return view(request, circle_id, **kwargs)
        except Http404:
            left = Seat.objects.for_viewer(viewer).filter(account=viewer.pk, state=SeatState.LEFT)
            if not (looks and left.filter(circle=circle_id).exists()):
                raise
        return redirect("come-back-in", circle_id)

    return behind


@door("once_seated")
def once_seated(view: View) -> View:
    """For those who sit there, or left with the door open: the view gets the reader's own seat."""

    @wraps(view)
    def behind(request: HttpRequest, circle_id: UUID, **kwargs: Any) -> HttpResponseBase:
        viewer = request.user
        seats = Seat.objects.for_viewer(viewer)
        states = (*INSIDE, SeatState.LEFT)
        seat = get_object_or_404(seats, account=viewer.pk, circle=circle_id, state__in=states)
        return view(request, seat, **kwargs)

    return signed_in(behind)
