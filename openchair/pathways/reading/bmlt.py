"""A BMLT server's answer to `GetSearchResults`, as JSON."""

import re
from typing import Any

from django.utils.translation import gettext as _

from openchair.pathways.reading import needs
from openchair.pathways.reading.bmlt_formats import Format, Formats
from openchair.pathways.reading.entry import Access, Entry
from openchair.pathways.reading.moments import clock_time, day_said, length, weekday
from openchair.pathways.reading.trouble import Unreadable, quoted
from openchair.pathways.reading.words import NAME, labelled, line, notes, place_name
from openchair.pathways.reading.zones import zone_of_row

SIGNS = ("id_bigint", "meeting_name", "weekday_tinyint", "service_body_bigint")
IN_PERSON, VIRTUAL, HYBRID = "1", "2", "3"
PUBLISHED = {"1", "true", "yes", "y"}
UNPUBLISHED = {"0", "false", "no", "n"}


def source_id(row: dict[str, Any]) -> str:
    """The row's id; with the server's before it where several servers were put together."""
    own = line(row.get("id_bigint"), "id_bigint", NAME)
    server = line(row.get("root_server_id"), "root_server_id", NAME)
    return f"{server}/{own}" if server and own else own


def entries_of(row: dict[str, Any], given_zone: str, formats: Formats) -> list[Entry]:
    """The one entry of a row. Raises Unreadable."""
    if not is_published(row.get("published", "1")):
        return [Entry(source_id=source_id(row), name=_name(row), published=False)]
    start = clock_time(row.get("start_time"))
    marked = _formats(row, formats)
    where = _attendance(row, marked)
    return [
        Entry(
            source_id=source_id(row),
            name=_name(row),
            day=weekday(row.get("weekday_tinyint"), first=1),
            start=start,
            minutes=length(row.get("duration_time")),
            zone=zone_of_row(row.get("time_zone"), given_zone),
            languages=tuple(dict.fromkeys(code for one in marked for code in one.languages)),
            needs=tuple(
                dict.fromkeys(one.need for one in marked if one.need not in (None, needs.ONLINE))
            ),
            marks=tuple(dict.fromkeys(one.key for one in marked)),
            wheelchair=_wheelchair(marked),
            source_date=day_said(row.get("lastchanged") or row.get("last_changed")),
            notes=_notes(row),
            **(_place(row) | where),
        )
    ]


def is_published(said: object) -> bool:
    """Raises Unreadable where it cannot be told: nothing is shown by mistake."""
    text = str(said).strip().casefold()
    if text in PUBLISHED | UNPUBLISHED:
        return text in PUBLISHED
    raise Unreadable(
        _(
            "the field “published” says “%(said)s”, so this entry was left out. "
            "Write 1 for published and 0 for not published."
        )
        % {"said": quoted(said)}
    )


def _name(row: dict[str, Any]) -> str:
    name = line(row.get("meeting_name"), "meeting_name", NAME)
    if not name:
        raise Unreadable(_("it has no name, so this entry was left out. Write the meeting's name."))
    return name


def _place(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "neighbourhood": place_name(row.get("location_neighborhood"), "location_neighborhood"),
        "section": place_name(row.get("location_city_subsection"), "location_city_subsection"),
        "town": place_name(row.get("location_municipality"), "location_municipality"),
        "county": place_name(row.get("location_sub_province"), "location_sub_province"),
        "region": place_name(row.get("location_province"), "location_province"),
        "nation": place_name(row.get("location_nation"), "location_nation"),
        "venue": line(row.get("location_text"), "location_text"),
        "street": line(row.get("location_street"), "location_street"),
        "postcode": line(row.get("location_postal_code_1"), "location_postal_code_1"),
        "directions": line(row.get("location_info"), "location_info"),
    }


def _attendance(row: dict[str, Any], marked: list[Format]) -> dict[str, Any]:
    link = line(row.get("virtual_meeting_link"), "virtual_meeting_link")
    phone = line(row.get("phone_meeting_number"), "phone_meeting_number")
    venue = line(row.get("venue_type"), "venue_type")
    keys = {one.world_id or one.key for one in marked} | {one.key for one in marked}
    online = bool(link or phone) or venue in (VIRTUAL, HYBRID) or _is_marked_online(marked)
    closed = "TC" in keys
    in_room = not closed and (
        venue in (IN_PERSON, HYBRID) or not (online and _has_no_room(row, keys, venue))
    )
    return {
        "link": link,
        "link_notes": notes(
            row.get("virtual_meeting_additional_info"), "virtual_meeting_additional_info"
        ),
        "phone": phone if any(digit in "123456789" for digit in phone) else "",
        "online": online,
        "in_room": in_room,
        "published": online or in_room,
    }


def _is_marked_online(marked: list[Format]) -> bool:
    return any(one.need == needs.ONLINE for one in marked)


def _has_no_room(row: dict[str, Any], keys: set[str], venue: str) -> bool:
    hybrid = {"HY", "HYBR"} & keys
    return (
        venue == VIRTUAL
        or "VM" in keys
        or not (hybrid or line(row.get("location_street"), "location_street"))
    )


def _formats(row: dict[str, Any], formats: Formats) -> list[Format]:
    keys, ids = _listed(row, "formats"), _listed(row, "format_shared_id_list")
    language = line(row.get("lang_enum") or "en", "lang_enum")
    return formats.of(keys, ids, language)


def _listed(row: dict[str, Any], field: str) -> list[str]:
    said = row.get(field)
    parts = said if isinstance(said, list) else re.split(r"[,;]", line(said, field))
    return [one for one in (line(part, field) for part in parts) if one]


def _wheelchair(marked: list[Format]) -> Access:
    said = {one.wheelchair for one in marked}
    if Access.NO in said:
        return Access.NO
    return Access.YES if Access.YES in said else Access.UNKNOWN


def _notes(row: dict[str, Any]) -> str:
    lines = [notes(row.get("comments"), "comments")]
    lines += [labelled(row.get(field), field) for field in ("train_lines", "bus_lines")]
    return "\n".join(said for said in lines if said)
