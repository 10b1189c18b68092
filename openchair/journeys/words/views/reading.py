"""What this house holds on the reader, and their own words by table and day."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from openchair.journeys import copying, erasing
from openchair.journeys.words.holding import held_on
from openchair.people.doors import signed_in
from openchair.people.visit import Visit
from openchair.sharing import mine


@signed_in
@require_safe
def my_words(request: Visit) -> HttpResponse:
    viewer = request.user
    page = {
        "tables": mine.tables_of_mine(viewer),
        "held": held_on(viewer),
        "questions": mine.questions(viewer),
        "passages": mine.retellings_to_settle(viewer),
        "erasing": erasing.under_way_for(viewer),
        "copy": copying.the_copy(viewer, at=timezone.now()),
    }
    return render(request, "journeys/words/mine.html", page)


@signed_in
@require_safe
def at_table(request: Visit, circle_id: UUID) -> HttpResponse:
    """To whoever said nothing there, there is nothing here."""
    viewer = request.user
    tables = mine.tables_of_mine(viewer)
    if circle_id not in tables:
        raise Http404
    said = mine.said_at(viewer, circle_id, before=_before(request))
    page = _days(said) | {"table": tables[circle_id], "circle_id": circle_id}
    return render(request, "journeys/words/at-table.html", page)


@signed_in
@require_safe
def private_page(request: Visit) -> HttpResponse:
    """For its writer alone: words that no table shows them any more, and what is asked about them."""
    viewer = request.user
    page = _days(mine.shown_nowhere(viewer, before=_before(request)))
    page |= {"questions": mine.questions(viewer)}
    return render(request, "journeys/words/private.html", page)


def _before(request: Visit) -> datetime | None:
    """Where the page before ended."""
    said = request.GET.get("before", "")
    try:
        moment = parse_datetime(said) if said else None
    except ValueError:
        raise Http404 from None
    if said and (moment is None or moment.tzinfo is None):
        raise Http404
    return moment


def _days(said: list[mine.Own]) -> dict[str, Any]:
    """By day, newest first, and where the next page begins."""
    days: dict[Any, list[mine.Own]] = {}
    for own in said:
        days.setdefault(timezone.localdate(own.row.said_at), []).append(own)
    more = said[-1].row.said_at.isoformat() if len(said) == mine.PAGE else ""
    return {"days": days, "more": more}
