"""An empty house and the steps that open it, as a steward presses them, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from typing import Any

import time_machine
from django.core.cache import cache
from django.test import override_settings

from openchair.house import actions
from openchair.house.models import HelpLine
from openchair.kernel.sealed import KeysInMemory, keys
from openchair.people.actions import arrive
from openchair.people.models import Account
from openchair.testing.scenes import NOON
from tests.guest import Guest

UNHASHED = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
NAME = {"name": "Elm House", "neutral_name": "Elm"}
PLACE = {
    "country": "BE",
    "languages": "en",
    "zone": "Europe/Brussels",
    "emergency_number": "112",
}
STEWARD = {"name": "Ralf", "adult": "yes", "email": "ralf@example.org"}
GREETING = {"greeting": "Come in as you are.", "greeter": "Ralf, who greets", "who": "me"}
LINE = {
    "name": "Night bell",
    "what": "Someone answers.",
    "call": "0800 1",
    "hours": "Always.",
    "provider": "https://bell.example.org/call",
}
SAFETY = {
    "run_by": "Ralf, and the neighbours.",
    "stands_where": "In a cupboard in Ghent.",
    "steward_reads": "Addresses. I do not read words.",
}
STEPS = ("name", "place", "steward", "greeting", "listener", "lines", "safety", "mail", "key")


@contextmanager
def an_empty_house() -> Iterator[str]:
    """Before its set-up, on a Tuesday at noon; the path of the address that the terminal printed."""
    cache.clear()
    before, keys.store = keys.store, KeysInMemory()
    with override_settings(STORAGES=UNHASHED), time_machine.travel(NOON):
        yield f"/set-up/{actions.new_address(NOON)}/"
    keys.store = before
    cache.clear()


def begin(guest: Guest, address: str) -> Any:
    return guest.fill(address)


def do(guest: Guest, step: str) -> Any:
    """One step, as it is filled in by someone who does all of it alone."""
    return DOING[step](guest)


def do_all(guest: Guest, address: str, *, but: str = "") -> None:
    """All steps, or all but one."""
    begin(guest, address)
    for step in STEPS:
        if step != but:
            answer = do(guest, step)
            assert answer.status_code in (302, 303), (step, answer.status_code, answer.text)


def someone(name: str) -> Account:
    """Who has an account here and no duty."""
    return arrive(
        name=name, adult=True, night_from=time(21), night_until=time(8), zone="UTC", at=NOON
    )


def enter_and_check_a_line(guest: Guest) -> Any:
    page = "/house/help-lines/"
    guest.fill(page, **LINE)
    line = HelpLine.objects.latest("name")
    return guest.press(page, f"{page}{line.pk}/check/")


def print_the_key(guest: Guest) -> Any:
    guest.press("/house/key/", "/house/key/show/")
    return guest.press("/house/key/sheet/", "/house/key/put-away/")


DOING = {
    "name": lambda guest: guest.fill("/house/name/", **NAME),
    "place": lambda guest: guest.fill("/house/place/", **PLACE),
    "steward": lambda guest: guest.fill("/house/steward/", **STEWARD),
    "greeting": lambda guest: guest.fill("/house/greeting/", **GREETING),
    "listener": lambda guest: guest.fill(
        "/house/listener/", "/house/listener/nobody/", said="nobody"
    ),
    "lines": enter_and_check_a_line,
    "safety": lambda guest: guest.fill("/house/safety/", **SAFETY),
    "mail": lambda guest: guest.press("/house/mail/", "/house/mail/without/"),
    "key": print_the_key,
}
