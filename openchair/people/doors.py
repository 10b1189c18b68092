"""Who may come in: anyone with an account; and, before what cannot be undone, whether it is them."""

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from openchair.kernel import drafts
from openchair.kernel.doors import View, door
from openchair.kernel.typed import typed_in
from openchair.people import sure
from openchair.people.marks import WRITER
from openchair.people.queries import the_person

OF_THE_PAGE = "csrfmiddlewaretoken"


@door("signed_in")
def signed_in(view: View) -> View:
    """The door for anyone with an account. The view finds the reader's own `request.person`.

    A visitor who only looks is led to sign in and back. A visitor whose sign-in ended while they
    were writing reads their words, which are kept until they are back.
    """

    @wraps(view)
    def behind(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if person := getattr(request, "person", None) or the_person(request.user):
            request.person = person  # type: ignore[attr-defined]  # read by views and the page
            with timezone.override(person.zone):
                return view(request, *args, **kwargs)
        return ask_to_sign_in(request)

    return behind


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method in ("GET", "HEAD"):
        return redirect(f"{reverse('sign-in')}?{urlencode({'next': request.path})}")
    words = request.POST.get("words", "")
    place, by = request.POST.get("place", ""), request.POST.get(WRITER, "")
    if words and place:
        drafts.hold(request, place, words, by=by)
    page = {"words": typed_in(request.POST), "kept": bool(words and by and drafts.is_place(place))}
    return render(request, "people/sign-in-again.html", page, status=401)


def sure_it_is_you(view: View) -> View:
    """Before what cannot be undone: export, erase, a change of address, ending a sign-in elsewhere,
    acts of stewards.

    Hang it under your own door, and above `once_only`, so that a form led away is not yet answered:

        @stewards
        @require_POST
        @sure_it_is_you
        @once_only
        def take_off(request, ...): ...

    Who signed in, or confirmed, within the last ten minutes comes straight in. Anyone else is led to
    "Is it you?" and back. What they typed is kept meanwhile, sealed; after a form they read that
    nothing has happened yet, and press once more. In tests, `Guest(account)` has signed in just now:
    travel eleven minutes on to be asked.
    """

    @wraps(view)
    def behind(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if sure.is_sure(request.session, at=timezone.now()):
            sure.arrived(request.session)
            return view(request, *args, **kwargs)
        sure.want(request.session, request.get_full_path(), _said(request))
        return redirect("sure")

    return behind


def _said(request: HttpRequest) -> dict[str, list[str]] | None:
    """The form, without the token that the next page draws anew."""
    if request.method != "POST":
        return None
    return {name: request.POST.getlist(name) for name in request.POST if name != OF_THE_PAGE}
