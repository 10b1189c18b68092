"""Signing in by a code from a letter, and out again."""

from typing import Any

from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from openchair.kernel import pace
from openchair.kernel.doors import open_to_all
from openchair.people.doors import signed_in
from openchair.people.forms import AddressForm
from openchair.people.queries import ways_in
from openchair.people.visit import Visit

EVERY_CODE_TAKES = 0.25


class AskForCode(RequestLoginCodeView):  # type: ignore[misc]  # allauth has no types
    """Whoever opens this page may write another address, also while a code is on its way.

    A letter takes longer to write than none: each answer comes after the same quarter of a second, so
    that nobody learns which addresses are known here.
    """

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method == "POST":
            pace.at_least(request, EVERY_CODE_TAKES)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_form(self, form_class: Any = None) -> Any:
        """allauth's form, with our own words for what is wrong with an address."""
        form = super().get_form(form_class)
        form.fields["email"].error_messages |= AddressForm.base_fields["email"].error_messages
        return form

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: object) -> None:
        return None


sign_in = open_to_all(AskForCode.as_view())


class ConfirmCode(ConfirmLoginCodeView):  # type: ignore[misc]  # allauth has no types
    """allauth leads back without a word when a code has run out, or was tried too often."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        if answer.get("Location") == reverse("sign-in"):
            said = {"ended": "1"} | ({"next": request.GET["next"]} if "next" in request.GET else {})
            return redirect(f"{reverse('sign-in')}?{urlencode(said)}")
        return answer


sign_in_code = open_to_all(ConfirmCode.as_view())


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Whoever has no other way in reads first what that means."""
    if _is_the_last_key(request) and "for_good" not in request.POST:
        return redirect("last-key")
    logout(request)
    answer = redirect("front")
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _is_the_last_key(request: HttpRequest) -> bool:
    return request.user.is_authenticated and not any(ways_in(request.user))


@signed_in
@require_safe
def last_key(request: Visit) -> HttpResponse:
    """Before signing out for good: what it means, and what helps against it."""
    return render(request, "people/last-key.html", {"has_another": any(ways_in(request.user))})
