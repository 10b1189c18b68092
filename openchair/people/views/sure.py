"""Is it you? The ways to show it, and the way back to what someone was about to do."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.kernel.once import once_only
from openchair.kernel.refusal import Refusal
from openchair.people import actions, codes, passkeys, queries, sure
from openchair.people.doors import signed_in
from openchair.people.forms import CodeForm, RecoveryForm, first_errors
from openchair.people.visit import Visit


@signed_in
@require_safe
def is_it_you(request: Visit) -> HttpResponse:
    """The ways this person has to show that it is them."""
    page = {
        "ways": queries.ways_in(request.user),
        "pressed": sure.has_pressed(request.session, at=timezone.now()),
    }
    return render(request, "people/sure.html", page)


@signed_in
@require_POST
@once_only
def send_code(request: Visit) -> HttpResponse:
    if not request.user.email:
        return redirect("sure")
    codes.send(request.session, request.user, sure.CODE, request.user.email, at=timezone.now())
    return redirect("sure-code")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def take_code(request: Visit) -> HttpResponse:
    if not codes.is_waiting(request.session, sure.CODE):
        return redirect("sure")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            codes.take(request.session, sure.CODE, form.cleaned_data["code"], at=timezone.now())
            return _it_is_them(request)
        except Refusal as refusal:
            form.add_error("code", refusal.sentence)
    page = {"errors": first_errors(form), "code": request.POST.get("code", "")}
    return render(request, "people/sure-code.html", page, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def show_passkey(request: Visit) -> HttpResponse:
    error = ""
    if request.method == "POST":
        try:
            _check_passkey(request, request.POST.get("credential", ""))
            return _it_is_them(request)
        except Refusal as refusal:
            error = refusal.sentence
    page = {"options": passkeys.ask_to_show(request.session), "error": error}
    return render(request, "people/sure-passkey.html", page, status=422 if error else 200)


def _check_passkey(request: Visit, answer: str) -> None:
    """It must be one of their own. Raises Refusal."""
    handle = passkeys.handle_in(answer)
    passkey = next((key for key in queries.passkeys_of(request.user) if key.handle == handle), None)
    if passkey is None:
        raise passkeys.refused()
    passkeys.check(request.session, answer, passkey)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def use_recovery(request: Visit) -> HttpResponse:
    form = RecoveryForm(request.POST or None)
    if form.is_valid():
        if actions.use_own_recovery_code(
            request.user, form.cleaned_data["code"], at=timezone.now()
        ):
            return _it_is_them(request)
        form.add_error("code", _("This code opens nothing here, or it was used before."))
    page = {"errors": first_errors(form), "code": request.POST.get("code", "")}
    return render(request, "people/sure-recovery.html", page, status=422 if form.errors else 200)


@signed_in
@require_POST
@once_only
def press_twice(request: Visit) -> HttpResponse:
    """For who has no address and no key: twice, with a minute between (docs/decisions/0051)."""
    if not any(queries.ways_in(request.user)) and sure.press(request.session, at=timezone.now()):
        return _it_is_them(request)
    return redirect("sure")


@signed_in
@require_safe
def go_on(request: Visit) -> HttpResponse:
    """What was typed before, to be sent with one press. Nothing of it has happened yet."""
    wanted = sure.wanted(request.session)
    if not wanted or wanted["said"] is None:
        return redirect("mine")
    return render(request, "people/go-on.html", {"wanted": wanted})


def _it_is_them(request: Visit) -> HttpResponse:
    sure.remember(request.session, at=timezone.now())
    wanted = sure.wanted(request.session)
    if wanted and wanted["said"] is None:
        return redirect(wanted["path"])
    return redirect("sure-go-on" if wanted else "mine")
