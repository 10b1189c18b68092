"""Pages of the demo. Outside the demo none of these addresses exist: see `openchair.urls`."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from openchair.delivery.queries import sent_letters
from openchair.kernel.doors import open_to_all
from openchair.people.models import Account
from openchair.people.signing_in import sign_in
from openchair.testing.scenes import NEIGHBOURS, STANDING


@open_to_all
@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """The standing people and their neighbours; one press signs in as each."""
    page = {"standing": STANDING, "neighbours": NEIGHBOURS}
    return render(request, "testing/demo.html", page)


@open_to_all
@require_POST
def be(request: HttpRequest, name: str) -> HttpResponse:
    account = Account.objects.filter(email=f"{name.lower()}@example.org").first()
    if name not in STANDING | NEIGHBOURS or account is None:
        raise Http404
    sign_in(request, account, own_device=True, at=timezone.now())
    return redirect("today")


@open_to_all
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """What would have left the house, as its receivers would read it."""
    return render(request, "testing/letters.html", {"letters": sent_letters()})
