"""What is kept of a person while something of theirs is under way, and how it is forgotten."""

from typing import Any

from openchair.journeys import copying
from openchair.journeys.models import Copy, Erasing
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account


def export(actor: Account) -> dict[str, Any]:
    copies = Copy.objects.for_viewer(actor)
    erasing = Erasing.objects.for_viewer(actor).order_by("asked_at")
    return {
        "copies": [{"asked_at": row.asked_at, "made_at": row.made_at} for row in copies],
        "erasing": [{"asked_at": row.asked_at, "done_at": row.done_at} for row in erasing],
    }


def forget(account: Account) -> None:
    """That something is being erased is known until it is done, without whose it was."""
    with acting_for_the_house("forgetting"):
        for row in Copy.objects.filter(account=account):
            copying.discard(row)
        Erasing.objects.filter(account=account).update(account=None, circle=None)
