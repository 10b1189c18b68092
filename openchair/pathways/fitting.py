"""Which tables fit what somebody told the start path. spec/inventory.md F8."""

from openchair.circles.models import About
from openchair.circles.queries import Shown
from openchair.pathways.starting import Told


def two_cards(told: Told, shown: list[Shown]) -> tuple[Shown | None, Shown | None]:
    """The table that fits what was told; and one about life, besides one about something hard."""
    life = [one for one in shown if one.card.about == About.LIFE]
    hard = [one for one in shown if one.card.about == About.HARD]
    if told.answers.get("about") == "life":
        return next(iter(life or hard), None), None
    if not hard:
        return next(iter(life), None), None
    return hard[0], next(iter(life), None)
