"""What this room holds on a person: which entries they checked, and how they answered letters as host.

Nothing of a visitor's questions is kept, and no letter says who wrote it.
"""

from typing import Any

from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.pathways.actions import close
from openchair.pathways.models import HostLetter, LetterState, Resource


def export(actor: Viewer) -> dict[str, Any]:
    checked = (
        Resource.objects.for_viewer(actor)
        .filter(checked_by=actor.pk)
        .order_by("checked_on", "name")
    )
    answered = HostLetter.objects.for_viewer(actor).filter(answered_by=actor.pk)
    return {
        "entries_checked": [
            {"name": entry.name, "checked_on": entry.checked_on} for entry in checked
        ],
        "answers_as_host": [
            {"words": letter.answer, "answered_at": letter.answered_at}
            for letter in answered.exclude(state=LetterState.CLOSED).order_by("answered_at")
        ],
    }


def forget(account: Viewer) -> None:
    """The entries stay checked on their day; by whom is forgotten. An answer goes with its words."""
    with acting_for_the_house("forgetting"):
        Resource.objects.filter(checked_by=account.pk).update(checked_by=None)
        for letter in HostLetter.objects.filter(answered_by=account.pk):
            letter.answered_by = None
            close(letter)
