"""What a steward reads about sources and entries, beyond what everybody reads."""

from dataclasses import dataclass
from datetime import time

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.pathways.models import Resource, Stage, read_change
from openchair.pathways.week import clock, day_name

STAGES = {
    Stage.PROPOSED: gettext_lazy("Proposed. Nobody sees it yet."),
    Stage.CHECKED: gettext_lazy("Checked. Nobody sees it yet."),
    Stage.LISTED: gettext_lazy("Listed. Everybody sees it."),
    Stage.DUE: gettext_lazy("Listed. It is time to look at it again."),
    Stage.STALE: gettext_lazy("Listed, and greyed: nobody has looked at it for a long time."),
    Stage.WITHDRAWN: gettext_lazy("Taken off. Nobody sees it."),
}
SHELF_PARTS = {
    "proposed": gettext_lazy("New"),
    "changed": gettext_lazy("Changed there"),
    "due": gettext_lazy("To look at again"),
    "gone": gettext_lazy("No longer there"),
    "listed": gettext_lazy("Listed"),
    "checked": gettext_lazy("Checked, not listed"),
    "withdrawn": gettext_lazy("Taken off"),
}


FACT_NAMES = {
    "name": gettext_lazy("Name"),
    "group": gettext_lazy("Group"),
    "day": gettext_lazy("Day"),
    "start": gettext_lazy("Starts at"),
    "minutes": gettext_lazy("Lasts, in minutes"),
    "zone": gettext_lazy("Time zone"),
    "neighbourhood": gettext_lazy("Neighbourhood"),
    "section": gettext_lazy("Part of town"),
    "town": gettext_lazy("Town"),
    "county": gettext_lazy("County"),
    "region": gettext_lazy("State or province"),
    "nation": gettext_lazy("Country"),
    "venue": gettext_lazy("Building"),
    "street": gettext_lazy("Street"),
    "postcode": gettext_lazy("Postcode"),
    "directions": gettext_lazy("How to get there"),
    "in_room": gettext_lazy("In a room"),
    "online": gettext_lazy("Online or by telephone"),
    "link": gettext_lazy("Address online"),
    "link_notes": gettext_lazy("To join online"),
    "phone": gettext_lazy("Telephone"),
    "phone_notes": gettext_lazy("Telephone notes"),
    "page": gettext_lazy("Its page in the directory"),
    "languages": gettext_lazy("Languages"),
    "needs": gettext_lazy("Meant for"),
    "marks": gettext_lazy("Codes of the directory"),
    "wheelchair": gettext_lazy("A wheelchair can get in"),
    "notes": gettext_lazy("Notes of the directory"),
    "source_date": gettext_lazy("Last changed there"),
}


@dataclass(frozen=True)
class Change:
    """One fact that the source gives differently now."""

    name: str
    here: str
    there: str


def changes(entry: Resource) -> list[Change]:
    """What would change if a steward took over what the source says now."""
    if entry.change is None or entry.change_set_aside:
        return []
    new = read_change(entry.change)
    return [
        Change(str(FACT_NAMES[name]), _plain(name, value), _plain(name, new[name]))
        for name, value in entry.facts().items()
        if new[name] != value
    ]


def _plain(name: str, value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, time):
        return clock(value)
    if name == "day" and isinstance(value, int):
        return day_name(value)
    return "" if value is None else str(value).strip()
