"""Whoever greets people here reads who would be helped by a talk; no table is named."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from openchair.circles import actions
from openchair.circles.models import HostCall
from openchair.house.doors import hosts
from openchair.kernel.once import once_only
from openchair.people.visit import Visit


@hosts
@require_safe
def host_calls(request: Visit) -> HttpResponse:
    viewer = request.user
    waiting = HostCall.objects.for_viewer(viewer).filter(done_at=None)
    return render(request, "circles/host-calls.html", {"calls": waiting.order_by("asked_at")})


@hosts
@require_POST
@once_only
def done_talking(request: Visit, call_id: UUID) -> HttpResponse:
    viewer = request.user
    call = get_object_or_404(HostCall.objects.for_viewer(viewer), pk=call_id)
    actions.done_talking(viewer, call, at=timezone.now())
    return redirect("host-calls")
