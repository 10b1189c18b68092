"""Reads the towns, states and countries out of a postal address written on one line."""

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

from openchair.pathways.reading.words import folded

STATES_FIRST = {"us", "ca", "au"}
ALSO_CALLED = {
    "usa": "us",
    "u s a": "us",
    "us": "us",
    "america": "us",
    "uk": "gb",
    "great britain": "gb",
}
ALSO_CALLED |= {"england": "gb", "scotland": "gb", "wales": "gb", "northern ireland": "gb"}
STATE_AND_POSTCODE = re.compile(r"^(\D+?)\s+((?=\S*\d)[A-Z0-9][A-Z0-9 -]{2,9})$", re.IGNORECASE)
COUNTY = re.compile(r"\bcounty$", re.IGNORECASE)


@dataclass
class Address:
    street: str = ""
    town: str = ""
    county: str = ""
    region: str = ""
    nation: str = ""
    postcode: str = ""


@cache
def _nations() -> dict[str, str]:
    territories = Locale("en").territories.items()
    return ALSO_CALLED | {
        folded(name): code.lower() for code, name in territories if len(code) == 2
    }


def nation_code(name: str) -> str:
    """ "us" for "USA", "U.S.A", "United States"; "" for what is no country."""
    return _nations().get(folded(name), "")


def address_in(written: str) -> Address:
    """The parts that are certain. Where the order is not known, everything but the country is the street."""
    parts = [part for part in (part.strip() for part in written.split(",")) if part]
    address = Address()
    if parts and nation_code(parts[-1]):
        address.nation = parts.pop()
    if nation_code(address.nation) in STATES_FIRST or (
        not address.nation and _ends_with_state(parts)
    ):
        _take_state(parts, address)
        _take_town(parts, address)
    elif address.nation and len(parts) == 1:
        _take_town(parts, address)
    address.street = ", ".join(parts)
    return address


def _ends_with_state(parts: list[str]) -> bool:
    """ "…, Seattle, WA 98146": two capitals and figures, as nowhere else."""
    return len(parts) > 1 and bool(re.match(r"^[A-Z]{2} \d{5}(-\d{4})?$", parts[-1]))


def _take_state(parts: list[str], address: Address) -> None:
    if parts and _is_postcode(parts[-1]):
        address.postcode = parts.pop()
    if not parts:
        return
    if found := STATE_AND_POSTCODE.match(parts[-1]):
        address.region, address.postcode = found[1], found[2]
        parts.pop()
    elif not any(letter.isdigit() for letter in parts[-1]):
        address.region = parts.pop()


def _is_postcode(part: str) -> bool:
    return len(part) < 11 and all(any(sign.isdigit() for sign in word) for word in part.split())


def _take_town(parts: list[str], address: Address) -> None:
    if not parts or any(letter.isdigit() for letter in parts[-1]):
        return
    if COUNTY.search(parts[-1]):
        address.county = parts.pop()
    else:
        address.town = parts.pop()
