"""Lays the house whose power is going to be cut: two tables for two, four people signed in."""

from datetime import datetime, time

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from bench.kill.laying import found_the_house, signed_in
from openchair.circles import actions as circles
from openchair.people import actions as people
from openchair.people.models import Account


def lay() -> list[dict[str, str]]:
    """For each person their name and account, the path of their table, and their cookies."""
    call_command("migrate", interactive=False, verbosity=0)
    at = timezone.now()
    found_the_house()
    return [*_table_for("Ines", "Yusuf", at), *_table_for("Ama", "Bert", at)]


def _table_for(one: str, other: str, at: datetime) -> list[dict[str, str]]:
    pair = {name: _arrived(name, at) for name in (one, other)}
    circle, letter = circles.start_with_one(
        pair[one], name="The quiet flat", sentence="For when the flat is too quiet", at=at
    )
    circles.accept(pair[other], letter.token, at=at)
    path = reverse("circle", args=[circle.pk])
    return [
        {"name": name, "account": str(account.pk), "path": path, "cookies": signed_in(account)}
        for name, account in pair.items()
    ]


def _arrived(name: str, at: datetime) -> Account:
    return people.arrive(
        name=name, adult=True, zone="UTC", night_from=time(21), night_until=time(8), at=at
    )
