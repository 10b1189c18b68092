"""For whoever keeps someone apart: that they tried, and did not get a seat (AS-04)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from openchair.circles import actions
from openchair.circles.models import Circle, TurnedAway
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.visit import Visit


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def turned_away(request: Visit, row_id: UUID) -> HttpResponse:
    viewer = request.user
    row = get_object_or_404(TurnedAway.objects.for_viewer(viewer), pk=row_id)
    if request.method == "POST":
        actions.put_away_turned_away(viewer, row)
        return redirect("today")
    circle = Circle.objects.for_viewer(viewer).filter(pk=row.circle_id).first()
    return render(request, "circles/turned-away.html", {"row": row, "circle": circle})
