"""Letters to pass on."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.circles import actions, policy
from openchair.circles.doors import seated
from openchair.circles.forms import HANDED, MailForm, PassedForm
from openchair.circles.models import Circle, Invitation, PassedBy, Seat
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.visit import Visit


@seated
@require_POST
@once_only
def invite_again(request: Visit, seat: Seat) -> HttpResponse:
    """A new letter, when the first lapsed, was declined or was taken back."""
    circle = seat.circle
    actions.invite(request.user, circle, invitee="", words=circle.purpose, at=timezone.now())
    return redirect("circle", circle.pk)


@signed_in
@require_POST
@once_only
def withdraw(request: Visit, invitation_id: UUID) -> HttpResponse:
    letter = _own(request, invitation_id)
    actions.withdraw(request.user, letter)
    return redirect("circle", letter.circle_id)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def own_letter(request: Visit, invitation_id: UUID) -> HttpResponse:
    """The letter as the other person reads it, how it stands, and how it is handed over."""
    letter = _own(request, invitation_id)
    form = PassedForm(request.POST or None)
    if form.is_valid():
        by = PassedBy(form.cleaned_data["passed_by"])
        actions.pass_on(request.user, letter, by=by)
        return redirect("letter-paper" if by == PassedBy.PAPER else "own-letter", letter.pk)
    page = _letter_page(request, letter)
    return render(request, "circles/own-letter.html", page, status=422 if form.errors else 200)


def _letter_page(request: Visit, letter: Invitation) -> dict[str, Any]:
    viewer = request.user
    return {
        "letter": letter,
        "is_open": letter.is_open(timezone.now()),
        "circle": Circle.objects.for_viewer(viewer).get(pk=letter.circle_id),
        "handed": HANDED,
        "not_possible": policy.not_possible(),
        "why_no_mail": actions.why_not_mail(viewer, letter, at=timezone.now()),
        "errors": {},
        "said": {},
    }


@signed_in
@require_POST
@once_only
def mail_letter(request: Visit, invitation_id: UUID) -> HttpResponse:
    """Once, to the address typed here, as the writer's own letter."""
    letter, form = _own(request, invitation_id), MailForm(request.POST)
    if form.is_valid():
        address = form.cleaned_data["email"]
        actions.mail_letter(request.user, letter, address=address, at=timezone.now())
        return redirect("own-letter", letter.pk)
    page = _letter_page(request, letter) | {"errors": first_errors(form), "said": request.POST}
    return render(request, "circles/own-letter.html", page, status=422)


@signed_in
@require_safe
def letter_paper(request: Visit, invitation_id: UUID) -> HttpResponse:
    """A card to print, while it can be used."""
    letter = _own(request, invitation_id)
    if not letter.is_open(timezone.now()):
        return redirect("own-letter", letter.pk)
    return render(request, "circles/letter-paper.html", {"letter": letter})


def _own(request: Visit, invitation_id: UUID) -> Invitation:
    """Its writer's, while they sit there."""
    viewer = request.user
    return get_object_or_404(Invitation.objects.for_viewer(viewer), pk=invitation_id)
