"""The places that entries name, gathered so that a visitor can say one of them in their own words.

One name at two levels ("Bronx", the borough and the county) is one place, unless some entry says
otherwise ("New York", the town, lies in more counties than the county of that name).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from openchair.pathways.reading.addresses import nation_code
from openchair.pathways.reading.words import folded

LEVELS = ("neighbourhood", "section", "town", "county", "region", "nation")
PARENTS = {
    "neighbourhood": ("section", "town", "county", "region"),
    "section": ("region",),
    "town": ("region",),
    "county": ("region",),
}
HEADINGS: dict[str, str | Promise] = {
    "section": gettext_lazy("Boroughs and parts of a town"),
    "town": gettext_lazy("Towns"),
    "county": gettext_lazy("Counties"),
    "neighbourhood": gettext_lazy("Neighbourhoods"),
    "region": gettext_lazy("States and provinces"),
    "nation": gettext_lazy("Countries"),
}
KINDS: dict[str, str | Promise] = {
    "section": pgettext_lazy("kind of place", "part of town"),
    "town": pgettext_lazy("kind of place", "town"),
    "county": pgettext_lazy("kind of place", "county"),
    "neighbourhood": pgettext_lazy("kind of place", "neighbourhood"),
    "region": pgettext_lazy("kind of place", "state"),
    "nation": pgettext_lazy("kind of place", "country"),
}
COUNTY = re.compile(r"\s+county$|^county (?:of )?", re.IGNORECASE)
BESIDE_THE_NAME = re.compile(r"^the\s+|\s*\([^)]*\)\s*$", re.IGNORECASE)

type Names = tuple[str, ...]


@lru_cache(maxsize=8192)
def key(name: str, level: str = "") -> str:
    """What stays of a name for comparing: "Kings County" and "Kings", "Soundview" and "Sound View"."""
    bare = BESIDE_THE_NAME.sub("", name.strip())
    if level == "nation":
        return nation_code(bare) or folded(bare)
    return folded(COUNTY.sub("", bare)).replace(" ", "") or folded(name)


@dataclass
class Part:
    """One name at one level. `rows` are the numbers of the name rows it stands in."""

    level: str
    key: str
    parent_key: str = ""
    spellings: Counter[str] = field(default_factory=Counter)
    parents: Counter[str] = field(default_factory=Counter)
    rows: set[int] = field(default_factory=set)
    has_namesakes: bool = False

    @property
    def condition(self) -> Q:
        here = Q(**{f"{self.level}__in": sorted(self.spellings)})
        return here & self._within if self.has_namesakes else here

    def holds(self, names: dict[str, str]) -> bool:
        """The same as `condition`, for one entry's names by level."""
        if names[self.level] not in self.spellings:
            return False
        wider = [names[level] for level in PARENTS.get(self.level, ())]
        if not self.has_namesakes:
            return True
        return any(name in self.parents for name in wider) if self.parent_key else not any(wider)

    @property
    def _within(self) -> Q:
        wider = PARENTS.get(self.level, ())
        if not self.parent_key:
            return Q(**dict.fromkeys(wider, ""))
        within = Q(pk__in=())
        for level in wider:
            within |= Q(**{f"{level}__in": sorted(self.parents)})
        return within


@dataclass
class Place:
    """One place a visitor can ask for, at one or more levels, the narrowest first."""

    parts: list[Part]
    label: str = ""

    @property
    def key(self) -> str:
        return self.parts[0].key

    @property
    def level(self) -> str:
        return self.parts[0].level

    @property
    def name(self) -> str:
        """As it is written most often, and not in capitals if anyone writes it otherwise."""
        written = Counter[str]()
        for part in self.parts:
            written += part.spellings
        return min(written, key=lambda name: (name.isupper(), -written[name], name))

    @property
    def parent(self) -> str:
        parents = self.parts[0].parents
        return min(parents, key=lambda name: (-parents[name], name), default="")

    @property
    def rows(self) -> set[int]:
        return set().union(*(part.rows for part in self.parts))

    @property
    def heading(self) -> str:
        return str(HEADINGS[self.level])

    @property
    def condition(self) -> Q:
        """Which entries lie in it, in terms of Resource."""
        found = Q(pk__in=())
        for part in self.parts:
            found |= part.condition
        return found


def places_in(names: Iterable[Names]) -> list[Place]:
    """All places of these rows, each with a label of its own, in the order of their names.

    The same rows give the same places, so the last answers are remembered: do not change them.
    """
    return _places_in(tuple(sorted(set(names))))


@lru_cache(maxsize=4)
def _places_in(names: tuple[Names, ...]) -> list[Place]:
    rows = [dict(zip(LEVELS, row, strict=True)) for row in names]
    parts = _with_orphans_at_home(_gathered(rows))
    places = _merged(parts, rows)
    _label(places)
    return sorted(places, key=lambda place: (folded(place.name), place.label))


def _gathered(rows: list[dict[str, str]]) -> list[Part]:
    found: dict[tuple[str, str, str], Part] = {}
    for number, said in enumerate(rows):
        for level in LEVELS:
            if name := said[level]:
                parent = next((said[other] for other in PARENTS.get(level, ()) if said[other]), "")
                identity = (level, key(name, level), key(parent))
                part = found.setdefault(identity, Part(*identity))
                part.spellings[name] += 1
                part.rows.add(number)
                part.parents.update([parent] if parent else [])
    return list(found.values())


def _with_orphans_at_home(parts: list[Part]) -> list[Part]:
    """A name without a wider place goes to its only namesake; where there are several, it stays alone."""
    namesakes: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for part in parts:
        namesakes[part.level, part.key].append(part)
    kept: list[Part] = []
    for several in namesakes.values():
        kept += _at_home(several)
    return kept


def _at_home(several: list[Part]) -> list[Part]:
    orphan = next((part for part in several if not part.parent_key), None)
    if orphan and len(several) == 2:
        home = next(part for part in several if part is not orphan)
        home.spellings += orphan.spellings
        home.rows |= orphan.rows
        return [home]
    for part in several:
        part.has_namesakes = len(several) > 1
    return several


def _merged(parts: list[Part], rows: list[dict[str, str]]) -> list[Place]:
    """Parts of one name at several levels become one place where no row says otherwise."""
    by_key: dict[str, list[Place]] = defaultdict(list)
    for part in sorted(parts, key=lambda part: LEVELS.index(part.level)):
        same = (
            place for place in by_key[part.key] if all(_agree(part, p, rows) for p in place.parts)
        )
        if (home := next(same, None)) and part.level not in ("neighbourhood", "nation"):
            home.parts.append(part)
        else:
            by_key[part.key].append(Place([part]))
    return [place for places in by_key.values() for place in places]


def _agree(one: Part, other: Part, rows: list[dict[str, str]]) -> bool:
    """Two levels of one name agree if no row of the one has another name at the level of the other."""
    if one.level == other.level or "neighbourhood" in (one.level, other.level):
        return False
    only_one, only_other = one.rows - other.rows, other.rows - one.rows
    contradicted = any(rows[row][other.level] for row in only_one)
    return bool(one.rows & other.rows) and not (
        contradicted or any(rows[row][one.level] for row in only_other)
    )


def _label(places: list[Place]) -> None:
    named: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        named[folded(place.name)].append(place)
    for namesakes in named.values():
        levels = Counter(place.level for place in namesakes)
        for place in namesakes:
            place.label = _label_of(place, levels)


def _label_of(place: Place, levels: Counter[str]) -> str:
    label = place.name
    if levels[place.level] > 1 and place.parent:
        label = f"{label}, {place.parent}"
    if len(levels) > 1:
        label = f"{label} ({KINDS[place.level]})"
    return label


def by_heading(places: list[Place]) -> list[tuple[str, list[Place]]]:
    """For a page that names them all, level by level."""
    groups = ((level, [place for place in places if place.level == level]) for level in HEADINGS)
    return [(str(HEADINGS[level]), found) for level, found in groups if found]
