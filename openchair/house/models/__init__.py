"""The house's rows: the house itself and its set-up, help lines, who does what, and what happened."""

from openchair.house.models.duties import Duty, HandOver, Role
from openchair.house.models.events import Event, EventKind
from openchair.house.models.house import House, HouseState, SetUpAddress, StepDone
from openchair.house.models.lines import HELP_LINE_CHECK_DAYS, HelpLine

__all__ = [
    "HELP_LINE_CHECK_DAYS",
    "Duty",
    "Event",
    "EventKind",
    "HandOver",
    "HelpLine",
    "House",
    "HouseState",
    "Role",
    "SetUpAddress",
    "StepDone",
]
