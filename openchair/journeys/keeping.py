"""Everything this house holds on one person, room by room; and forgetting them in all rooms."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from openchair.journeys import under_way
from openchair.journeys.rooms import ROOMS, read_rooms
from openchair.people.models import Account


def export(actor: Account) -> dict[str, Any]:
    """One's own words and settings, room by room (I-26), all in memory."""
    rooms = {
        name: {section: _whole(rows) for section, rows in held.items()}
        for name, held in read_rooms(actor)
    }
    return rooms | {"journeys": under_way.export(actor)}


def _whole(rows: Any) -> Any:
    return list(rows) if isinstance(rows, Iterator) else rows


@transaction.atomic
def forget(account: Account) -> None:
    """The upper rooms forget first, so that nothing points at what is gone."""
    under_way.forget(account)
    for room in ROOMS.values():
        room.forget(account)
