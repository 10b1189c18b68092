"""Invented groups for the demo, as a Meeting Guide feed: to be read by the real importer.

Nobody of these meets anywhere. `LONG_AGO` is a second feed, to be copied on a day long past, so that
one entry is seen that may be out of date.
"""

import json
from typing import Any

ZONE = "Europe/Amsterdam"
NAME = "Neighbours' list (invented)"
LONG_AGO_NAME = "An old list (invented)"


def _group(slug: str, name: str, day: int, time: str, **more: Any) -> dict[str, Any]:
    return {"slug": slug, "name": name, "day": day, "time": time, "country": "Netherlands", **more}


MEETINGS: list[dict[str, Any]] = [
    _group(
        "soup-and-talk", "Soup and talk", 2, "18:30", end_time="20:30", city="Amsterdam",
        sub_region="Oost", location="The Tram Shed", address="Invented Street 12",
        location_notes="Ring the lower bell.", types=["O", "X", "BE"], updated="2026-10-02 09:00:00",
        notes="There is soup. You can come only for the soup.",
    ),
    _group(
        "mourning-cafe", "Mourning café", 2, "19:30", end_time="21:00", city="Amsterdam",
        sub_region="Noord", location="Ferry House", address="Invented Quay 3", types=["O", "X"],
        notes="For anyone who lost someone, this year or long ago.",
    ),
    _group(
        "cafe-en-espanol", "Café en español", 4, "20:00", end_time="21:30", city="Amsterdam",
        sub_region="Oost", location="The Tram Shed", address="Invented Street 12", types=["O", "S", "X"],
        notes="Conversamos sin prisa. Puedes venir solo a escuchar.",
    ),
    _group(
        "domingo-en-casa", "Domingo en casa", 0, "11:00", end_time="12:30", city="Utrecht",
        location="Casa de la esquina", address="Invented Square 1", types=["O", "S", "CF"],
        notes="Los niños son bienvenidos.",
    ),
    _group(
        "carers-morning", "Carers' morning", 3, "10:00", end_time="11:30", city="Amsterdam",
        sub_region="West", location="Library, first floor", address="Invented Lane 40",
        types=["C", "X"], notes="For people who look after someone at home.",
    ),
    _group(
        "women-at-the-window", "Women at the window", 1, "19:00", end_time="20:30", city="Amsterdam",
        sub_region="West", location="Corner room", address="Invented Lane 7", types=["C", "W"],
    ),
    _group(
        "men-who-walk", "Men who walk", 6, "09:30", end_time="11:00", city="Haarlem",
        location="The dune gate", address="Invented Path", types=["O", "M", "OUT"],
        notes="We walk slowly. There are benches.",
    ),
    _group(
        "young-and-tired", "Young and tired", 5, "17:00", end_time="18:30", city="Amsterdam",
        sub_region="Noord", location="Ferry House", address="Invented Quay 3", types=["C", "Y", "X"],
    ),
    _group(
        "rainbow-table", "Rainbow table", 4, "19:00", end_time="21:00", city="Utrecht",
        location="Upstairs at the mill", address="Invented Canal 8", types=["O", "LGBTQ"],
        notes="One steep stair.",
    ),
    _group(
        "quiet-reading", "Quiet reading", 0, "15:00", end_time="16:30", city="Haarlem",
        location="Reading room", address="Invented Square 9", types=["O", "A", "X"],
    ),
    _group(
        "late-line", "Late line", 2, "22:00", end_time="23:00", types=["O", "ONL"],
        conference_url="https://meet.example.org/late-line", conference_url_notes="Cameras may stay off.",
    ),
    _group(
        "tea-from-london", "Tea from London", 2, "18:00", end_time="19:00", timezone="Europe/London",
        country="", types=["O", "ONL", "EN"], conference_url="https://meet.example.org/tea",
        conference_phone="+44 20 7946 0000",
    ),
    _group(
        "early-bench", "Early bench", 1, "07:15", end_time="07:45", timezone="Europe/London", country="",
        types=["O", "ONL", "BE"], conference_url="https://meet.example.org/bench",
    ),
    {
        "slug": "by-arrangement", "name": "A cup of tea by arrangement", "city": "Amsterdam",
        "country": "Netherlands", "location": "Wherever suits you", "types": ["O"],
        "notes": "Leave word at the Tram Shed.",
    },
]  # fmt: skip

LONG_AGO: list[dict[str, Any]] = [
    _group(
        "choir-for-nobody", "Choir for nobody in particular", 5, "20:00", end_time="21:30",
        city="Amsterdam", sub_region="Oost", location="Old gym", address="Invented Street 99",
        types=["O"], updated="2024-01-15 10:00:00",
    ),
]  # fmt: skip


def feed(meetings: list[dict[str, Any]]) -> bytes:
    """The file as its directory would send it."""
    return json.dumps(meetings, ensure_ascii=False).encode()
