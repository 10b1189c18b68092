"""Where someone is signed in, and how to end that."""

from uuid import UUID

from django.contrib.auth import logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from openchair.kernel.once import once_only
from openchair.people import actions, policy, queries
from openchair.people.doors import signed_in, sure_it_is_you
from openchair.people.visit import Visit


@signed_in
@require_safe
def where(request: Visit) -> HttpResponse:
    """Each browser in plain words; no address of a network, and no place guessed."""
    here = request.session.session_key
    page = {
        "devices": queries.signed_in_at(request.user, here),
        "only_key": policy.why_not_sign_out_everywhere(request.user),
        "at": timezone.now(),
    }
    return render(request, "people/devices.html", page)


@signed_in
@require_POST
@sure_it_is_you
@once_only
def end(request: Visit, session_id: UUID) -> HttpResponse:
    """That browser is signed out with its next press."""
    if not actions.end_session(request.user, session_id):
        raise Http404
    return redirect("mine-devices")


@signed_in
@require_POST
@sure_it_is_you
@once_only
def end_others(request: Visit) -> HttpResponse:
    actions.end_other_sessions(request.user, request.session.session_key)
    return redirect("mine-devices")


@signed_in
@require_POST
@sure_it_is_you
def end_all(request: Visit) -> HttpResponse:
    """Also here. Pressed twice, there is nothing more to end."""
    actions.end_all_sessions(request.user)
    logout(request)
    answer = redirect("front")
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer
