import hashlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openchair.house.actions import found, give_duty
from openchair.house.models import Duty
from openchair.pathways import actions
from openchair.pathways.actions import Brought, Copy
from openchair.pathways.models import Resource, Source
from openchair.pathways.reading.entry import Reading
from openchair.pathways.reading.reader import read
from openchair.people.actions import arrive
from openchair.people.models import Account
from openchair.testing import meetings

TODAY = date(2026, 11, 21)
NEW_YORK = "America/New_York"

PLAIN_STATIC = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

type Bring = Callable[..., Brought]


@pytest.fixture
def steward(db: None) -> Account:
    account = arrived("Ralf", "ralf@example.org")
    give_duty(account, Duty.STEWARD, since=TODAY)
    return account


@pytest.fixture
def outsider(db: None) -> Account:
    return arrived("Noor", "noor@example.org")


def arrived(name: str, email: str) -> Account:
    return arrive(
        name=name,
        adult=True,
        night_from=time(21),
        night_until=time(8),
        zone="UTC",
        at=datetime(2026, 11, 21, tzinfo=UTC),
        email=email,
    )


@pytest.fixture
def visitor(db: None, settings: Any) -> Client:
    settings.STORAGES = settings.STORAGES | PLAIN_STATIC
    found(name="Elm House", neutral_name="Elm", country="NL", emergency_number="112")
    return Client(headers={"host": "localhost"})


@pytest.fixture
def bring(db: None) -> Bring:
    def from_rows(
        rows: Any, name: str = "A list", copied_on: date | None = None, zone: str = NEW_YORK
    ) -> Brought:
        content = rows if isinstance(rows, bytes) else json.dumps(rows).encode()
        return bring_reading(read(content, zone=zone), content, name, copied_on)

    return from_rows


def bring_reading(
    reading: Reading, content: bytes, name: str, copied_on: date | None = None
) -> Brought:
    digest = hashlib.sha256(content).hexdigest()
    return actions.bring_in(
        reading, Copy(name=name, digest=digest, today=TODAY, copied_on=copied_on)
    )


def list_all(actor: Account, brought: Brought) -> dict[str, Resource]:
    """A steward's yes to the whole source; its entries by the source's own ids."""
    source = Source.objects.for_viewer(actor).get(pk=brought.source.pk)
    actions.list_source(actor, source, on=TODAY)
    return {entry.identity: entry for entry in Resource.objects.for_viewer(actor)}


@pytest.fixture
def invented(bring: Bring, steward: Account) -> dict[str, Resource]:
    """The demo's groups, all listed with their source; by slug."""
    return list_all(steward, bring(meetings.feed(meetings.MEETINGS), zone=meetings.ZONE))


@pytest.fixture
def bmlt_export(shared_data: Path) -> bytes:
    return (shared_data / "bmlt" / "search-results.json").read_bytes()


@pytest.fixture
def bmlt_formats(shared_data: Path) -> bytes:
    return (shared_data / "bmlt" / "formats.json").read_bytes()


@pytest.fixture
def online_feed(shared_data: Path) -> bytes:
    fixtures = shared_data / "meeting-guide" / "central-query" / "cypress" / "fixtures"
    return (fixtures / "meetings.json").read_bytes()


@pytest.fixture
def new_york(bring, steward, bmlt_export):
    return list_all(steward, bring(bmlt_export, name="New York list"))
