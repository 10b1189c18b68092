from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.circles.actions import accept, decline, have_it, open_letter
from openchair.circles.agreement import lines_of
from openchair.circles.doors import seated
from openchair.circles.kinds import brought_by
from openchair.circles.models import Circle, CircleState, Invitation, InvitationState, Seat
from openchair.circles.queries import seat_by_letter
from openchair.house.queries import the_house
from openchair.journeys import arriving, leaving
from openchair.journeys.forms import FirstLinkForm
from openchair.kernel.doors import View, open_to_all
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.once import answered_for, once_only
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import within_a_sentence
from openchair.pathways.queries_of_letters import by_place
from openchair.people.forms import ArrivingForm, first_errors
from openchair.people.models import Account, Person
from openchair.people.queries import ways_in
from openchair.people.signing_in import FIELD, OWN, said_own, sign_in
from openchair.people.signing_in import arrive as begin
from openchair.people.visit import Visit


def let_in_again(view: View) -> View:
    """Whoever presses "Sit down" twice may lose the answer that let them in: the second lets them in.

    It comes from the same browser with the same form, which is what `once_only` goes by. Without an
    address left here there would be no other way back.
    """

    @wraps(view)
    def behind(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        arrived = answered_for(request)
        if arrived and not request.user.is_authenticated:
            own = said_own(request.POST.get(FIELD, OWN))
            sign_in(request, Account.objects.get(pk=arrived), own_device=own, at=timezone.now())
        return answer

    return behind


@open_to_all
@require_safe
def letter(request: HttpRequest, token: str) -> HttpResponse:
    """The letter, and nothing else of the table. Reading it uses nothing up."""
    try:
        opened = open_letter(request.user, token, at=timezone.now())
    except Refusal as refusal:
        return _closed(request, refusal, token)
    return render(request, "journeys/letter.html", _letter_page(opened, token))


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@let_in_again
@once_only
def arrive(request: HttpRequest, token: str) -> HttpResponse:
    """The four things, and a seat. Whoever has this letter's seat already is led to the table."""
    try:
        if request.user.is_authenticated:
            return _arrive_again(request, request.user, token)
        return _arrive_first(request, open_letter(request.user, token, at=timezone.now()), token)
    except Refusal as refusal:
        return _closed(request, refusal, token)


def _arrive_first(request: HttpRequest, opened: Invitation, token: str) -> HttpResponse:
    form = ArrivingForm(request.POST or None)
    if form.is_valid():
        house = the_house()
        said = arriving.four_things(form.cleaned_data, house.zone if house else "UTC")
        language = translation.get_language() or ""
        account, seat = arriving.arrive_by_letter(token, said, language=language, at=timezone.now())
        own = said_own(request.POST.get(FIELD, OWN))
        begin(request, account, own_device=own, at=timezone.now())
        return redirect("circle", seat.circle_id) if own else redirect("come-back")
    page = _letter_page(opened, token) | {
        "form": form,
        "said": request.POST,
        "errors": first_errors(form),
    }
    return render(request, "journeys/arriving.html", page, status=422 if form.errors else 200)


def _arrive_again(request: HttpRequest, actor: Account, token: str) -> HttpResponse:
    """Someone who is known in this house already: a yes to the agreement is all."""
    seat = seat_by_letter(actor, token, at=timezone.now())
    if seat and seat.is_inside:
        return redirect("circle", seat.circle_id)
    opened = open_letter(actor, token, at=timezone.now())
    if request.method != "POST":
        return render(request, "journeys/arriving.html", _letter_page(opened, token))
    seat = accept(actor, token, at=timezone.now())
    return redirect("circle", seat.circle_id)


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@let_in_again
@once_only
def first_link(request: HttpRequest, place: str) -> HttpResponse:
    """A host's first link: an account, and no table yet. Whoever is in already has no need of it."""
    letter = by_place(place, at=timezone.now())
    if letter is None or not letter.may_come_in:
        return render(request, "pathways/letter-gone.html", status=404)
    if request.user.is_authenticated:
        return redirect("today")
    form = FirstLinkForm(request.POST or None)
    if form.is_valid():
        return _come_in(request, form, place)
    page = {"said": request.POST, "errors": first_errors(form)}
    return render(request, "journeys/first-link.html", page, status=422 if form.errors else 200)


def _come_in(request: HttpRequest, form: FirstLinkForm, place: str) -> HttpResponse:
    house, now = the_house(), timezone.now()
    said = arriving.four_things(form.cleaned_data, house.zone if house else "UTC")
    language = translation.get_language() or ""
    account = arriving.arrive_by_first_link(place, said, language=language, at=now)
    own = said_own(request.POST.get(FIELD, OWN))
    begin(request, account, own_device=own, at=now)
    return redirect("today") if own else redirect("come-back")


@open_to_all
@require_POST
@once_only
def not_now(request: HttpRequest, token: str) -> HttpResponse:
    if _may_answer(request, token):
        decline(token, at=timezone.now())
    return redirect("not-now-said")


def _may_answer(request: HttpRequest, token: str) -> bool:
    """Whoever is kept apart from someone there changes nothing in a letter, and is led on as all are."""
    try:
        open_letter(request.user, token, at=timezone.now())
    except Refusal:
        return False
    return True


@open_to_all
@require_POST
@once_only
def i_have_it(request: HttpRequest, token: str) -> HttpResponse:
    """The reader has the letter and answers later; the writer reads that much."""
    if _may_answer(request, token):
        have_it(token, at=timezone.now())
    return redirect("invitation", token)


@open_to_all
@require_safe
def not_now_said(request: HttpRequest) -> HttpResponse:
    return render(request, "journeys/not-now.html")


def _letter_page(opened: Invitation, token: str) -> dict[str, object]:
    with acting_for_the_house("opening a letter"):
        inviter = Person.objects.filter(account=opened.inviter_id).first()
        circle = Circle.objects.get(pk=opened.circle_id)
    return {
        "letter": opened,
        "inviter": within_a_sentence(inviter.name) if inviter else "",
        "token": token,
        "has_it": opened.state == InvitationState.SEEN,
        "lines": lines_of(circle),
        "arrival": brought_by(circle.kind).arrival,
        "visits": circle.state != CircleState.FOUNDING,
        "cloth": "cloth-house",
    }


def _closed(request: HttpRequest, refusal: Refusal, token: str) -> HttpResponse:
    """One page for every cause. Where the last chair was taken a moment before, that is said.

    A used letter leads whoever has its seat to the table, or to the door they left open.
    """
    if refusal.status != 404:
        raise refusal
    viewer = request.user
    if viewer.is_authenticated and (seat := seat_by_letter(viewer, token, at=timezone.now())):
        return redirect("circle", seat.circle_id)
    page = {"sentence": refusal.sentence}
    return render(request, "journeys/closed-letter.html", page, status=404)


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def leave(request: Visit, seat: Seat) -> HttpResponse:
    """Two presses: this page, and one of its equal answers."""
    if request.method == "POST":
        words = leaving.what_was_chosen(request.POST.get("words_go", ""))
        leaving.leave(request.user, seat, words=words, at=timezone.now())
        return redirect(f"{reverse('today')}?left={words}")
    page = {"circle": seat.circle, "seat": seat, "has_a_way_back": any(ways_in(request.user))}
    return render(request, "journeys/leaving.html", page)
