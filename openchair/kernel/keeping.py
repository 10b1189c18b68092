"""What the kernel holds on a person, and how it is forgotten: unsent words, and marks of answered forms."""

from typing import Any

from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.kernel.models import Draft, OnceOnly


def export(actor: Viewer) -> dict[str, Any]:
    drafts = Draft.objects.for_viewer(actor).order_by("kept_at")
    return {"unsent": [{"words": draft.words, "kept_at": draft.kept_at} for draft in drafts]}


def forget(account: Viewer) -> None:
    with acting_for_the_house("forgetting"):
        Draft.objects.filter(account=account.pk).delete()
        OnceOnly.objects.filter(account=account.pk).delete()
