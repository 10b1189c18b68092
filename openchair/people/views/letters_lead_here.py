"""Pages that a letter about an address leads to. Whoever holds the letter may press; looking does nothing."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from openchair.kernel.doors import open_to_all
from openchair.kernel.once import once_only
from openchair.people import actions
from openchair.people.undoing import CALL_OFF, PROVE, UNDO, is_signed

DONE = {UNDO: "undone", CALL_OFF: "called-off", PROVE: "proved"}


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def undo(request: HttpRequest, change_id: UUID, sign: str) -> HttpResponse:
    _led_by_a_letter(UNDO, change_id, sign)
    if request.method == "POST":
        actions.undo_address(change_id, at=timezone.now())
        return redirect("letter-done", DONE[UNDO])
    return render(request, "people/undo-address.html")


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def call_off(request: HttpRequest, mending_id: UUID, sign: str) -> HttpResponse:
    _led_by_a_letter(CALL_OFF, mending_id, sign)
    if request.method == "POST":
        actions.call_off(mending_id)
        return redirect("letter-done", DONE[CALL_OFF])
    return render(request, "people/call-off-mending.html")


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def prove(request: HttpRequest, mending_id: UUID, sign: str) -> HttpResponse:
    _led_by_a_letter(PROVE, mending_id, sign)
    if request.method == "POST":
        actions.prove_mended(mending_id, at=timezone.now())
        return redirect("letter-done", DONE[PROVE])
    return render(request, "people/prove-mended.html")


@open_to_all
@require_safe
def done(request: HttpRequest, what: str) -> HttpResponse:
    if what not in DONE.values():
        raise Http404
    return render(request, "people/letter-done.html", {"what": what})


def _led_by_a_letter(page: str, row_id: UUID, sign: str) -> None:
    if not is_signed(page, row_id, sign):
        raise Http404
