"""A Meeting Guide JSON feed, as its specification says and as feeds are."""

import re
from collections.abc import Iterator
from datetime import time
from typing import Any

from django.utils.translation import gettext as _

from openchair.pathways.reading import languages, needs
from openchair.pathways.reading.addresses import Address, address_in, nation_code
from openchair.pathways.reading.entry import Access, Entry
from openchair.pathways.reading.meeting_guide_types import TYPES
from openchair.pathways.reading.moments import (
    clock_time,
    day_said,
    is_missing,
    length,
    length_until,
    weekday,
)
from openchair.pathways.reading.trouble import Unreadable
from openchair.pathways.reading.words import NAME, folded, is_set, line, notes, place_name
from openchair.pathways.reading.zones import zone_name, zone_of_row

SIGNS = (
    "slug", "day", "time", "types", "formatted_address", "attendance_option", "conference_url", "end_time",
)  # fmt: skip
CLOSED, INACTIVE = "TC", "NA"
NOT_MEETING = {"inactive", "closed", "suspended"}
CODES_BY_NAME = {folded(name): code for code, name in TYPES.items()}
CODES_BY_NAME |= {
    "online": "ONL",
    "wheelchair accessible": "X",
    "beginner": "BE",
    "beginners": "BE",
}
CODES_BY_NAME |= {
    "newcomers": "BE",
    "mens": "M",
    "womens": "W",
    "espanol": "S",
    "step meeting": "ST",
}


def id_field(rows: list[Any]) -> str:
    """What a feed calls its rows by: the slug, or, where it has none at all, another id of its own."""
    whole = [row for row in rows if isinstance(row, dict)]
    fields = ("slug", "id", "_id")
    return next((field for field in fields if any(row.get(field) for row in whole)), "slug")


def source_id(row: dict[str, Any], field: str = "slug") -> str:
    said = row.get(field)
    if isinstance(said, dict) and field == "_id":
        said = said.get("$oid")
    return line(said, field, NAME)


def entries_of(row: dict[str, Any], given_zone: str, own_id: str) -> list[Entry]:
    """The entries of a row, one for each of its days. Raises Unreadable."""
    codes = type_codes(row.get("types"))
    attendance = _attendance(row, codes)
    common = {
        "name": _name(row),
        "group": line(row.get("group"), "group"),
        "languages": _languages(row, codes),
        "needs": _needs(codes),
        "marks": codes,
        "wheelchair": Access.YES if "X" in codes else Access.UNKNOWN,
        "notes": _notes(row),
        "page": _web_address(row, "url") or _web_address(row, "website"),
        "source_date": day_said(row.get("updated") or row.get("updatedAt")),
        **_place(row),
        **attendance,
    }
    if not attendance["published"]:
        return [Entry(source_id=own_id, **common)]
    return list(_by_day(row, given_zone, own_id, common))


def _by_day(
    row: dict[str, Any], given_zone: str, own_id: str, common: dict[str, Any]
) -> Iterator[Entry]:
    days, start = _days(row.get("day")), _start(row)
    if not days and start is None:
        own_zone = zone_name(row.get("timezone")) or ""
        yield Entry(source_id=own_id, zone=own_zone, **common)
        return
    if not days or start is None:
        raise Unreadable(_day_without_time(bool(days)))
    where = zone_of_row(row.get("timezone"), given_zone)
    for day in days:
        name = own_id if len(days) == 1 else f"{own_id}@{day}"
        yield Entry(
            source_id=name, day=day, start=start, minutes=_minutes(row, start), zone=where, **common
        )


def _day_without_time(has_day: bool) -> str:
    if has_day:
        return _(
            "it has a day and no time, so this entry was left out. Write the time, like 19:30."
        )
    return _(
        "it has a time and no day, so this entry was left out. Write the day, from 0 (Sunday) to 6."
    )


def _days(said: object) -> list[int]:
    if is_missing(said):
        return []
    if isinstance(said, str) and re.search(r"[,;/]", said):
        said = [part for part in re.split(r"[,;/]", said) if part.strip()]
    several = said if isinstance(said, list) else [said]
    return list(dict.fromkeys(weekday(one, first=0) for one in several))


def _start(row: dict[str, Any]) -> time | None:
    return None if is_missing(row.get("time")) else clock_time(row.get("time"))


def _minutes(row: dict[str, Any], start: time) -> int | None:
    return length_until(start, row.get("end_time")) or length(row.get("duration"))


def _name(row: dict[str, Any]) -> str:
    name = line(row.get("name"), "name", NAME)
    if not name:
        raise Unreadable(_("it has no name, so this entry was left out. Write the meeting's name."))
    return name


def type_codes(said: object) -> tuple[str, ...]:
    """The codes of a row, written as codes or in plain English: ["O", "X"], "Open, Spanish", "[open]"."""
    if is_missing(said):
        return ()
    if isinstance(said, str):
        said = re.split(r"[,;]", said.strip(" []"))
    if not isinstance(said, list):
        line(said, "types")
        return ()
    written = (line(one, "types", NAME) for one in said if isinstance(one, str | int))
    return tuple(dict.fromkeys(_code(one.strip("\"' ")) for one in written if one))


def _code(written: str) -> str:
    if written in TYPES:
        return written
    return CODES_BY_NAME.get(folded(written), written)


def _languages(row: dict[str, Any], codes: tuple[str, ...]) -> tuple[str, ...]:
    said = row.get("languages") or row.get("language") or []
    several = said if isinstance(said, list) else str(said).split(",")
    found = [languages.language_code(one) or languages.language_named(str(one)) for one in several]
    found += [languages.MEETING_GUIDE.get(code) for code in codes]
    return tuple(dict.fromkeys(code for code in found if code))


def _needs(codes: tuple[str, ...]) -> tuple[str, ...]:
    found = (needs.MEETING_GUIDE.get(code) for code in codes)
    return tuple(dict.fromkeys(need for need in found if need and need != needs.ONLINE))


def _attendance(row: dict[str, Any], codes: tuple[str, ...]) -> dict[str, Any]:
    link, phone = _web_address(row, "conference_url"), _phone(row)
    option = line(row.get("attendance_option"), "attendance_option").casefold().replace("-", "_")
    online = option in ("online", "hybrid") or bool(link or phone) or "ONL" in codes
    in_room = option in ("in_person", "hybrid") or (not option and _has_a_room(row, codes, online))
    withdrawn = option in NOT_MEETING or is_set(row.get("archived")) or INACTIVE in codes
    return {
        "link": link,
        "link_notes": notes(row.get("conference_url_notes"), "conference_url_notes"),
        "phone": phone,
        "phone_notes": notes(row.get("conference_phone_notes"), "conference_phone_notes"),
        "online": online,
        "in_room": in_room,
        "published": not withdrawn and (online or in_room) and _says_published(row),
    }


def _has_a_room(row: dict[str, Any], codes: tuple[str, ...], online: bool) -> bool:
    """A place that is not closed for now; online meetings give a rough place only, for their region."""
    if CLOSED in codes:
        return False
    approximate = is_set(row.get("approximate"))
    street = line(row.get("address"), "address") or _written_address(row).street
    return not online or bool(street and not approximate)


def _says_published(row: dict[str, Any]) -> bool:
    return is_missing(row.get("published")) or is_set(row.get("published"))


def _web_address(row: dict[str, Any], field: str) -> str:
    said = line(row.get(field), field, 2000)
    return said if re.match(r"^https?://[^\s/]+", said, re.IGNORECASE) else ""


def _phone(row: dict[str, Any]) -> str:
    """The number to ring, unless it is blacked out with zeros."""
    said = line(row.get("conference_phone"), "conference_phone")
    digits = re.sub(r"\D", "", re.split(r"[,;#*]", said)[0])
    return said if digits.strip("0") and len(digits) > 4 else ""


def _written_address(row: dict[str, Any]) -> Address:
    written = line(row.get("formatted_address"), "formatted_address")
    street = line(row.get("address"), "address")
    return address_in(written or (street if street.count(",") > 1 else ""))


def _place(row: dict[str, Any]) -> dict[str, str]:
    address = _written_address(row)
    own_street = line(row.get("address"), "address")
    place = {
        "town": place_name(row.get("city"), "city") or address.town,
        "county": address.county,
        "region": place_name(row.get("state"), "state") or address.region,
        "nation": place_name(row.get("country"), "country") or address.nation,
        "venue": line(row.get("location"), "location"),
        "street": address.street or ("" if own_street.count(",") > 1 else own_street),
        "postcode": line(row.get("postal_code") or "", "postal_code") or address.postcode,
        "directions": notes(row.get("location_notes"), "location_notes"),
    }
    return place | _regions(row, place)


def _regions(row: dict[str, Any], place: dict[str, str]) -> dict[str, str]:
    """The feed's own regions, from wide to narrow, as far as they say more than the address does."""
    said = row.get("regions")
    if isinstance(said, str):
        said = said.split(">")
    if not isinstance(said, list) or not said:
        said = [row.get("region"), row.get("sub_region")]
    known = {folded(place[level]) for level in ("town", "county", "region", "nation")}
    names = [name for name in (place_name(one, "region") for one in said) if name]
    fresh = [
        name
        for name in names
        if folded(name.partition(",")[0]) not in known and not nation_code(name)
    ]
    section, neighbourhood = ([*fresh[-2:], "", ""])[:2]
    return {"section": section, "neighbourhood": neighbourhood}


def _notes(row: dict[str, Any]) -> str:
    parts = (notes(row.get(field), field) for field in ("notes", "group_notes"))
    return "\n\n".join(dict.fromkeys(part for part in parts if part))
