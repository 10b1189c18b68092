"""Who greets people, and who listens independently."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.house import actions, queries
from openchair.house.doors import stewards, stewards_and_hosts
from openchair.house.forms import GreetingForm
from openchair.house.models import Duty
from openchair.house.views.showing import fill_in, onward, with_steps
from openchair.kernel.once import once_only
from openchair.people.models import Account
from openchair.people.visit import Visit


@stewards_and_hosts
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def greeting(request: Visit) -> HttpResponse:
    """The greeting in someone's own words; in the set-up also who that someone is."""
    page = {
        "there_is_a_host": queries.held()[Duty.HOST] > 0,
        "letters": queries.open_letters(request.user, timezone.now(), Duty.HOST),
    }
    return fill_in(request, "greeting", GreetingForm, _keep_greeting, **page)


def _keep_greeting(actor: Account, *, at: object, who: str, **said: str) -> None:
    now = timezone.now()
    actions.keep_greeting(actor, at=now, **said)
    if who == "me":
        actions.greet_myself(actor, shown_as=said["greeter"], at=now)
    elif who == "someone":
        actions.ask(actor, Duty.HOST, at=now)


@stewards
@require_safe
def listener(request: Visit) -> HttpResponse:
    """Ask someone who is neither host nor steward, or say truthfully that there is nobody."""
    page = {
        "someone_listens": queries.held()[Duty.EAR] > 0,
        "letters": queries.open_letters(request.user, timezone.now(), Duty.EAR),
    }
    return render(request, "house/listener.html", with_steps("listener", page))


@stewards
@require_POST
@once_only
def nobody_is_independent(request: Visit) -> HttpResponse:
    said = request.POST.get("said") == "nobody"
    actions.say_nobody_is_independent(request.user, said, at=timezone.now())
    return onward(stay="house-listener")
