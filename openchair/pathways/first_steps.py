"""Puts together the page with the one small step: what is in this house to begin with."""

from datetime import date
from typing import Any

from openchair.circles.queries import cards
from openchair.house.models import Duty
from openchair.house.queries import help_lines, holders
from openchair.kernel.guard import Viewer
from openchair.pathways import queries
from openchair.pathways.fitting import two_cards
from openchair.pathways.starting import Step, There, Told, choose, smaller


def step_page(viewer: Viewer, told: Told, instead: str, today: date) -> dict[str, Any]:
    """`instead`: the step someone asked for in place of the one that was shown."""
    shown = cards(viewer)
    there = There(
        card=bool(shown),
        host=bool(holders(Duty.HOST)),
        group=queries.listed(viewer).exists(),
    )
    rule = choose(told, there)
    asked = instead in [*Step] and there.holds(Step(instead))
    step = Step(instead) if asked else rule.step
    fitting, besides = two_cards(told, shown)
    return {
        "told": told,
        "step": step,
        "why": "" if asked else rule.why,
        "there": there,
        "smaller": smaller(step, there),
        "shown": fitting,
        "besides": besides,
        "someone_first": told.answers.get("people") == "hurt",
        "lines": help_lines(today),
    }
