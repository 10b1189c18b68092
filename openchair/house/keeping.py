"""What this room holds on a person, and how it is forgotten."""

from typing import Any

from openchair.house.actions.duties import show_names
from openchair.house.models import Event, HandOver, Role
from openchair.house.queries import duties_of
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account


def export(actor: Account) -> dict[str, Any]:
    roles = Role.objects.for_viewer(actor).filter(account=actor.pk).order_by("since")
    asked = HandOver.objects.for_viewer(actor).order_by("asked_at")
    told = Event.objects.for_viewer(actor).filter(concerns=actor.pk).order_by("at")
    return {
        "duties": [
            {"duty": role.duty, "since": role.since, "shown_as": role.shown_as} for role in roles
        ],
        "asked": [{"duty": one.duty, "asked_at": one.asked_at} for one in asked],
        "events": [{"kind": one.kind, "duty": one.duty, "at": one.at} for one in told],
    }


def forget(account: Account) -> None:
    """What happened to the house stays written down, without them."""
    theirs = duties_of(account)
    with acting_for_the_house("forgetting"):
        Role.objects.filter(account=account).delete()
        HandOver.objects.filter(by=account).delete()
        Event.objects.filter(concerns=account).update(concerns=None)
    for duty in theirs:
        show_names(duty)
