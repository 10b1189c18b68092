from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.circles.doors import seated
from openchair.circles.models import Seat
from openchair.people.visit import Visit
from openchair.sharing.forms import LookForm
from openchair.sharing.looking import look_for


@seated
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: Visit, seat: Seat) -> HttpResponse:
    """Where words one remembers stand. They come in a form, so that no address holds them."""
    page = {"circle": seat.circle, "seat": seat, "words": request.POST.get("words", "")}
    if request.method != "POST":
        return render(request, "sharing/look-for.html", page)
    form = LookForm(request.POST)
    if not form.is_valid():
        page["problem"] = _("Write a word or two that you remember, in one line.")
        return render(request, "sharing/look-for.html", page, status=422)
    looked = look_for(request.user, seat, form.cleaned_data["words"])
    return render(request, "sharing/look-for.html", page | {"looked": looked})
