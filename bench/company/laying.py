"""Lays the house: a table of three for each time something is measured, and its people signed in."""

from datetime import UTC, datetime, time
from typing import Any

from django.core.management import call_command
from django.urls import reverse

from bench.company.hours import HOURS, Hour
from bench.company.turns import TURNS
from bench.kill.laying import found_the_house, signed_in
from openchair.circles import actions as circles
from openchair.circles.cloths import Cloth
from openchair.circles.models import CircleKind
from openchair.people import actions as people
from openchair.people.models import Account
from openchair.presence import actions as presence
from openchair.presence.models import How, When

WHEN = {"day": When.DAY, "night": When.NIGHT, "alone": When.BOTH}


def lay(times: int) -> dict[str, Any]:
    """For each hour of HOURS so many tables, and one where people come one by one."""
    call_command("migrate", interactive=False, verbosity=0)
    found_the_house()
    at = datetime.now(UTC)
    tables = [
        [_table(hour, f"{place}-{one}", at) for one in range(times)]
        for place, hour in enumerate(HOURS)
    ]
    return {"tables": tables, "turns": _table(TURNS, "turns", at)}


def _table(hour: Hour, mark: str, at: datetime) -> dict[str, Any]:
    zone = where_it_is(hour.clock, at)
    sam, ana, joe = (_arrive(name, mark, zone, at) for name in ("Sam", "Ana", "Joe"))
    table = circles.gather(
        sam, name="The table", purpose="p", kind=CircleKind.GRIEF, cloth=Cloth.PLUM, at=at
    )
    for other in (ana, joe):
        circles.take_seat(other, table.pk, at=at)
        _says(other, hour.said, sam, at)
    path = reverse("circle", args=[table.pk])
    cookies = {"sam": signed_in(sam), "ana": signed_in(ana)}
    return {"path": path, **cookies, "ana-at": ana.email, "joe": joe.email}


def where_it_is(clock: int, at: datetime) -> str:
    """A zone in which the clock shows this hour now. Its name counts from the other side."""
    ahead = (clock - at.hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}"


def _arrive(name: str, mark: str, zone: str, at: datetime) -> Account:
    """Night is from nine to eight, as everyone's is at first."""
    nights: dict[str, Any] = {"night_from": time(21), "night_until": time(8)}
    account = people.arrive(name=name, adult=True, zone=zone, at=at, **nights)
    people.give_address(account, f"{name.lower()}-{mark}@example.org", at=at)
    return account


def _says(account: Account, said: str, sam: Account, at: datetime) -> None:
    if said == "wake":
        presence.wake_me(account, at=at)
    elif said == "ring":
        hours = {"hours_from": time(0), "hours_until": time(0)}
        presence.show_number(account, number="+32 2 555 01 23", **hours, to=[sam.pk])
    elif said:
        how = How.ALONE if said == "alone" else How.TOGETHER
        presence.say_when(account, when=WHEN[said], how=how)
