"""Coming in without a letter: by a passkey, by a recovery code; and what helps when a code never came."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openchair.kernel import drafts
from openchair.kernel.doors import open_to_all
from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people import passkeys
from openchair.people.actions import use_recovery_code, whose_passkey
from openchair.people.forms import RecoveryForm, first_errors
from openchair.people.marks import writer
from openchair.people.models import Account
from openchair.people.signing_in import FIELD, said_own, sign_in


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def by_passkey(request: HttpRequest) -> HttpResponse:
    error = ""
    if request.method == "POST":
        try:
            return _come_in(request, _shown(request))
        except Refusal as refusal:
            error = refusal.sentence
    page = {"options": passkeys.ask_to_show(request.session), "error": error}
    return render(request, "people/sign-in-passkey.html", page, status=422 if error else 200)


def _shown(request: HttpRequest) -> Account:
    """Whose device has just answered. Raises Refusal."""
    _not_too_often(request, "passkey")
    answer = request.POST.get("credential", "")
    passkey = whose_passkey(passkeys.handle_in(answer))
    if passkey is None:
        raise passkeys.refused()
    passkeys.check(request.session, answer, passkey)
    return Account.objects.get(pk=passkey.account_id)


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def by_recovery_code(request: HttpRequest) -> HttpResponse:
    form = RecoveryForm(request.POST or None)
    if form.is_valid():
        try:
            _not_too_often(request, "recovery")
            return _come_in(request, _known(form.cleaned_data["code"]))
        except Refusal as refusal:
            form.add_error("code", refusal.sentence)
    page = {"errors": first_errors(form), "code": request.POST.get("code", "")}
    return render(request, "people/sign-in-recovery.html", page, status=422 if form.errors else 200)


def _known(code: str) -> Account:
    if account := use_recovery_code(code, at=timezone.now()):
        return account
    raise Refusal(_("This code opens nothing here, or it was used before. Look once more."))


@open_to_all
@require_safe
def no_code(request: HttpRequest) -> HttpResponse:
    """Plain help, the same for everybody: it asks nothing and looks nothing up."""
    return render(request, "people/no-code.html")


def _come_in(request: HttpRequest, account: Account) -> HttpResponse:
    own_device = said_own(request.POST.get(FIELD))
    sign_in(request, account, own_device=own_device, at=timezone.now())
    drafts.take_up(request, account, timezone.now(), by=writer(account.pk))
    onward = request.POST.get("next", "")
    inside = url_has_allowed_host_and_scheme(onward, allowed_hosts=None)
    return redirect(onward if inside and onward else resolve_url("today"))


def _not_too_often(request: HttpRequest, what: str) -> None:
    if not ratelimit.consume(request, action=what):
        raise Refusal(
            _("That was tried a few times now. Wait a quarter of an hour, then try again.")
        )
