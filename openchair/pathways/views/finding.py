"""A visitor looks for a group outside this house. Nothing of what they ask is kept."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from openchair.kernel.doors import open_to_all
from openchair.pathways import queries
from openchair.pathways.finding import found_page
from openchair.pathways.forms import Asked
from openchair.pathways.places import by_heading
from openchair.pathways.showing import Reader, Shown, facts


@open_to_all
@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The question stands in the address, so that it can be kept, sent on, or printed."""
    asked = Asked(request.GET)
    page = found_page(request.user, asked, _reader(asked.question.zone))
    return render(request, "pathways/meetings.html", page)


@open_to_all
@require_safe
def meeting_places(request: HttpRequest) -> HttpResponse:
    """Every place name that occurs, as links that keep the rest of the question."""
    page = {
        "question": Asked(request.GET).question,
        "groups": by_heading(queries.places(request.user)),
    }
    return render(request, "pathways/meeting-places.html", page)


@open_to_all
@require_safe
def meeting(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    viewer = request.user
    entry = get_object_or_404(queries.listed(viewer), pk=entry_id)
    shown = Shown(entry, _reader(Asked(request.GET).question.zone))
    page = {"shown": shown, "facts": facts(shown), "question": Asked(request.GET).question}
    return render(request, "pathways/meeting.html", page)


def _reader(zone: str) -> Reader:
    return Reader(get_language() or "en", timezone.now(), timezone.localdate(), zone)
