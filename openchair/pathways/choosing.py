"""Which place a visitor means by the words they wrote."""

from dataclasses import dataclass
from difflib import get_close_matches

from django.db.models import Q

from openchair.pathways.places import COUNTY, Place, key
from openchair.pathways.reading.words import folded

MOST_SUGGESTED = 8


@dataclass(frozen=True)
class Chosen:
    """What a visitor's words for a place come to. Nothing said, nothing chosen."""

    said: str = ""
    places: tuple[Place, ...] = ()
    suggested: tuple[Place, ...] = ()

    @property
    def is_unknown(self) -> bool:
        return bool(self.said) and not self.places

    @property
    def condition(self) -> Q:
        if not self.said:
            return Q()
        found = Q(pk__in=())
        for place in self.places:
            found |= place.condition
        return found

    def holds(self, names: dict[str, str]) -> bool:
        return not self.said or any(
            part.holds(names) for place in self.places for part in place.parts
        )


def choose(said: str, places: list[Place]) -> Chosen:
    """The place or places of this name, or, where there is none, names that look like it."""
    wanted = folded(said)
    if not wanted:
        return Chosen(said.strip())
    labelled = (place for place in places if folded(place.label) == wanted != folded(place.name))
    found = tuple(labelled) or _by_name(said, places)
    return Chosen(said, found) if found else Chosen(said, (), _like(said, places))


def _by_name(said: str, places: list[Place]) -> tuple[Place, ...]:
    found = tuple(place for place in places if place.key in (key(said), key(said, place.level)))
    counties = tuple(
        place for place in found if any(part.level == "county" for part in place.parts)
    )
    return counties if COUNTY.search(said.strip()) and counties else found


def _like(said: str, places: list[Place]) -> tuple[Place, ...]:
    wanted = key(said)
    holding = [place for place in places if len(wanted) > 2 and wanted in place.key]
    close = get_close_matches(wanted, {place.key for place in places}, n=MOST_SUGGESTED, cutoff=0.7)
    similar = [place for name in close for place in places if place.key == name]
    found = {id(place): place for place in [*holding, *similar]}
    return tuple(found.values())[:MOST_SUGGESTED]


def around(chosen: Chosen, places: list[Place]) -> Place | None:
    """The smallest place that holds most of what was chosen, and more."""
    rows = set().union(*(place.rows for place in chosen.places))
    wider = [
        place
        for place in places
        if len(place.rows) > len(rows) and 2 * len(place.rows & rows) >= len(rows) > 0
    ]
    return min(wider, key=lambda place: len(place.rows), default=None)
