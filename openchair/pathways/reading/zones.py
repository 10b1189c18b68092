"""IANA time zones as people and feeds write them."""

from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from openchair.pathways.reading.trouble import Unreadable, quoted

MOST_SUGGESTED = 3
OF_NO_CITY = ("Etc/", "US/", "Canada/", "Brazil/", "Mexico/", "SystemV/")


@cache
def _zones() -> dict[str, str]:
    named = (zone for zone in available_timezones() if "/" in zone or zone == "UTC")
    return {zone.casefold(): zone for zone in named}


@cache
def _cities() -> dict[str, str]:
    """ "new_york" -> "America/New_York". A city that names several zones (Indiana's) is left out."""
    found: dict[str, set[str]] = {}
    for zone in _zones().values():
        if not zone.startswith(OF_NO_CITY):
            found.setdefault(zone.rpartition("/")[2].casefold(), set()).add(zone)
    return {city: min(zones, key=len) for city, zones in found.items()}


def zone_name(said: object) -> str | None:
    """The IANA zone that was meant, or None. Short names ("EST") say nothing of summer time: None."""
    return _zones().get(_as_key(said)) if isinstance(said, str) else None


def zone_or_city(said: str) -> str | None:
    """The zone of this name, or of this city: "Amsterdam", "New York"."""
    return zone_name(said) or _cities().get(_as_key(said))


def zones_like(said: str) -> list[str]:
    """A few zones that may have been meant, for a sentence."""
    wanted = _as_key(said)
    holding = sorted(zone for zone in _zones() if wanted and wanted in zone)[:MOST_SUGGESTED]
    close = get_close_matches(wanted, _cities(), n=MOST_SUGGESTED, cutoff=0.7)
    found = [_zones()[zone] for zone in holding] + [_cities()[city] for city in close]
    found += [
        _zones()[zone] for zone in get_close_matches(wanted, _zones(), n=MOST_SUGGESTED, cutoff=0.7)
    ]
    return list(dict.fromkeys(found))[:MOST_SUGGESTED]


def _as_key(said: str) -> str:
    return "_".join(said.split()).casefold()


def zone_of_row(said: object, given: str) -> str:
    """The row's own zone, else the one `given` by whoever imports. Raises Unreadable."""
    if said is None or said is False or (isinstance(said, str) and not said.strip()):
        if given:
            return given
        raise Unreadable(
            _(
                "it has a time and no time zone, so this entry was left out. "
                "Say where it meets with --zone, like --zone America/New_York."
            )
        )
    if found := zone_name(said):
        return found
    raise Unreadable(
        _(
            "the time zone “%(said)s” is not known, so this entry was left out. "
            "Write it as a continent and a city, like America/New_York."
        )
        % {"said": quoted(said)}
    )
