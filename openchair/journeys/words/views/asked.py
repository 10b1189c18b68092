"""What others are asked: whether they keep an answer, and about a passage that tells of someone."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.house.queries import the_house
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.queries import names_of
from openchair.people.visit import Visit
from openchair.sharing import erasing, mine, policy, retellings
from openchair.sharing.models import Answer, Retelling, Share
from openchair.sharing.namelessness import name_on, named


@signed_in
@require_POST
@once_only
def keep_answer(request: Visit, answer_id: UUID) -> HttpResponse:
    viewer = request.user
    row = get_object_or_404(Answer.objects.for_viewer(viewer), pk=answer_id)
    erasing.keep_answer(viewer, row, at=timezone.now())
    return redirect("private-page")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def passages(request: Visit) -> HttpResponse:
    """Look for a passage in what one may read. What is looked for is kept nowhere (I-8)."""
    viewer, words = request.user, request.POST.get("words", "")
    found = retellings.containing(viewer, words)
    names = names_of(viewer, named(found))
    page = {
        "words": words,
        "looked": request.method == "POST",
        "found": [(row, name) for row in found if (name := name_on(row, names))],
        "pointed": mine.retellings_pointed_to(viewer),
    }
    return render(request, "journeys/words/passages.html", page | _listening())


def _listening() -> dict[str, Any]:
    house = the_house()
    return {"listener": house is not None and house.has_independent_listener}


@signed_in
@require_POST
@once_only
def point_in_words(request: Visit, share_id: UUID) -> HttpResponse:
    viewer = request.user
    return _point(request, get_object_or_404(Share.objects.for_viewer(viewer), pk=share_id))


@signed_in
@require_POST
@once_only
def point_in_answer(request: Visit, answer_id: UUID) -> HttpResponse:
    viewer = request.user
    return _point(request, get_object_or_404(Answer.objects.for_viewer(viewer), pk=answer_id))


def _point(request: Visit, said: Share | Answer) -> HttpResponse:
    retellings.point(request.user, said, request.POST.get("words", ""), at=timezone.now())
    return redirect("passages")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def passage(request: Visit, retelling_id: UUID) -> HttpResponse:
    """For the writer; and after their no for who listens independently. Nobody else finds it."""
    viewer = request.user
    row = get_object_or_404(Retelling.objects.for_viewer(viewer), pk=retelling_id)
    if viewer.pk == row.asker_id and viewer.pk != row.writer_id:
        raise Http404
    if request.method == "POST":
        return _settled(request, row)
    page = {"row": row, "is_mine": row.writer_id == viewer.pk}
    page["why_not"] = policy.why_not_settle(viewer, row)
    return render(request, "journeys/words/passage.html", page | _listening())


def _settled(request: Visit, row: Retelling) -> HttpResponse:
    if request.POST.get("passage") == "take-out":
        retellings.take_out(request.user, row)
    else:
        retellings.keep(request.user, row, at=timezone.now())
    return redirect("passage", row.pk) if row.writer_id == request.user.pk else redirect("today")
