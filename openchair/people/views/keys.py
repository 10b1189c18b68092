"""Passkeys and recovery codes of one's own."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people import actions, passkeys, queries
from openchair.people.doors import signed_in, sure_it_is_you
from openchair.people.models import Passkey
from openchair.people.visit import Visit

CODES = "recovery_codes"


@signed_in
@require_safe
def keys(request: Visit) -> HttpResponse:
    page = {"keys": queries.passkeys_of(request.user), "at": timezone.now()}
    return render(request, "people/keys.html", page)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@sure_it_is_you
@once_only
def add(request: Visit) -> HttpResponse:
    error = ""
    if request.method == "POST":
        try:
            made = passkeys.made(request.session, request.POST.get("credential", ""))
            name = request.POST.get("name", "")
            actions.add_passkey(request.user, made, name=name, at=timezone.now())
            return redirect("mine-keys")
        except Refusal as refusal:
            error = refusal.sentence
    options = passkeys.ask_to_make(request.session, request.user)
    page = {"options": options, "error": error, "name": request.POST.get("name", "")}
    return render(request, "people/add-key.html", page, status=422 if error else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def one(request: Visit, key_id: UUID) -> HttpResponse:
    """Its name, and taking it away."""
    viewer = request.user
    key = get_object_or_404(Passkey.objects.for_viewer(viewer), pk=key_id)
    if request.method == "POST":
        actions.name_passkey(viewer, key.pk, request.POST.get("name", ""))
        return redirect("mine-keys")
    return render(request, "people/key.html", {"key": key})


@signed_in
@require_POST
@sure_it_is_you
@once_only
def take_away(request: Visit, key_id: UUID) -> HttpResponse:
    viewer = request.user
    key = get_object_or_404(Passkey.objects.for_viewer(viewer), pk=key_id)
    actions.take_away_passkey(viewer, key.pk, at=timezone.now())
    return redirect("mine-keys")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@sure_it_is_you
@once_only
def recovery(request: Visit) -> HttpResponse:
    """Ten codes on paper. A new set ends the old one."""
    if request.method == "POST":
        request.session[CODES] = actions.make_recovery_codes(request.user, at=timezone.now())
        return redirect("mine-recovery-shown")
    return render(
        request, "people/recovery.html", {"has_some": queries.ways_in(request.user).recovery}
    )


@signed_in
@require_safe
def recovery_shown(request: Visit) -> HttpResponse:
    """Shown once: a second look finds none."""
    return render(request, "people/recovery-shown.html", {"codes": request.session.pop(CODES, [])})
