"""What a letter about the house says inside: to its stewards, and to whom it happened."""

from uuid import UUID

from django.utils.translation import gettext as _

from openchair.house.models import Event, EventKind
from openchair.people.models import Account

TO_STEWARDS = {EventKind.DUTY_GIVEN, EventKind.DUTY_PUT_DOWN, EventKind.DUTY_TAKEN}
TOLD = TO_STEWARDS | {EventKind.KEY_SHOWN, EventKind.LISTENER_LINE}


def house_sentences(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    """A sentence and the name of the page it leads to, for each event this reader may know of."""
    events = Event.objects.for_viewer(viewer).filter(pk__in=about, kind__in=TOLD).order_by("-at")
    return [_about(viewer, event) for event in events]


def _about(viewer: Account, event: Event) -> tuple[str, str]:
    if event.kind == EventKind.DUTY_TAKEN and event.concerns_id == viewer.pk:
        return _("You do not look after this house any more: another steward ended it."), "rules"
    return event.get_kind_display(), "house-events"
