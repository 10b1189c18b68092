"""What a pause says within the house: to whoever is paused, and to those who listen."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.models import Circle, HoldingPause, Seat, SeatState
from openchair.house.models import Duty
from openchair.house.queries import has_duty
from openchair.kernel.text import within_a_sentence
from openchair.people.models import Account


def pause_sentences(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    """A sentence and the page it leads to, while the pause is on."""
    if not about:
        return []
    rows = HoldingPause.objects.for_viewer(viewer).filter(pk__in=about, undone_at=None)
    tables = _where_i_am_paused(viewer)
    mine = [row.circle_id for row in rows if row.account_id == viewer.pk]
    sentence = _("Saying something is paused for you at %(table)s. There you read why.")
    lines = [
        (
            sentence % {"table": within_a_sentence(tables[circle].name)},
            reverse("circle", args=[circle]),
        )
        for circle in mine
        if circle in tables
    ]
    theirs = any(row.account_id != viewer.pk for row in rows) and has_duty(viewer, Duty.EAR)
    asked = _("Someone was paused for a day. You can look at it, because you listen here.")
    return [*lines, (asked, reverse("pauses"))] if theirs else lines


def _where_i_am_paused(viewer: Account) -> dict[UUID, Circle]:
    seats = Seat.objects.for_viewer(viewer).filter(account=viewer.pk, state=SeatState.PAUSED)
    return Circle.objects.for_viewer(viewer).in_bulk({seat.circle_id for seat in seats})
