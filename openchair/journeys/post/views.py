from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.delivery import actions
from openchair.delivery.kinds import ALWAYS, Kind
from openchair.delivery.queries import does_not_arrive, switched_off
from openchair.journeys.sending import ASKED, TO_STRANGERS
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.visit import Visit

CHOICES = [kind for kind in Kind if kind in ASKED and kind not in ALWAYS | TO_STRANGERS]
"""What this house writes at present, and may be left unmailed."""

HINTS = {
    Kind.INVITATION: _("A letter that someone wrote to you, and wished to have mailed."),
    Kind.COMPANY_CALL: _("If you said that you may be asked by day. It comes at once."),
    Kind.WAKE_CALL: _("If you said that you may be asked at night. It comes at once."),
    Kind.SOMETHING: _("An answer, words for you, someone at your table. At most one mail a day."),
}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def own_letters(request: Visit) -> HttpResponse:
    """Which letters are mailed; inside, every one can be read."""
    if request.method == "POST":
        wanted = [kind for kind in CHOICES if kind in request.POST.getlist("mailed")]
        actions.choose_mail(request.user, wanted, among=CHOICES, at=timezone.now())
        return redirect(f"{request.path}?kept=1")
    off = switched_off(request.user)
    page = {
        "choices": [(kind, HINTS.get(kind, ""), kind not in off) for kind in CHOICES],
        "kept": "kept" in request.GET,
        "unreached": does_not_arrive(request.user, request.user.email),
    }
    return render(request, "journeys/own-letters.html", page)


@signed_in
@require_POST
@once_only
def try_address_again(request: Visit) -> HttpResponse:
    actions.try_address_again(request.user)
    return redirect("mine-letters")
