from datetime import datetime, timedelta

from openchair.house.models import Duty, Event, EventKind
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account

KEPT = timedelta(days=365)


def note(
    kind: EventKind, *, at: datetime, duty: Duty | None = None, concerns: Account | None = None
) -> Event:
    """Writes down that something happened, and nothing of what was said."""
    with acting_for_the_house("writing down what happened"):
        return Event.objects.create(kind=kind, at=at, duty=duty or "", concerns=concerns)


def forget_old(at: datetime) -> None:
    """After twelve months: spec/model.md, Audit trail."""
    with acting_for_the_house("forgetting old events"):
        Event.objects.filter(at__lt=at - KEPT).delete()
