"""Groups outside, in every state an entry can have."""

from typing import TYPE_CHECKING, Any

from openchair.pathways.models import FACTS, Resource, Source, State
from openchair.testing.directory import bring_in_meetings

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

IN_THE_DIRECTORY = {
    "Soup and talk": State.LISTED,
    "Mourning café": State.PROPOSED,
    "Late line": State.WITHDRAWN,
    "Early bench": State.CHECKED,
    "Tea from London": State.LISTED,
    "Quiet reading": State.LISTED,
}


def lay_the_directory(world: "World") -> None:
    today = world.at.date()
    bring_in_meetings(world.people["Ralf"], today=today)
    Source.objects.create(name="waiting", kind="bmlt", copied_on=today)
    for name, state in IN_THE_DIRECTORY.items():
        Resource.objects.filter(name=name).update(state=state)
    Resource.objects.filter(name__in=("Tea from London", "Quiet reading")).update(gone_on=today)
    Resource.objects.filter(name="Quiet reading").update(checked_on=today)
    Resource.objects.filter(name="Late line").update(
        checked_by=world.people["Chiara"], checked_on=today
    )
    entry = Resource.objects.get(name="Early bench")
    entry.checked_by, entry.checked_on = world.people["Ralf"], today
    entry.change = {fact: _as_json(getattr(entry, fact)) for fact in FACTS}
    entry.save()


def _as_json(value: Any) -> Any:
    return value if isinstance(value, str | int | bool | list | None) else str(value)
