"""Words that nobody has answered: what is asked of someone, and what their writer may know (AS-13)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from openchair.circles.models import Circle
from openchair.house.queries import help_lines
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.models import Account
from openchair.people.visit import Visit
from openchair.presence import queries, unanswered, waits
from openchair.presence.models import AskedToAnswer, Waiting
from openchair.sharing.models import Share


@signed_in
@require_safe
def asked(request: Visit, asked_id: UUID) -> HttpResponse:
    """Someone's words are waiting, and this person was asked."""
    row = _asked(request.user, asked_id)
    still = waits.is_still_asked(request.user, row.pk)
    return render(request, "presence/asked-to-answer.html", {"asked": row, "still": still})


@signed_in
@require_POST
@once_only
def pass_on(request: Visit, asked_id: UUID) -> HttpResponse:
    row = _asked(request.user, asked_id)
    unanswered.pass_on(request.user, row, at=timezone.now())
    return redirect("today")


def _asked(viewer: Account, asked_id: UUID) -> AskedToAnswer:
    rows = AskedToAnswer.objects.for_viewer(viewer).filter(account=viewer.pk)
    return get_object_or_404(rows, pk=asked_id)


@signed_in
@require_safe
def what_happened(request: Visit, waiting_id: UUID) -> HttpResponse:
    """For the writer: who was asked, numbers beside it, and ways to reach one person."""
    viewer, now = request.user, timezone.now()
    rows = Waiting.objects.for_viewer(viewer).filter(told_at__isnull=False)
    row = get_object_or_404(rows, pk=waiting_id)
    share = get_object_or_404(Share.objects.for_viewer(viewer), pk=row.share_id)
    circle = get_object_or_404(Circle.objects.for_viewer(viewer), pk=share.circle_id)
    rings = queries.whom_to_ring(viewer, circle.pk, request.person.zone, at=now)
    page = {"row": row, "circle": circle, "rings": rings, "ask_at": ()}
    page |= {
        "sentence": waits.what_happened(viewer, row),
        "lines": help_lines(timezone.localdate(now)),
    }
    return render(request, "presence/what-happened.html", page)
