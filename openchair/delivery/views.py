"""The pages behind the address at the foot of a mail. No sign-in, no cookie."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from openchair.delivery.actions import grant
from openchair.delivery.fewer import NotOurs, wish_in
from openchair.kernel.doors import open_to_all


@csrf_exempt
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def fewer_letters(request: HttpRequest, token: str) -> HttpResponse:
    """One press stops mail of this kind; reading the page does nothing, as a mail program may look.

    The press comes from a mail program too (RFC 8058), which has neither cookie nor form of ours and
    follows no redirect. It may come twice: what is off stays off. An account that is gone is answered
    as any other.
    """
    try:
        wish = wish_in(token)
    except NotOurs:
        raise Http404 from None
    if request.method == "POST":
        grant(wish, at=timezone.now())
        return render(request, "delivery/fewer-now.html")
    return render(request, "delivery/fewer.html")
