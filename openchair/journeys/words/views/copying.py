"""Taking everything along."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from asgiref.sync import sync_to_async
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from openchair.journeys import copying
from openchair.journeys.copy_pages import NAME
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in, sure_it_is_you
from openchair.people.visit import Visit


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@sure_it_is_you
@once_only
def take_along(request: Visit) -> HttpResponse:
    """Ask for a copy, see how far it is, fetch it."""
    now = timezone.now()
    if request.method == "POST":
        copying.ask_for_copy(request.user, at=now)
        return redirect("take-along")
    copy = copying.the_copy(request.user, at=now)
    page: dict[str, Any] = {"here": request.path, "copy": copy}
    page["whole"] = copy is not None and copying.is_whole(copy)
    if copy and copy.made_at:
        page["goes_on"] = timezone.localdate(copy.made_at + copying.KEPT_FOR)
    return render(request, "journeys/words/take-along.html", page)


@signed_in
@require_safe
@sure_it_is_you
def download(request: Visit) -> HttpResponseBase:
    copy = copying.the_copy(request.user, at=timezone.now())
    if copy is None or not copying.is_whole(copy):
        raise Http404
    answer = StreamingHttpResponse(_sent(copying.read(copy)), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{NAME}.zip"'
    answer["Content-Encoding"] = "identity"  # a zip is not compressed again
    return answer


def _next(pieces: Iterator[bytes]) -> bytes:
    return next(pieces, b"")


async def _sent(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    """One piece in memory at a time: what comes at once the server would gather whole."""
    while piece := await sync_to_async(_next)(pieces):
        yield piece
