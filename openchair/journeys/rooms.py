"""The rooms below, in which something of a person may lie: what each holds, read out in order."""

from collections.abc import Iterator
from typing import Any

from openchair.circles import keeping as circles
from openchair.delivery import keeping as delivery
from openchair.house import keeping as house
from openchair.kernel import keeping as kernel
from openchair.pathways import keeping as pathways
from openchair.people import keeping as people
from openchair.people.models import Account
from openchair.presence import keeping as presence
from openchair.repair import keeping as repair
from openchair.sharing import keeping as sharing

ROOMS = {
    "presence": presence,
    "repair": repair,
    "sharing": sharing,
    "pathways": pathways,
    "circles": circles,
    "house": house,
    "delivery": delivery,
    "kernel": kernel,
    "people": people,
}


def read_rooms(actor: Account) -> Iterator[tuple[str, dict[str, Any]]]:
    """In the order of a page: each room is read when it is asked for, and where there may be many
    rows, they are an iterator."""
    for name in reversed(ROOMS):
        yield name, ROOMS[name].export(actor)
