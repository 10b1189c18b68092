"""Lays the house that is going to be killed: two tables for two, and their four people signed in."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from openchair.circles import actions as circles
from openchair.house import actions as house
from openchair.people import actions as people
from openchair.people.models import Account


def lay() -> list[dict[str, str]]:
    """For each person the path of their table, and their cookies."""
    call_command("migrate", interactive=False, verbosity=0)
    at = timezone.now()
    found_the_house()
    return [*_table_for("Ines", "Yusuf", at), *_table_for("Ama", "Bert", at)]


def found_the_house() -> None:
    house.found(
        name="Elm House",
        neutral_name="Elm House",
        country="BE",
        emergency_number="112",
        zone="UTC",
        greeting="Come in as you are.",
        greeter="Chiara",
        listener="Harriet",
        looked_after_by="Ralf",
    )


def _table_for(one: str, other: str, at: datetime) -> list[dict[str, str]]:
    first, second = _awake(one, at), _awake(other, at)
    circle, letter = circles.start_with_one(
        first, name="The quiet flat", sentence="For when the flat is too quiet", at=at
    )
    circles.accept(second, letter.token, at=at)
    path = reverse("circle", args=[circle.pk])
    return [{"path": path, "cookies": signed_in(account)} for account in (first, second)]


def _awake(name: str, at: datetime) -> Account:
    """It is not night for them, so that the worker has their letters in hand while it is killed."""
    night: dict[str, Any] = {
        "night_from": (at + timedelta(hours=11)).time(),
        "night_until": (at + timedelta(hours=12)).time(),
    }
    return people.arrive(name=name, adult=True, zone="UTC", at=at, **night)


def signed_in(account: Account) -> str:
    """The cookies of a real session."""
    browser = Client()
    browser.force_login(account)
    return f"{settings.SESSION_COOKIE_NAME}={browser.cookies[settings.SESSION_COOKIE_NAME].value}"
