"""A steward looks after the directory."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from openchair.house.doors import stewards
from openchair.kernel.once import once_only
from openchair.pathways import actions, policy, queries
from openchair.pathways.forms import Asked, CheckForm, NameForm
from openchair.pathways.models import Resource, Source
from openchair.pathways.showing import Reader, Shown, copied_sentence, day_in_words, facts
from openchair.pathways.tending import SHELF_PARTS, STAGES, changes


@stewards
@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    shelves = [
        (shelf, day_in_words(shelf.source.copied_on)) for shelf in queries.shelves(request.user)
    ]
    return render(request, "pathways/directory.html", {"shelves": shelves})


@stewards
@require_safe
def directory_source(request: HttpRequest, source_id: UUID) -> HttpResponse:
    """One source's entries, those in one state at a time."""
    source = _source(request, source_id)
    page = {
        "source": source,
        "copied": copied_sentence(source, source.copied_on),
        "show_parts": SHELF_PARTS.items(),
    }
    return render(request, "pathways/directory-source.html", page | _on_shelf(request, source))


def _on_shelf(request: HttpRequest, source: Source) -> dict[str, Any]:
    show = request.GET.get("show", "proposed")
    if show not in SHELF_PARTS:
        raise Http404
    part = Asked(request.GET).question.part
    entries, has_more = queries.on_shelf(request.user, source, show, part, timezone.localdate())
    shown = [Shown(entry, _reader()) for entry in entries]
    return {"show": show, "part": part, "has_more": has_more, "entries": shown}


@stewards
@require_safe
def directory_entry(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    viewer = request.user
    shown = Shown(_entry(request, entry_id), _reader())
    page = {
        "shown": shown,
        "facts": facts(shown),
        "stage": STAGES[shown.entry.stage(timezone.localdate())],
        "changes": changes(shown.entry),
        "why_not_list": policy.why_not_list(viewer, shown.entry),
    }
    return render(request, "pathways/directory-entry.html", page)


@stewards
@require_POST
@once_only
def list_source(request: HttpRequest, source_id: UUID) -> HttpResponse:
    actions.list_source(request.user, _source(request, source_id), on=timezone.localdate())
    return redirect("directory-source", source_id)


@stewards
@require_POST
@once_only
def rename_source(request: HttpRequest, source_id: UUID) -> HttpResponse:
    form = NameForm(request.POST)
    name = form.cleaned_data["name"] if form.is_valid() else ""
    actions.rename_source(request.user, _source(request, source_id), name)
    return redirect("directory-source", source_id)


@stewards
@require_POST
@once_only
def withdraw_source(request: HttpRequest, source_id: UUID) -> HttpResponse:
    actions.withdraw_source(request.user, _source(request, source_id))
    return redirect("directory-source", source_id)


@stewards
@require_POST
@once_only
def list_entry(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    actions.list_entry(request.user, _entry(request, entry_id), on=timezone.localdate())
    return redirect("directory-entry", entry_id)


@stewards
@require_POST
@once_only
def check_entry(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    form = CheckForm(request.POST)
    opened = form.is_valid() and form.cleaned_data["opened_page"]
    entry = _entry(request, entry_id)
    actions.check(request.user, entry, on=timezone.localdate(), opened_page=opened)
    return redirect("directory-entry", entry_id)


@stewards
@require_POST
@once_only
def withdraw_entry(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    actions.withdraw(request.user, _entry(request, entry_id))
    return redirect("directory-entry", entry_id)


@stewards
@require_POST
@once_only
def take_change(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    actions.take_change(request.user, _entry(request, entry_id), on=timezone.localdate())
    return redirect("directory-entry", entry_id)


@stewards
@require_POST
@once_only
def keep_as_it_is(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    actions.keep_as_it_is(request.user, _entry(request, entry_id), on=timezone.localdate())
    return redirect("directory-entry", entry_id)


def _source(request: HttpRequest, source_id: UUID) -> Source:
    viewer = request.user
    return get_object_or_404(Source.objects.for_viewer(viewer), pk=source_id)


def _entry(request: HttpRequest, entry_id: UUID) -> Resource:
    viewer = request.user
    entry: Resource = get_object_or_404(Resource.objects.for_viewer(viewer), pk=entry_id)
    return entry


def _reader() -> Reader:
    return Reader(get_language() or "en", timezone.now(), timezone.localdate())
