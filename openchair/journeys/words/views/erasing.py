"""Erasing: one thing, one table, everything. Each page says before what goes, what stays, and when."""

from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from openchair.journeys import erasing
from openchair.kernel.doors import View, open_to_all
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in, sure_it_is_you
from openchair.people.visit import Visit
from openchair.repair.policy import ground
from openchair.sharing import erasing as sharing
from openchair.sharing import mine, policy
from openchair.sharing.models import Answer, Share

ASKED = ["GET", "HEAD", "POST"]


@signed_in
@require_http_methods(ASKED)
@once_only
def words(request: Visit, share_id: UUID) -> HttpResponse:
    viewer = request.user
    share = get_object_or_404(Share.objects.for_viewer(viewer), pk=share_id)
    if request.method == "POST":
        sharing.erase_words(viewer, share, at=timezone.now())
        return redirect("my-words")
    page = {"row": share, "why_not": policy.why_not_erase(viewer, share.author_id)}
    return render(request, "journeys/words/erase.html", page | {"is_answer": False})


@signed_in
@require_http_methods(ASKED)
@once_only
def answer(request: Visit, answer_id: UUID) -> HttpResponse:
    viewer = request.user
    row = get_object_or_404(Answer.objects.for_viewer(viewer), pk=answer_id)
    if request.method == "POST":
        sharing.erase_answer(viewer, row, at=timezone.now())
        return redirect("my-words")
    page = {"row": row, "why_not": policy.why_not_erase(viewer, row.author_id)}
    return render(request, "journeys/words/erase.html", page | {"is_answer": True})


@signed_in
@require_http_methods(ASKED)
@sure_it_is_you
@once_only
def table(request: Visit, circle_id: UUID) -> HttpResponse:
    viewer = request.user
    tables = mine.tables_of_mine(viewer)
    if circle_id not in tables:
        raise Http404
    if request.method == "POST":
        erasing.erase_table(viewer, circle_id, at=timezone.now())
        return redirect("my-words")
    page = {"table": tables[circle_id], "circle_id": circle_id}
    return render(request, "journeys/words/erase-table.html", page)


def gone_already(view: View) -> View:
    """Whoever presses twice is not here any more the second time: they are led to the same page."""

    @wraps(view)
    def behind(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        token = request.POST.get("once", "")
        if token and not request.user.is_authenticated and erasing.how_far(token):
            return redirect("gone", token)
        return view(request, *args, **kwargs)

    return behind


@gone_already
@signed_in
@require_http_methods(ASKED)
@sure_it_is_you
@once_only
def everything(request: Visit) -> HttpResponse:
    """The account is closed by this press. What is left is done by the house."""
    if request.method == "POST":
        token = request.POST["once"]
        erasing.be_forgotten(request.user, token=token, at=timezone.now())
        logout(request)
        answer = redirect("gone", token)
        answer["Clear-Site-Data"] = '"cache", "storage"'
        return answer
    page = {"why_not": erasing.why_not_be_forgotten(request.user), "ground": ground()}
    return render(request, "journeys/words/be-forgotten.html", page)


@open_to_all
@require_safe
def gone(request: HttpRequest, token: str) -> HttpResponse:
    """How far it is, for whoever holds this address. It tells of nobody."""
    row = erasing.how_far(token)
    if row is None:
        raise Http404
    page = {"erasing": row, "ground": ground(), "here": request.path}
    return render(request, "journeys/words/gone.html", page)
